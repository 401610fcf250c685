// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/catalog_service.h"
#include "aliases/price_history.h"
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QDateTime dayOf(int day)
{
    return QDateTime(QDate(2026, 11, day), QTime(12, 0), Qt::UTC);
}

aliases::Snapshot seen(int from, int to)
{
    aliases::Snapshot snapshot;
    snapshot.firstSeen = dayOf(from);
    snapshot.lastSeen = dayOf(to);
    return snapshot;
}

Alias alias(qint64 input, std::optional<qint64> output = 600)
{
    Alias made;
    made.name = u"fast"_s;
    made.price.inputNanos = input;
    made.price.outputNanos = output;
    return made;
}

} // namespace

// What an alias cost from when to when.
class PriceHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void aPriceThatStaysIsOneSpan()
    {
        aliases::PriceHistory history;
        Alias other = alias(150);
        other.strategy = u"weighted"_s; // another snapshot, the same price
        other.price.date = QDate(2026, 11, 3);
        history.take(seen(1, 2), {alias(150)});
        history.take(seen(3, 5), {other});
        const auto spans = history.spans();
        QCOMPARE(spans.size(), 1);
        QCOMPARE(spans.first().firstSeen, dayOf(1));
        QCOMPARE(spans.first().lastSeen, dayOf(5));
        QCOMPARE(spans.first().price.date, QDate(2026, 11, 3));
        QVERIFY(spans.first().current);
    }

    void aChangeBeginsASpanAndTheNewestComesFirst()
    {
        aliases::PriceHistory history;
        history.take(seen(1, 2), {alias(150)});
        history.take(seen(3, 4), {alias(180)});
        history.take(seen(5, 6), {alias(180, std::nullopt)}); // unknown is no price, and not the one before
        const auto spans = history.spans();
        QCOMPARE(spans.size(), 3);
        QCOMPARE(spans.at(0).price.outputNanos, std::optional<qint64>());
        QCOMPARE(spans.at(1).price.inputNanos.value(), 180);
        QCOMPARE(spans.at(2).price.inputNanos.value(), 150);
        QVERIFY(spans.at(0).current && !spans.at(1).current && !spans.at(2).current);
    }

    void anAliasThatWasAwayBeginsAnew()
    {
        aliases::PriceHistory history;
        history.take(seen(1, 2), {alias(150)});
        history.take(seen(3, 4), {});
        history.take(seen(5, 6), {alias(150)});
        const auto spans = history.spans();
        QCOMPARE(spans.size(), 2);
        QCOMPARE(spans.at(0).firstSeen, dayOf(5));
        QCOMPARE(spans.at(1).lastSeen, dayOf(2));
    }

    void whatIsGoneIsNotCurrent()
    {
        aliases::PriceHistory history;
        history.take(seen(1, 2), {alias(150)});
        history.take(seen(3, 4), {});
        QVERIFY(!history.spans().first().current);
    }

    void aRouteWithItsOwnPriceHasItsOwnHistory()
    {
        aliases::PriceHistory history;
        Alias routed = alias(150);
        Route route{u"azure"_s, u"gpt-4o"_s};
        route.price.inputNanos = 99;
        routed.routes = {route, Route{u"openai"_s, u"gpt-4o"_s}};
        history.take(seen(1, 2), {routed});
        routed.routes.first().price.inputNanos = 88;
        history.take(seen(3, 4), {routed});
        const auto spans = history.spans();
        QCOMPARE(spans.size(), 3); // the other route costs what the alias does
        QCOMPARE(spans.at(0).route, QString());
        QCOMPARE(spans.at(0).lastSeen, dayOf(4));
        QCOMPARE(spans.at(1).price.inputNanos.value(), 88);
        QVERIFY(spans.at(1).route.contains(u"azure"_s) && spans.at(2).route == spans.at(1).route);
    }
};

QTEST_GUILESS_MAIN(PriceHistoryTest)
#include "tst_price_history.moc"
