// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "domain/key.h"
#include "domain/profile.h"
#include "text/words.h"
#include <functional>
#include <memory>

namespace workspace {

struct ProofElsewhere;

// What became of one key of an owner, or of a connection as a whole.
struct RevokedLine
{
    enum class Result { Disabled, WasDisabled, Unknown, Failed };

    QString profileId;
    QString profile; // name
    Key key; // without a name: the connection could not be asked
    Result result = Result::Failed;
    bool readOnly = false; // why it failed: the connection is for reading only
    std::optional<Failure> failure; // why else
    text::Attempt attempt; // that failed

    friend bool operator==(const RevokedLine &one, const RevokedLine &other)
    {
        return one.profileId == other.profileId && one.key == other.key && one.result == other.result
            && one.readOnly == other.readOnly && one.failure == other.failure;
    }
};

// Whose keys, and what the change sets are called.
struct RevokeWish
{
    QString owner;
    QString title; // in words
    QString reason; // for the journal; may be empty
    std::function<bool()> stops = [] { return false; }; // heard between two keys and two connections
};

// How the keys of one connection are disabled. The workspace is behind it. Main thread.
class RevokeWork
{
public:
    virtual ~RevokeWork() = default;
    virtual QList<Profile> profiles() const = 0;
    // Disables every key of the owner on one connection, read back and noted; goes on past those that fail.
    virtual Task<QList<RevokedLine>> revokeOn(Profile profile, RevokeWish wish) = 0;
    // Makes ready the proof that the key of a line is refused, on its own connection. Unsupported: its kind is not known.
    virtual Task<Result<std::shared_ptr<ProofElsewhere>>> proofOf(RevokedLine line) = 0;
};

// The keys that are the owner's, whatever the case of its name.
QList<Key> keysOfOwner(const QList<Key> &keys, const QString &owner);
// After another try: what it said of the connections asked again, but a key disabled before stays said so.
QList<RevokedLine> merged(const QList<RevokedLine> &before, const QList<RevokedLine> &again, const QStringList &asked);

// Disables every key of an owner on all connections, one after the other. Views read state() and send intents; who can wait
// calls the task. Whoever asks owns it. Main thread.
class OwnerRevocation final : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QString owner; // empty: nothing was asked yet
        bool running = false;
        QString asking; // the connection that is being asked
        int asked = 0; // of so many
        int wanted = 0;
        QList<RevokedLine> lines;
    };

    explicit OwnerRevocation(std::unique_ptr<RevokeWork> work);
    ~OwnerRevocation() override;

    const State &state() const { return m_state; }
    QList<Profile> profiles() const { return m_work->profiles(); }
    void revoke(const RevokeWish &wish); // on all; nothing happens while it works
    void retry(); // on those where something failed
    Task<QList<RevokedLine>> everywhere(RevokeWish wish);
    Task<Result<std::shared_ptr<ProofElsewhere>>> proofOf(RevokedLine line) { return m_work->proofOf(std::move(line)); }

private:
    Task<> ask(QList<Profile> profiles);

    std::unique_ptr<RevokeWork> m_work;
    RevokeWish m_wish;
    State m_state;
    TaskScope m_tasks; // last: it dies first
};

} // namespace workspace
