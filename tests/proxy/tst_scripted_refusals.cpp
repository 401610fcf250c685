// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "scenario_rows.h"

// Scripted models that never answer properly: status, type and retry headers are those of their name, and the row says so.
class ScriptedRefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_f = std::make_unique<Fixture>();
        QVERIFY(m_f->start());
        m_key = m_f->newKey();
    }

    void refusalsOfTheUpstreamPassThrough_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(std::size(rows::refusals)); ++i)
            QTest::addRow("%s", rows::refusals[i].model) << i;
    }

    void refusalsOfTheUpstreamPassThrough()
    {
        QFETCH(int, row);
        const rows::RefusalRow &wanted = rows::refusals[row];
        for (const char *members : {"", R"("stream":true)"}) {
            const client::Answer answer = m_f->chat(m_key, wanted.model, "hello", members);
            QCOMPARE(answer.status, wanted.status);
            QCOMPARE(answer.header("content-type"), std::string(wanted.type));
            QVERIFY(answer.whole);
            const QJsonObject told = m_f->lastRow();
            QCOMPARE(textAt(told, "ended"), QStringLiteral("error"));
            QVERIFY(!textAt(told, "error_class").isEmpty());
            QCOMPARE(told.value(QLatin1String("status")).toInt(), answer.status);
            if (*wanted.header)
                QCOMPARE(answer.header(wanted.header), std::string(wanted.value));
        }
    }

    void retriesMayComeAtADate()
    {
        const client::Answer answer = m_f->chat(m_key, "test-429-retry-date", "hello");
        const QString text =
            QString::fromStdString(answer.header("retry-after")).replace(QLatin1String("GMT"), QLatin1String("+0000"));
        const auto date = QDateTime::fromString(text, Qt::RFC2822Date);
        QVERIFY(date.isValid());
        QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(date)) <= 5);
    }

    void attemptsOfAnSdkAreCounted()
    {
        const auto attempt = [this](const char *model, int retries) {
            const std::string header = "X-Stainless-Retry-Count: " + std::to_string(retries) + "\r\n";
            return m_f->chat(m_key, model, "hello", {}, header);
        };
        QCOMPARE(attempt("test-429-once", 0).status, 429);
        QVERIFY(attempt("test-429-once", 0).body.find("This was attempt 1.") != std::string::npos);
        QCOMPARE(attempt("test-429-once", 1).status, 200);
        QCOMPARE(attempt("test-429-twice", 1).status, 429);
        QCOMPARE(attempt("test-429-twice", 2).status, 200);
        QVERIFY(attempt("test-429", 2).body.find("This was attempt 3.") != std::string::npos);
    }

    void theConnectionMayEndWithoutAnAnswer()
    {
        const client::Answer answer = m_f->chat(m_key, "test-hang-up", "hello");
        QCOMPARE(answer.status, 0);
        const QJsonObject row = m_f->lastRow();
        QCOMPARE(textAt(row, "ended"), QStringLiteral("error"));
        QCOMPARE(textAt(row, "error_class"), QStringLiteral("upstream"));
    }

private:
    std::unique_ptr<Fixture> m_f;
    std::string m_key;
};

QTEST_GUILESS_MAIN(ScriptedRefusalsTest)
#include "tst_scripted_refusals.moc"
