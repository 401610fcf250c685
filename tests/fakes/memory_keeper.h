// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/wait.h"
#include "changes/set_run.h"

// Keeps sets in memory; from a given call on it keeps nothing, as if the program had ended there.
class MemoryKeeper final : public changes::Keeper
{
public:
    changes::ChangeSet kept;
    int calls = 0;
    int endsAt = 1'000'000;

    Task<Result<>> keep(qint64, changes::Step step) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (++calls > endsAt)
            co_return fail(FailureKind::Storage, QStringLiteral("the program ended"));
        for (changes::Step &one : kept.steps)
            if (one.place == step.place)
                one = step;
        co_return Result<>();
    }
    Task<Result<>> end(qint64, changes::SetState state) override
    {
        co_await Pause(std::chrono::milliseconds(1));
        if (++calls > endsAt)
            co_return fail(FailureKind::Storage, QStringLiteral("the program ended"));
        kept.state = state;
        co_return Result<>();
    }
};
