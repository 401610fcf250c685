// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/guards.h"
#include "store/usage_rows.h"
#include "workspace/guard_watch.h"
#include "workspace/live_fake.h"
#include "workspace/owner_revocation.h"

using namespace Qt::StringLiterals;

namespace {

constexpr auto while20s = std::chrono::seconds(20);
constexpr qint64 usd = 1'000'000'000;

// A connection with a key whose guard is spent, and another one that is open.
struct Guarded : LiveFake
{
    Profile guarded = add(u"guarded"_s);
    Profile opened = add(u"opened"_s);
    Key key;

    Guarded()
    {
        open(guarded);
        key = create(u"web-1"_s, u"web"_s);
        Guard guard;
        guard.keyId = key.id;
        guard.key = key.name;
        guard.nanos = 5 * usd;
        guard.window = u"month"_s;
        guard.zone = u"Europe/Berlin"_s;
        guard.act = GuardAct::Disable;
        finished(workspace->live()->guards().setNow(guard)).value();
        spend();
        open(opened);
    }
    void spend()
    {
        UsageRecord row;
        row.sourceId = u"spent"_s;
        row.at = clock.now();
        row.keyId = key.id;
        row.ended = u"complete"_s;
        row.costNanos = 6 * usd;
        row.currency = u"USD"_s;
        const store::Arrival arrival{guarded.id, clock.now(), {}, {}};
        const auto put = finished(workspace->store().write(
            [row, arrival](sql::Database &db) { return store::putUsage(db, arrival, {row}); }));
        if (!put)
            qFatal("%s", qPrintable(put.error().detail));
    }
    void look()
    {
        workspace::GuardWatch watch(*workspace);
        finished(watch.lookNow(), while20s);
    }
    Guard kept()
    {
        const QString id = guarded.id;
        return finished(workspace->store().read([id](sql::Database &db) { return store::guards(db, id); }))->value(0);
    }
};

} // namespace

// The guards of connections that are not open in the window.
class GuardWatchTest : public QObject
{
    Q_OBJECT

private slots:
    void aConnectionThatIsNotOpenIsGuarded()
    {
        Guarded w;
        const workspace::LiveSession *open = w.workspace->live();
        w.look();
        QCOMPARE(w.workspace->live(), open);
        QVERIFY(w.kept().before);
        QVERIFY(!w.enabled(w.key)); // both lead to the same gateway
    }

    void theOpenOneIsLeftToItself()
    {
        Guarded w;
        w.open(w.guarded);
        w.look();
        QVERIFY(!w.kept().before);
        QVERIFY(w.enabled(w.key));
    }

    void whatCannotBeReachedIsTriedAgain()
    {
        Guarded w;
        Profile away = w.guarded;
        away.adminUrl = QUrl(u"http://127.0.0.1:9"_s);
        mustHold(finished(w.workspace->save(away)));
        w.look();
        QVERIFY(!w.kept().before);
        mustHold(finished(w.workspace->save(w.guarded)));
        w.look();
        QVERIFY(!w.enabled(w.key));
    }

    void aRevokedKeyIsNotGivenBackByItsGuard()
    {
        Guarded w;
        w.look();
        QVERIFY(w.kept().before);
        workspace::RevokeWish wish;
        wish.owner = u"web"_s;
        wish.title = u"leaked"_s;
        const auto revocation = w.workspace->newRevocation();
        const auto lines = finished(revocation->everywhere(wish), std::chrono::seconds(60));
        QCOMPARE(lines.first().result, workspace::RevokedLine::Result::WasDisabled);
        QVERIFY(!w.kept().before); // nothing to give back at midnight
    }
};

QTEST_GUILESS_MAIN(GuardWatchTest)
#include "tst_guard_watch.moc"
