// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/usage_window.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);
static constexpr gateway::WindowPlan plan{48h, 24h, 900s};

static gateway::UsageWindow at(const QString &cursor, const QDateTime &when = now)
{
    const auto window = gateway::windowAt(cursor, when, plan);
    return window.value_or(gateway::UsageWindow());
}

class UsageWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstSyncGoesBackAsFarAsPlanned()
    {
        QCOMPARE(at({}).cursor(), u"2026-11-20T12:00:00Z/2026-11-21T12:00:00Z/1"_s);
    }

    void windowsFollowEachOtherUpToNow()
    {
        QStringList all;
        for (gateway::UsageWindow window = at({}); all.size() < 10; window = at(gateway::nextWindow(window))) {
            all << window.cursor();
            if (window.to >= now)
                break;
        }
        QCOMPARE(all,
            (QStringList{u"2026-11-20T12:00:00Z/2026-11-21T12:00:00Z/1"_s,
                u"2026-11-21T12:00:00Z/2026-11-22T11:45:00Z/1"_s, u"2026-11-22T11:45:00Z/2026-11-22T12:00:00Z/1"_s}));
    }

    void onlyTheLastMayStillChange()
    {
        QVERIFY(!gateway::reachesNow(at(u"2026-11-21T12:00:00Z"_s), now, plan));
        QVERIFY(gateway::reachesNow(at(u"2026-11-22T11:45:00Z"_s), now, plan));
    }

    void pagesKeepTheirWindow()
    {
        const QString second = gateway::nextPage(at({}));
        QCOMPARE(second, u"2026-11-20T12:00:00Z/2026-11-21T12:00:00Z/2"_s);
        QCOMPARE(at(second, now.addDays(3)).cursor(), second);
    }

    void aClockThatWentBackGivesAWindowAllTheSame()
    {
        const auto window = at(u"2026-11-22T13:00:00Z"_s);
        QVERIFY(window.from < window.to);
    }

    void aForeignCursorIsRefused_data()
    {
        QTest::addColumn<QString>("cursor");
        for (const char *text :
            {"7", "key_abc", "2026-11-20T12:00:00Z/x/1", "2026-11-20T12:00:00Z/2026-11-21T12:00:00Z/0",
                "2026-11-21T12:00:00Z/2026-11-20T12:00:00Z/1", "a/b/c/d"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aForeignCursorIsRefused()
    {
        QFETCH(QString, cursor);
        QVERIFY(!gateway::windowAt(cursor, now, plan));
    }
};

QTEST_GUILESS_MAIN(UsageWindowTest)
#include "tst_usage_window.moc"
