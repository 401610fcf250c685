// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/given_up.h"
#include "domain/key.h"
#include "kit/status.h"
#include "workspace/refusal_proof.h"
#include <QTimeZone>

// What is said of the proof that a key is refused. Pure functions.
namespace pages {

struct ProofSaid
{
    kit::Status status = kit::Status::Running;
    QString word; // "passed"
    QString sentence; // what was found
    QString advice; // what follows from it; empty: nothing

    friend bool operator==(const ProofSaid &, const ProofSaid &) = default;
};
ProofSaid saidOf(const workspace::RefusalProof::State &state, const QTimeZone &zone); // under way, or over

// "Disabled at 14:02:11"; its date stands with it where the other moment is of another day.
QString actInWords(const GivenUp &act, const QTimeZone &zone, const QDateTime &other = QDateTime::currentDateTimeUtc());
// What is said of a key that just lost its right, or a part of it, where the proof is offered.
QString offerInWords(const Key &key, bool works, const std::optional<GivenUp> &act);
QString refusalsInWords(const smoke::RevocationFacts &facts); // "3 of 5"
QString lagInWords(std::chrono::milliseconds lag); // "4.2 s", "41 s"
// Why this can be no secret of the key as it is now; empty: it can. A rotation gave it another.
QString strangeSecret(const Key &key, const QString &typed);

} // namespace pages
