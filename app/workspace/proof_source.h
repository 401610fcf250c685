// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "base/task.h"
#include "domain/given_up.h"
#include "domain/key.h"

class Clock;
namespace store {
class Store;
}

namespace workspace {

class RefusalProof;
class Session;

// What is known of a key whose refusal is to be proven.
struct ProofKnown
{
    std::optional<GivenUp> act; // by the journal of this machine; empty: not known here
    Secret secret; // empty: a person has to give it
};

// Finds it. Main thread.
class ProofSource
{
public:
    virtual ~ProofSource() = default;
    virtual Task<ProofKnown> of(Key key) = 0; // what cannot be found out stays empty
};

// From the journal, and from a session: its secret as issued in it, or as the gateway shows it once more. That is asked
// after the act, which it must not hold up. The session and the store outlive it.
class SessionProofSource final : public ProofSource
{
public:
    SessionProofSource(Session &session, store::Store &store, const Clock &clock)
        : m_session(session), m_store(store), m_clock(clock)
    {}
    Task<ProofKnown> of(Key key) override;

private:
    Task<std::optional<GivenUp>> actOn(Key key);

    Session &m_session;
    store::Store &m_store;
    const Clock &m_clock;
};

// A proof on a connection that is not the open one, with a session of its own.
struct ProofElsewhere
{
    ProofElsewhere(std::unique_ptr<Session> session, ProofKnown known);
    ~ProofElsewhere();

    std::unique_ptr<Session> session;
    std::unique_ptr<RefusalProof> proof; // dies before its session
    ProofKnown known;
};

} // namespace workspace
