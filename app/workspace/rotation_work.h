// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/rotation_work.h"

namespace workspace {

class LiveSession;

// The rotation of a key on the gateway of one session, which owns it. Main thread.
class SessionRotation final : public keys::RotationWork
{
public:
    explicit SessionRotation(LiveSession &session) : m_session(session) {}
    Task<Result<std::optional<Key>>> find(QString id) override;
    Task<Result<changes::Done>> write(changes::Change change) override;
    Task<Result<>> readUsage() override;
    Task<Result<Called>> call(Secret key, Proof proof, QStringList aliases, std::optional<GivenUp> act) override;

    QList<Alias> offered() const override;

private:
    LiveSession &m_session;
};

} // namespace workspace
