// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network.h"
#include "keys/reach.h"
#include <QTest>

using namespace Qt::StringLiterals;
using keys::ReachRule;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);
constexpr qint64 usd = 1'000'000'000;

Alias chat()
{
    Alias alias;
    alias.name = u"chat"_s;
    alias.families = QStringList{u"chat"_s};
    Route route;
    route.upstream = u"openai-eu"_s;
    alias.routes << route;
    return alias;
}

Key key()
{
    Key key;
    key.name = u"web"_s;
    return key;
}

ReachRule rule(const Key &key, const QStringList &from = {})
{
    return keys::reachOf(key, chat(), {noon, from}).rule;
}

} // namespace

// May this key call that alias from here, and which rule decides.
class KeyReachTest : public QObject
{
    Q_OBJECT

private slots:
    void scopeDecidesForAKeyThatWorks()
    {
        Key k = key();
        QCOMPARE(rule(k), ReachRule::NoList);
        k.aliases = QStringList{u"chat"_s};
        QCOMPARE(rule(k), ReachRule::InList);
        k.families = QStringList{u"embeddings"_s};
        QCOMPARE(rule(k), ReachRule::Family);
        k.upstreams = QStringList{u"azure"_s};
        QCOMPARE(rule(k), ReachRule::Upstream);
        k.aliases = QStringList{u"fast"_s};
        QCOMPARE(rule(k), ReachRule::NotInList);
    }

    void aKeyThatDoesNotWorkMayNothing()
    {
        Key k = key();
        k.expiresAt = noon;
        QCOMPARE(rule(k), ReachRule::Expired);
        k.enabled = false;
        QCOMPARE(rule(k), ReachRule::Disabled);
        QVERIFY(keys::scopeReach(k, chat()).allowed()); // by its scope alone
    }

    void aSpentBudgetDecidesUnlessItIsRaised()
    {
        Key k = key();
        k.budgets << Budget{5 * usd, u"day"_s, 5 * usd};
        QCOMPARE(rule(k), ReachRule::Spent);
        k.budgets.first().raiseNanos = usd;
        k.budgets.first().raiseUntil = noon.addSecs(1);
        QCOMPARE(rule(k), ReachRule::NoList);
        k.budgets.first().raiseUntil = noon;
        QCOMPARE(rule(k), ReachRule::Spent);
        k.budgets.first().spentNanos.reset(); // not told: not judged
        QCOMPARE(rule(k), ReachRule::NoList);
    }

    void addressesAreJudgedWhereTheyAreKnown()
    {
        Key k = key();
        k.networks = QStringList{u"10.20.0.0/16"_s, u"2001:db8::1"_s};
        QCOMPARE(rule(k), ReachRule::NoList);
        QCOMPARE(rule(k, {u"192.168.1.5"_s}), ReachRule::Network);
        QCOMPARE(rule(k, {u"192.168.1.5"_s, u"10.20.3.4"_s}), ReachRule::NoList);
        QCOMPARE(keys::admitted(k, {u"10.21.0.1"_s, u"2001:db8::1"_s}), QStringList{u"2001:db8::1"_s});
    }

    void whatMayBeCalledComesFirst()
    {
        Key k = key();
        k.aliases = QStringList{u"chat"_s};
        Alias other = chat();
        other.name = u"a"_s;
        const QList<keys::Reach> all = keys::reachOf(k, {other, chat()}, keys::Caller{noon});
        QCOMPARE(all, (QList<keys::Reach>{{u"chat"_s, ReachRule::InList}, {u"a"_s, ReachRule::NotInList}}));
    }

    void networksCoverTheirAddresses_data()
    {
        QTest::addColumn<QString>("network");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("covered");
        QTest::newRow("inside") << u"10.20.0.0/16"_s << u"10.20.255.1"_s << true;
        QTest::newRow("outside") << u"10.20.0.0/16"_s << u"10.21.0.1"_s << false;
        QTest::newRow("one address") << u"10.20.0.1"_s << u"10.20.0.1"_s << true;
        QTest::newRow("another") << u"10.20.0.1"_s << u"10.20.0.2"_s << false;
        QTest::newRow("everything") << u"0.0.0.0/0"_s << u"8.8.8.8"_s << true;
        QTest::newRow("everything of the other kind") << u"0.0.0.0/0"_s << u"::1"_s << false;
        QTest::newRow("v6") << u"2001:db8::/32"_s << u"2001:db8:1::5"_s << true;
        QTest::newRow("v4 written as v6") << u"10.0.0.0/8"_s << u"::ffff:10.1.2.3"_s << true;
        QTest::newRow("no network") << u"10.20.0.0/33"_s << u"10.20.0.1"_s << false;
        QTest::newRow("no address") << u"10.20.0.0/16"_s << u"here"_s << false;
    }
    void networksCoverTheirAddresses()
    {
        QFETCH(QString, network);
        QFETCH(QString, address);
        QTEST(covers(network, address), "covered");
    }
};

QTEST_GUILESS_MAIN(KeyReachTest)
#include "tst_key_reach.moc"
