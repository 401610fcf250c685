// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/review_service.h"
#include "keys/rotation_service.h"
#include "keys/schedule_service.h"
#include "pages/keys/key_traces.h"
#include "workspace/owner_revocation.h"
#include "workspace/proof_source.h"
#include "workspace/refusal_proof.h"
#include "workspace/tombstones.h"
#include <functional>

namespace pages {

// What the page knows beside the keys themselves. Without a tracer it shows only what the gateway tells; without reviews
// there is no access review, without rotations no runbook.
struct KeySources
{
    std::unique_ptr<KeyTracer> tracer = {};
    std::unique_ptr<keys::ReviewService> reviews = {};
    std::unique_ptr<keys::RotationService> rotations = {};
    std::unique_ptr<keys::ScheduleService> schedules = {}; // there are some where there are rotations
    std::unique_ptr<workspace::RefusalProof> proof = {}; // null: no calls can be made
    std::function<QString()> revealsLeft = [] { return QString(); }; // how often a secret may be shown yet, a sentence
    std::unique_ptr<workspace::ProofSource> known = {}; // of a key to be proven; null: a person has to say all
    std::unique_ptr<workspace::OwnerRevocation> revocation = {}; // on all connections; null: they are not known
    std::unique_ptr<workspace::Tombstones> gone = {}; // null: nothing is kept of keys
};

} // namespace pages
