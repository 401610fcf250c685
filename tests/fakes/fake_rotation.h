// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/rotation_work.h"
#include <algorithm>

// A gateway of a few keys for rotations: what was written and called is told, and each act can be made to fail.
class FakeRotation final : public keys::RotationWork
{
public:
    QList<Key> rows;
    QList<Alias> aliases;
    QList<changes::Change> written;
    QList<std::pair<QByteArray, Proof>> called;
    QStringList calledAliases;
    bool proves = true;
    std::optional<Failure> writeFailure;
    std::optional<Failure> callFailure;
    std::optional<Failure> readFailure;
    int reads = 0;

    Task<Result<std::optional<Key>>> find(QString id) override
    {
        const auto found = std::ranges::find(rows, id, &Key::id);
        co_return found == rows.end() ? std::optional<Key>() : std::optional(*found);
    }
    Task<Result<changes::Done>> write(changes::Change change) override
    {
        if (writeFailure)
            co_return tl::unexpected<Failure>(*writeFailure);
        changes::Done done;
        if (change.before)
            rows.removeIf([&change](const Key &key) { return key.id == change.before->id; });
        else
            done.secret = Secret("sk-gw-EXAMPLE-of-a-successor");
        if (change.after && change.after->id.isEmpty())
            change.after->id = QStringLiteral("made-%1").arg(written.size() + 1);
        if (change.after)
            rows << *change.after;
        written << change;
        done.change = change;
        co_return done;
    }
    Task<Result<>> readUsage() override
    {
        ++reads;
        if (readFailure)
            co_return tl::unexpected<Failure>(*readFailure);
        co_return Result<>();
    }
    Task<Result<Called>> call(Secret key, Proof proof, QStringList asked, std::optional<GivenUp>) override
    {
        if (callFailure)
            co_return tl::unexpected<Failure>(*callFailure);
        called << std::pair(key.reveal(), proof);
        calledAliases = asked;
        co_return Called{QStringLiteral("01RUN"), proves};
    }
    QList<Alias> offered() const override { return aliases; }
};
