// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/task_scope.h"
#include "changes/concerns.h"
#include "changes/radius.h"
#include "changes/set_run.h"
#include "workspace/stored_changes.h"

namespace workspace {

// What a change service works with; it outlives it.
struct ChangeParts
{
    gateway::Admin &admin;
    store::Store &store;
    changes::Journal &journal;
    const Clock &clock;
    QString profile; // id
    gateway::KeyForm form = {};
    std::function<QList<Alias>()> aliases = [] { return QList<Alias>(); }; // last seen
};

// The change sets of one profile, the same for the window and gwctl: they lie in the store. Views read state() and send
// intents; who can wait calls the tasks. Main thread.
class ChangeService : public Observable
{
    Q_OBJECT

public:
    struct Issued // a key that a set created, and its secret
    {
        Key key;
        Secret secret;
    };
    struct State
    {
        QList<changes::SetSummary> sets; // newest first; find() gives one with its steps
        bool loading = false;
        std::optional<Failure> failure; // of the last refresh; the sets stay
        qint64 working = 0; // the set that is being applied or taken back here
        std::optional<Failure> writeFailure; // of the last intent
        QList<Key> issued; // keys made by the last work; their secrets: takeSecrets()
    };
    // Of a set that is begun by staging.
    struct Heading
    {
        QString title;
        QString reason;
        bool joins = false; // the edits were made over the gateway's state, not over the set's
    };
    // How a set is applied or taken back.
    struct Wish
    {
        bool keepGoing = false; // past a step that failed
        std::function<void(const changes::Step &, const std::optional<Secret> &)> told = {}; // empty: takeSecrets()
        std::function<bool()> stops = [] { return false; };
    };

    explicit ChangeService(ChangeParts parts);
    ~ChangeService() override;

    const State &state() const { return m_state; }
    void refresh();
    void stage(const QList<changes::Edit> &edits); // into the newest set that is open, else a new one
    // The same, but in place of what that set has for the same objects: made over the set's state. What then changes
    // nothing goes out of it.
    void restage(const QList<changes::Edit> &edits);
    qint64 openSet() const; // the newest that takes edits; 0: none
    void unstage(qint64 set, int place);
    void apply(qint64 set);
    void undo(qint64 set);
    void drop(qint64 set);
    QList<Issued> takeSecrets(); // once

    Task<Result<changes::ChangeSet>> find(qint64 set);
    // Puts edits into a set that is open; 0 begins one. A heading's empty parts leave what the set has.
    Task<Result<changes::ChangeSet>> staged(QList<changes::Edit> edits, qint64 set, Heading heading);
    Task<Result<changes::ChangeSet>> unstaged(qint64 set, int place);
    // Input: a concern blocks it. Locked: another process works on it. Conflict: it is in no state for it. Else the set as
    // it then stands, with what failed in its steps.
    Task<Result<changes::ChangeSet>> applied(qint64 set, Wish wish);
    Task<Result<changes::ChangeSet>> undone(qint64 set, Wish wish);
    Task<Result<changes::ChangeSet>> dropped(qint64 set);
    Task<Result<changes::Radius>> radius(changes::ChangeSet set, int days = changes::usualDays);
    Task<Result<QList<changes::Concern>>> concerns(changes::ChangeSet set);

private:
    using Engine = Task<Result<changes::ChangeSet>> (*)(changes::Run &, changes::ChangeSet);
    Task<> load();
    Task<> note(Task<Result<changes::ChangeSet>> work);
    void queue(QList<changes::Edit> edits, bool joins);
    Task<> stageAll(); // one after the other, so that two never begin a set each
    using Alteration = std::function<Result<>(changes::ChangeSet &)>; // runs in the store's thread
    Task<Result<changes::ChangeSet>> altered(qint64 set, Alteration alter);
    Task<Result<changes::ChangeSet>> worked(store::SetWork work, Wish wish, Engine engine);
    Task<Result<changes::Ground>> ground();
    std::function<void(const changes::Step &, const std::optional<Secret> &)> keepsSecrets();

    ChangeParts m_parts;
    StoredKeeper m_keeper;
    State m_state;
    QList<Issued> m_issued;
    struct Waiting
    {
        QList<changes::Edit> edits;
        bool joins;
    };
    QList<Waiting> m_waiting; // to be staged
    bool m_staging = false;
    TaskScope m_loads; // last: they die first
    TaskScope m_writes;
};

} // namespace workspace
