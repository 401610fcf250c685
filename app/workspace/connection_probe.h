// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/secret.h"
#include "base/task_scope.h"
#include "domain/profile.h"
#include "gateway/detect.h"
#include "gateway/features.h"
#include "gateway/trial.h"

class Clock;

namespace workspace {

// Looks at a connection before it is saved: what answers there, and whether keys and addresses work. Reads only; nothing
// is kept. A newer question replaces the one under way. Main thread.
class ConnectionProbe : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        bool looking = false;
        std::optional<gateway::Detection> detection; // of the last look()
        bool trying = false;
        QList<gateway::TrialLine> lines; // of the last tryOut(), as far as it has come
    };
    struct Question
    {
        Profile profile; // its kind, addresses and network settings; its key references are not read
        Secret adminKey;
        Secret dataKey;
        QByteArray onlyCertificate = {}; // of net::HttpOptions
        Secret clientKeyPass = {}; // where the profile names an encrypted key
    };

    // `calls` as in SessionParts: what is asked here counts with the calls of connections to that gateway.
    explicit ConnectionProbe(const Clock &clock, QString calls = {}) : m_clock(clock), m_calls(std::move(calls)) {}
    const State &state() const { return m_state; }

    void look(Profile draft, Secret clientKeyPass = {}); // by its data URL, without a key
    void tryOut(Question question); // with the secrets given
    void stop();
    void forgetTrial(); // it was of another connection
    // The same, for those who wait.
    Task<gateway::Detection> seen(Profile draft, Secret clientKeyPass = {});
    Task<QList<gateway::TrialLine>> tried(Question question);

private:
    Task<> lookTask(Profile draft, Secret clientKeyPass);
    Task<> tryTask(Question question);
    void note(const gateway::TrialLine &line);

    const Clock &m_clock;
    QString m_calls;
    State m_state;
    TaskScope m_looks;
    TaskScope m_trials;
};

// The widest that the draft's kind can do; nothing is asked. Empty: no such kind.
std::optional<gateway::Features> featuresOf(const Profile &draft, const Clock &clock);

} // namespace workspace
