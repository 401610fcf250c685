// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/keys_entry.h"
#include "keys/review_service.h"
#include "pages/keys/keys_page.h"
#include "workspace/reveal_words.h"
#include "workspace/store_ports.h"
#include "workspace/workspace.h"

namespace pages {

Page *newKeysPage(workspace::Workspace &workspace, Navigation &navigation)
{
    workspace::Session &session = *workspace.session();
    const KeyPlace place = placeOf(session);
    const QString by = workspace::systemUser();
    KeySources sources;
    sources.tracer = std::make_unique<KeyTracer>(
        workspace.newExplorer(), std::make_unique<keys::KeyHistory>(workspace.store(), place.profileId));
    sources.reviews = std::make_unique<keys::ReviewService>(workspace.store(), place.profileId, by, workspace.clock());
    sources.rotations = std::make_unique<keys::RotationService>(session.rotationWork(),
        keys::Rotations(workspace.store(), place.profileId), keys::Schedules(workspace.store(), place.profileId), by,
        workspace.clock());
    sources.schedules =
        std::make_unique<keys::ScheduleService>(keys::Schedules(workspace.store(), place.profileId), workspace.clock());
    sources.proof = std::make_unique<workspace::RefusalProof>(session);
    sources.revealsLeft = [&session] { return workspace::revealsLeft(session); };
    sources.known = std::make_unique<workspace::SessionProofSource>(session, workspace.store(), workspace.clock());
    sources.revocation = workspace.newRevocation();
    sources.gone = std::make_unique<workspace::Tombstones>(workspace.store(), place.profileId);
    return new KeysPage(session.keys(), workspace.clock(), place, navigation, std::move(sources));
}

} // namespace pages
