// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/change_sets.h"
#include "store/journal.h"
#include "store/key_use.h"
#include "store/plan_state.h"
#include "store/profiles.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

store::SetLine someSet()
{
    store::StepLine full;
    full.place = 1;
    full.object = u"key"_s;
    full.before = QJsonObject{{u"id"_s, u"k1"_s}};
    full.after = QJsonObject{{u"id"_s, u"k1"_s}, {u"spent_nanos"_s, qint64(9'007'199'254'740'993)}};
    full.foundBefore = full.before;
    full.foundAfter = full.after;
    full.rotationSeconds = 60;
    full.state = u"failed"_s;
    full.remark = u"was_so"_s;
    full.failure = Failure{FailureKind::Conflict, u"ü"_s, 409};
    store::StepLine empty;
    empty.place = 3;
    empty.object = u"key"_s;
    empty.state = u"pending"_s;
    return {0, u"p"_s, u"title"_s, u"why"_s, u"ops"_s, noon, u"open"_s, false, {full, empty}};
}

// The number of a process that is gone.
qint64 deadProcess()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

} // namespace

class ChangeSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void aSetComesBackWhole()
    {
        TempStore store;
        store::SetLine set = someSet();
        set.id = keep(store, set);
        store.reopen();
        QCOMPARE(find(store, set.id).value(), set);
        set.title = u"another"_s;
        set.steps.removeFirst();
        QCOMPARE(keep(store, set), set.id);
        QCOMPARE(find(store, set.id).value(), set);
        QCOMPARE(find(store, 99).error().kind, FailureKind::NotFound);
    }

    void setsOfProfilesStayApartNewestFirst()
    {
        TempStore store;
        for (const QString &profile : {u"a"_s, u"b"_s, u"a"_s}) {
            store::SetLine set = someSet();
            set.profile = profile;
            keep(store, set);
        }
        const auto list = [&store](const QString &profile, int count) {
            return store.read([=](sql::Database &db) { return store::changeSets(db, profile, count, noon); });
        };
        QCOMPARE(list(u"a"_s, 10).size(), 2);
        QVERIFY(list(u"a"_s, 10).first().line.id > list(u"a"_s, 10).last().line.id);
        QCOMPARE(list({}, 10).size(), 3);
        const store::SetHead head = list({}, 1).first();
        QCOMPARE(QList<qint64>({head.steps, head.done, head.failed}), QList<qint64>({2, 0, 1}));
        QVERIFY(head.line.steps.isEmpty());
    }

    void onlyOneLivingProcessWorksOnASet()
    {
        TempStore store;
        const qint64 id = keep(store, someSet());
        QVERIFY(take(store, id, ::getppid()));
        QCOMPARE(take(store, id, ::getpid()).error().kind, FailureKind::Locked);
        QVERIFY(!find(store, id)->left);
        store::SetLine edited = someSet();
        edited.id = id;
        QCOMPARE(finished(store->write([edited](sql::Database &db) { return store::keepSet(db, edited, noon); }))
                     .error()
                     .kind,
            FailureKind::Locked);
        store.write([id](sql::Database &db) { return store::endSet(db, id, u"applied"_s, noon); });
        QCOMPARE(take(store, id, ::getpid()).error().kind, FailureKind::Conflict);
    }

    void aSetWhoseProcessIsGoneIsLeft()
    {
        TempStore store;
        const qint64 id = keep(store, someSet());
        QVERIFY(take(store, id, deadProcess()));
        QVERIFY(find(store, id)->left);
        QVERIFY(take(store, id, ::getpid()));
        QVERIFY(!find(store, id)->left);
        store.write([id](sql::Database &db) { return store::leaveSet(db, id, ::getpid()); });
        QVERIFY(find(store, id)->left); // it let go of it
    }

    void aNumberThatLaterIsAnotherProcessesHoldsNothing()
    {
        TempStore store;
        const qint64 id = keep(store, someSet());
        QVERIFY(take(store, id, ::getpid()));
        const auto later = [&store, id] {
            return finished(
                store->read([id](sql::Database &db) { return store::changeSet(db, id, noon.addSecs(3600)); }));
        };
        QVERIFY(later()->left);
        store.write(
            [id](sql::Database &db) { return store::keepStep(db, id, someSet().steps.last(), noon.addSecs(3500)); });
        QVERIFY(!later()->left); // a step tells that it lives
    }

    void stepsAreKeptOneByOne()
    {
        TempStore store;
        const qint64 id = keep(store, someSet());
        store::StepLine step = someSet().steps.last();
        step.state = u"done"_s;
        store.write([=](sql::Database &db) { return store::keepStep(db, id, step, noon); });
        QCOMPARE(find(store, id)->steps.last(), step);
        QCOMPARE(find(store, id)->steps.size(), 2);
    }

    void linesThatADeadProcessLeftOpenAreClosed()
    {
        TempStore store;
        const qint64 id = keep(store, someSet());
        store::JournalLine line;
        line.profile = u"p"_s;
        line.at = noon;
        line.reason = u"why"_s;
        line.set = id;
        store.write([line](sql::Database &db) { return store::openLine(db, line); });
        QVERIFY(take(store, id, ::getpid()));
        const auto lines = store.read([](sql::Database &db) { return store::journalLines(db, u"p"_s, 5); });
        QVERIFY(lines.first().closed);
        QCOMPARE(lines.first().failure->kind, FailureKind::Cancelled);
        QCOMPARE(lines.first().reason, u"why"_s);
    }

    void theDeletionsOfKeysAreListedOnceReadBack()
    {
        TempStore store;
        Key gone;
        gone.id = u"k1"_s;
        gone.name = u"web"_s;
        gone.spentNanos = 7;
        store::JournalLine line;
        line.profile = u"p"_s;
        line.at = noon;
        line.by = u"ops"_s;
        line.reason = u"over"_s;
        line.before = gone;
        line.id = store.write([line](sql::Database &db) { return store::openLine(db, line); });
        const auto told = [&store](const QString &profile) {
            return store.read([=](sql::Database &db) { return store::deletions(db, profile); });
        };
        QVERIFY(told(u"p"_s).isEmpty()); // not read back yet
        line.closed = true;
        store.write([line](sql::Database &db) { return store::closeLine(db, line); });
        QCOMPARE(told(u"p"_s), QList<store::JournalLine>{line});
        QCOMPARE(told(u"p"_s).first().before->spentNanos.value(), 7);
        QVERIFY(told(u"q"_s).isEmpty());
    }

    void theUseOfKeysIsAddedUp()
    {
        TempStore store;
        put(store, u"p"_s,
            {row(u"1"_s, u"k1"_s, u"web"_s, u"fast"_s, noon, 5), row(u"2"_s, u"k1"_s, u"web"_s, u"fast"_s, noon, {}),
                row(u"3"_s, u"k1"_s, u"web"_s, u"smart"_s, noon.addDays(-1), 2),
                row(u"4"_s, {}, u"named"_s, u"fast"_s, noon, 1), row(u"5"_s, u"k9"_s, u"other"_s, u"fast"_s, noon, 1),
                row(u"6"_s, u"k1"_s, u"web"_s, u"fast"_s, noon.addDays(-40), 1)});
        put(store, u"q"_s, {row(u"7"_s, u"k1"_s, u"web"_s, u"fast"_s, noon, 9)});
        const auto uses = store.read([](sql::Database &db) {
            return store::useOf(db, u"p"_s, {{u"k1"_s, u"k2"_s}, {u"named"_s}, {}}, noon.addDays(-30));
        });
        QCOMPARE(uses.size(), 3);
        QCOMPARE(uses.first(), (store::KeyUse{u"k1"_s, u"web"_s, u"fast"_s, 2, 5, 1, 0, noon}));
        const auto known = store.read([](sql::Database &db) { return store::knownUse(db, u"p"_s, noon.addDays(-30)); });
        QCOMPARE(known, (store::KnownUse{5, noon.addDays(-1), noon}));
        const auto none = store.read([](sql::Database &db) { return store::knownUse(db, u"r"_s, noon); });
        QCOMPARE(none, store::KnownUse());
    }

    void aRemovedProfileLeavesNoOpenSet()
    {
        TempStore store;
        Profile profile;
        profile.id = u"p"_s;
        profile.name = u"lab"_s;
        store.write([profile](sql::Database &db) { return store::saveProfile(db, profile); });
        const qint64 id = keep(store, someSet());
        store.write([](sql::Database &db) {
            return store::keepPlanApplied(db, u"p"_s, QJsonObject{{u"web"_s, QJsonObject()}}, noon);
        });
        const auto applied = [&store] {
            return store.read([](sql::Database &db) { return store::planApplied(db, u"p"_s); });
        };
        QCOMPARE(applied().size(), 1);
        QVERIFY(store.write([](sql::Database &db) { return store::removeProfile(db, u"p"_s); }));
        QCOMPARE(find(store, id)->state, u"dropped"_s);
        QVERIFY(applied().isEmpty());
    }

private:
    static qint64 keep(TempStore &store, const store::SetLine &set)
    {
        return store.write([set](sql::Database &db) { return store::keepSet(db, set, noon); });
    }
    static Result<store::SetLine> find(TempStore &store, qint64 id)
    {
        return finished(store->read([id](sql::Database &db) { return store::changeSet(db, id, noon); }));
    }
    static Result<store::SetLine> take(TempStore &store, qint64 id, qint64 pid)
    {
        const store::SetWork work{id, pid, {u"open"_s, u"applying"_s}, u"applying"_s};
        return finished(store->write([work](sql::Database &db) { return store::takeSet(db, work, noon); }));
    }
    static UsageRecord row(const QString &id, const QString &keyId, const QString &key, const QString &alias,
        const QDateTime &at, std::optional<qint64> cost)
    {
        UsageRecord one;
        one.sourceId = one.requestId = id;
        one.at = at;
        one.keyId = keyId;
        one.key = key;
        one.alias = alias;
        one.ended = u"complete"_s;
        one.costNanos = cost;
        one.currency = cost ? u"USD"_s : QString();
        return one;
    }
    static void put(TempStore &store, const QString &profile, const QList<UsageRecord> &rows)
    {
        store.write([=](sql::Database &db) { return store::putUsage(db, {profile, noon, {}, {}}, rows); });
    }
};

QTEST_GUILESS_MAIN(ChangeSetsTest)
#include "tst_change_sets.moc"
