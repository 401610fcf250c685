// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "proxy/clock.h"

// The invented data of the demo: what a look at it must not find odd.
class DemoSeedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        proxy::Options options;
        options.seed = proxy::Seed::Demo;
        m_f = std::make_unique<Fixture>(options);
        m_now = proxy::wallMicros();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_f->start());
        qInfo("seeded and started in %lld ms", timer.elapsed());
        m_rows = m_f->rows();
        m_keys = jsonOf(m_f->admin("GET", "/keys")).value(QLatin1String("items")).toArray();
        qInfo("%lld rows", qint64(m_rows.size()));
    }

    void itIsSixWeeksInAtMostTwentyThousandRows()
    {
        QVERIFY(m_rows.size() > 10'000 && m_rows.size() <= 20'000);
        QSet<qint64> days;
        for (const QJsonValue &row : m_rows) {
            days.insert(timeOf(row) / proxy::microsPerDay);
            QVERIFY(timeOf(row) <= m_now + 1'000'000);
        }
        const qint64 today = m_now / proxy::microsPerDay;
        for (qint64 back = 1; back <= 35; ++back)
            QVERIFY2(days.contains(today - back), qPrintable(QString::number(back)));
    }

    void itIsMarkedAsASample()
    {
        for (const QJsonValue &row : m_rows)
            QCOMPARE(textAt(row.toObject(), "origin"), QStringLiteral("sample"));
        QCOMPARE(jsonOf(m_f->admin("GET", "/aliases")).value(QLatin1String("items")).toArray().size(), 6);
    }

    void nobodyCallsWithAKeyThatMayNot()
    {
        QCOMPARE(m_keys.size(), 5);
        for (const QJsonValue &value : m_keys) {
            const QJsonObject key = value.toObject();
            const qint64 last = micros(textAt(key, "last_used_at"));
            const qint64 expires = micros(textAt(key, "expires_at"));
            QVERIFY(expires == 0 || last < expires);
            QVERIFY(key.value(QLatin1String("enabled")).toBool() || last < m_now - 5 * proxy::microsPerDay);
            for (const QJsonValue &row : m_rows) {
                if (textAt(row.toObject(), "key_id") == textAt(key, "id"))
                    QVERIFY(timeOf(row) >= micros(textAt(key, "created_at")) && timeOf(row) < last + 1000);
            }
        }
    }

    void budgetsAreSpentDifferently()
    {
        QList<int> percents;
        for (const QJsonValue &key : m_keys) {
            const QJsonObject line = key.toObject().value(QLatin1String("budgets")).toArray().first().toObject();
            const double spent = line.value(QLatin1String("spent_nanos")).toDouble();
            percents << qRound(100 * spent / line.value(QLatin1String("nanos")).toDouble());
        }
        QCOMPARE(percents, QList<int>({92, 58, 9, 35, 71}));
    }

    void hoursHaveAShapeAndOneHadTrouble()
    {
        QHash<qint64, std::pair<int, int>> hours; // calls, and those that failed
        int failed = 0;
        std::array<int, 24> byHour{};
        for (const QJsonValue &value : m_rows) {
            const QJsonObject row = value.toObject();
            const qint64 hour = timeOf(value) / proxy::microsPerHour;
            const bool bad = row.value(QLatin1String("status")).toInt() == 429
                || textAt(row, "ended") == QLatin1String("upstream_cut");
            ++byHour[std::size_t(hour % 24)];
            ++hours[hour].first;
            hours[hour].second += bad;
            failed += bad;
        }
        QVERIFY(byHour[10] > 3 * byHour[5] && byHour[19] > 3 * byHour[5]);
        QVERIFY(failed * 40 < m_rows.size());
        int troubled = 0;
        for (const auto &[calls, bad] : hours)
            troubled += calls >= 10 && bad * 5 > calls;
        QVERIFY2(troubled >= 1 && troubled <= 4, qPrintable(QString::number(troubled)));
    }

private:
    static qint64 timeOf(const QJsonValue &row) { return row.toObject().value(QLatin1String("ts")).toInteger(); }
    static qint64 micros(const QString &text) { return proxy::parseTime(text.toStdString()).value_or(0); }

    std::unique_ptr<Fixture> m_f;
    QJsonArray m_rows;
    QJsonArray m_keys;
    qint64 m_now = 0;
};

QTEST_GUILESS_MAIN(DemoSeedTest)
#include "tst_demo_seed.moc"
