// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"
#include "changes/change.h"
#include "domain/given_up.h"

namespace keys {

// What a rotation does outside of its own book. The session is behind it. Main thread.
class RotationWork
{
public:
    enum class Proof { Works, Refused };
    struct Called
    {
        QString run; // id of the smoke run, which is kept
        bool proven = false;
    };

    virtual ~RotationWork() = default;
    virtual Task<Result<std::optional<Key>>> find(QString id) = 0; // as the gateway has it now; empty: it is gone
    virtual Task<Result<changes::Done>> write(changes::Change change) = 0; // read back, and noted
    virtual Task<Result<>> readUsage() = 0; // up to now
    // Calls with the key, to prove that it works once an alias; or that it is refused, since it was given up. Conflict:
    // another smoke run is under way.
    virtual Task<Result<Called>> call(Secret key, Proof proof, QStringList aliases, std::optional<GivenUp> act) = 0;
    virtual QList<Alias> offered() const = 0; // last known
};

} // namespace keys
