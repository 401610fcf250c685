// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wait.h"
#include "fakes/fake_clock.h"
#include "gateway/own_key.h"
#include "usage/own_key_gauge.h"
#include <QTest>

using namespace Qt::StringLiterals;

// Answers what it is told to, and counts.
struct CountedKey final : gateway::OwnKey
{
    int asked = 0;
    std::optional<Failure> refuses;
    KeyStanding told;

    Task<Result<KeyStanding>> ask() override
    {
        ++asked;
        co_await Pause(std::chrono::milliseconds(1));
        if (refuses)
            co_return tl::unexpected<Failure>(*refuses);
        co_return told;
    }
};

struct Fixture
{
    FakeClock clock;
    std::shared_ptr<CountedKey> key = std::make_shared<CountedKey>();
    usage::OwnKeyGauge gauge{clock};

    Fixture() { gauge.use(key); }
    void readOnce()
    {
        gauge.read();
        QTRY_VERIFY(!gauge.state().reading);
    }
    // What was asked in so many minutes when somebody looks every five seconds.
    int askedIn(int minutes)
    {
        const int before = key->asked;
        for (int i = 0; i < minutes * 12; ++i) {
            clock.pass(5);
            readOnce();
        }
        return key->asked - before;
    }
};

class OwnKeyGaugeTest : public QObject
{
    Q_OBJECT

private slots:
    void itAsksAtMostOnceAMinute()
    {
        Fixture f;
        f.readOnce();
        for (int i = 0; i < 10; ++i)
            f.readOnce();
        QCOMPARE(f.key->asked, 1);
        f.clock.pass(59);
        f.readOnce();
        QCOMPARE(f.key->asked, 1);
        f.clock.pass(1);
        f.readOnce();
        QCOMPARE(f.key->asked, 2);
        QCOMPARE(f.askedIn(10), 10);
    }

    void whatWasReadBeforeStandsBeforeWhatIsReadNow()
    {
        Fixture f;
        f.key->told.totalNanos = 500;
        f.readOnce();
        const QDateTime now = f.clock.now();
        f.gauge.remember(
            {{now.addDays(-8), 100}, {now.addDays(-6), 200}, {now.addSecs(-600), 400}, {now.addSecs(60), 450}});
        const auto &all = f.gauge.state().readings;
        QCOMPARE(all.size(), 3); // neither older than a week nor of times to come
        QCOMPARE(all.at(0).totalNanos, 200);
        QCOMPARE(all.at(1).totalNanos, 400);
        QCOMPARE(all.at(2).totalNanos, 500);
    }

    void whatBeganAnewTellsNoRate()
    {
        Fixture f;
        f.key->told.totalNanos = 50;
        f.readOnce();
        const QDateTime now = f.clock.now();
        f.gauge.remember({{now.addDays(-2), 200}, {now.addDays(-1), 300}});
        QCOMPARE(f.gauge.state().readings.size(), 1);
        Fixture g;
        g.gauge.remember({{now.addDays(-3), 900}, {now.addDays(-2), 20}, {now.addDays(-1), 30}});
        QCOMPARE(g.gauge.state().readings.size(), 2);
        QCOMPARE(g.gauge.state().readings.first().totalNanos, 20);
    }

    void anotherReaderWaitsTooSoThatAReconnectAsksNoMore()
    {
        Fixture f;
        f.readOnce();
        auto other = std::make_shared<CountedKey>();
        f.gauge.use(other);
        f.readOnce();
        QCOMPARE(other->asked, 0);
        f.clock.pass(60);
        f.readOnce();
        QCOMPARE(other->asked, 1);
    }

    void refusalsAreSpacedOutAndWhatWasReadStays()
    {
        Fixture f;
        f.key->told.totalNanos = 5;
        f.readOnce();
        f.key->refuses = Failure{FailureKind::RateLimited, {}, 429};
        QVERIFY(f.askedIn(60) <= 7);
        QVERIFY(f.gauge.state().failure && f.gauge.state().readAt);
        QCOMPARE(f.gauge.state().standing.totalNanos.value(), 5);
        f.key->refuses.reset();
        f.clock.pass(20 * 60);
        f.readOnce();
        QVERIFY(!f.gauge.state().failure);
        f.clock.pass(60);
        const int before = f.key->asked;
        f.readOnce();
        QCOMPARE(f.key->asked, before + 1);
    }

    void whatIsNotOfferedIsAskedForRarely()
    {
        Fixture f;
        f.key->refuses = Failure{FailureKind::Unsupported, {}, 404};
        f.readOnce();
        QVERIFY(f.gauge.state().notOffered);
        QVERIFY(f.askedIn(60) <= 3);
    }

    void aClockPutBackDoesNotHoldItUp()
    {
        Fixture f;
        f.readOnce();
        f.clock.pass(-3600);
        f.readOnce();
        QCOMPARE(f.key->asked, 2);
    }

    void itKeepsReadingsTenMinutesApart()
    {
        Fixture f;
        f.key->told.totalNanos = 0;
        f.readOnce();
        f.askedIn(30);
        QCOMPARE(f.gauge.state().readings.size(), 4);
        f.key->told.totalNanos = 7;
        f.askedIn(10);
        QCOMPARE(f.gauge.state().readings.last().totalNanos, 7);
        f.key->told.totalNanos = 3; // it began anew
        f.askedIn(1);
        QCOMPARE(f.gauge.state().readings.size(), 1);
        f.key->told.totalNanos.reset();
        f.askedIn(20);
        QCOMPARE(f.gauge.state().readings.size(), 1);
    }
};

QTEST_GUILESS_MAIN(OwnKeyGaugeTest)
#include "tst_own_key_gauge.moc"
