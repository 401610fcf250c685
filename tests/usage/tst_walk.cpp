// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/walk.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const QDateTime start({2026, 11, 1}, {0, 0}, Qt::UTC);

static gateway::UsagePage page(const QString &next, bool complete, std::optional<int> hours = {})
{
    gateway::UsagePage page;
    page.next = next;
    page.complete = complete;
    if (hours)
        page.until = start.addSecs(*hours * 3600);
    return page;
}

class WalkTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyDayDoesNotEndTheWalk()
    {
        usage::Walk walk({}, 900s);
        walk.read(page(u"day2"_s, true, 24));
        QVERIFY(!walk.atEnd());
        QCOMPARE(walk.ask(), u"day2"_s);
        walk.read(page(u"day3"_s, false, 48));
        QVERIFY(walk.atEnd());
    }

    void whatLiesBehindTheOverlapIsFinal()
    {
        usage::Walk walk(u"day1"_s, 900s);
        walk.read(page(u"day2"_s, true, 24));
        QCOMPARE(walk.kept(), u"day1"_s); // it may be all there is so far
        walk.read(page(u"day3"_s, true, 48));
        QCOMPARE(walk.kept(), u"day2"_s);
        walk.read(page(u"now"_s, false, 49));
        QCOMPARE(walk.kept(), u"day3"_s);
        QVERIFY(walk.atEnd());
    }

    void aCompletePageThatLeadsToItselfIsStuck()
    {
        usage::Walk walk(u"a"_s, 0s);
        walk.read(page(u"a"_s, true));
        QVERIFY(walk.stuck());
        QVERIFY(!walk.atEnd());
    }
};

QTEST_GUILESS_MAIN(WalkTest)
#include "tst_walk.moc"
