// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/gather.h"
#include "base/wait.h"
#include "fakes/real_litellm.h"
#include <QDeadlineTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What gwctl writes to a real LiteLLM with PostgreSQL holds for calls: aliases, and every limit of a key that it enforces.
class LitellmCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<RealLitellm>();
        const auto added = m_server->gwctl({u"profile"_s, u"add"_s, u"lite"_s, u"--kind"_s, u"litellm"_s,
            u"--data-url"_s, m_server->url.toString() + u"/v1"_s, u"--admin-url"_s, m_server->url.toString(),
            u"--key-ref"_s, u"env:LITELLM_KEY"_s, u"--data-key-ref"_s, u"env:LITELLM_KEY"_s});
        QVERIFY2(added.code == 0, added.err);
        const QJsonObject values{{u"api_key"_s, u"sk-EXAMPLEupstream00000001"_s}, {u"api_base"_s, m_server->upstream}};
        const QJsonObject body{{u"credential_name"_s, u"up-main"_s}, {u"credential_values"_s, values},
            {u"credential_info"_s, QJsonObject{{u"custom_llm_provider"_s, u"openai"_s}}}};
        QCOMPARE(finished(m_server->post(RealLitellm::master, u"credentials"_s, body), 60s).status, 200);
    }

    void anAliasIsSetChangedTakenBackAndRemoved()
    {
        const QStringList set{u"alias"_s, u"set"_s, u"by-hand"_s, u"--to"_s, u"up-main/openai/test-echo"_s,
            u"--price-in"_s, u"1.5"_s, u"--price-out"_s, u"6"_s, u"--reason"_s, u"OPS-9"_s};
        const auto made = written(set);
        QVERIFY2(made.code == 0, made.err);
        QCOMPARE(made.json()["state"_L1].toString(), u"applied"_s);
        QCOMPARE(served(u"by-hand"_s), 200);

        const auto dearer = written({u"alias"_s, u"set"_s, u"by-hand"_s, u"--price-in"_s, u"3"_s});
        QVERIFY2(dearer.code == 0, dearer.err);
        QCOMPARE(priceOf(u"by-hand"_s), 3'000'000'000);
        const auto back = written({u"change"_s, u"undo"_s, QString::number(dearer.json()["id"_L1].toInteger())});
        QVERIFY2(back.code == 0, back.err);
        QCOMPARE(priceOf(u"by-hand"_s), 1'500'000'000);

        const auto gone = written({u"alias"_s, u"remove"_s, u"by-hand"_s});
        QVERIFY2(gone.code == 0, gone.err);
        QVERIFY(served(u"by-hand"_s) >= 400);
        const auto file = written({u"alias"_s, u"remove"_s, u"file-chat"_s});
        QVERIFY2(file.code == 2, file.err); // it stands in the server's own file
        QCOMPARE(served(u"file-chat"_s), 200);
    }

    void everyFactOfThePassportIsKeptAtCreation()
    {
        issued(u"facts"_s,
            {u"--app"_s, u"checkout"_s, u"--env"_s, u"staging"_s, u"--owner"_s, u"search"_s, u"--rotation-owner"_s,
                u"ann"_s, u"--budget-owner"_s, u"ben"_s, u"--ticket"_s, u"OPS-17"_s, u"--purpose"_s, u"nightly runs"_s,
                u"--review-date"_s, u"2027-01-31"_s});
        Passport wanted;
        wanted.application = u"checkout"_s;
        wanted.environment = u"staging"_s;
        wanted.owner = u"search"_s;
        wanted.rotationOwner = u"ann"_s;
        wanted.budgetOwner = u"ben"_s;
        wanted.ticket = u"OPS-17"_s;
        wanted.purpose = u"nightly runs"_s;
        wanted.reviewDate = QDate(2027, 1, 31);
        const Key read = finished(m_server->admin->keys()->named(u"facts"_s), 60s).value().first();
        QCOMPARE(read.passport.application, wanted.application); // the first that differs is named
        QCOMPARE(read.passport.purpose, wanted.purpose);
        QCOMPARE(read.passport.reviewDate, wanted.reviewDate);
        QVERIFY(read.passport == wanted);
    }

    void anExpiredKeyIsRefused()
    {
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(20);
        const QByteArray secret = issued(u"short"_s, {u"--expires"_s, end.toString(Qt::ISODate)});
        QVERIFY(!secret.isEmpty());
        QCOMPARE(statusOf(secret), 200);
        int status = 200;
        for (const QDeadlineTimer deadline(120'000); status == 200 && !deadline.hasExpired();) {
            finished(paused(2s));
            status = statusOf(secret);
        }
        QCOMPARE(status, 401);
        QVERIFY(QDateTime::currentDateTimeUtc() >= end);
        const auto shown = gwctl({u"key"_s, u"show"_s, u"short"_s});
        QVERIFY2(shown.out.contains("expired"), shown.out);
    }

    // The tokens of the first call are counted when it ends, so that a later one is refused.
    void tokensAMinuteAreLimited()
    {
        const QByteArray secret = issued(u"few-tokens"_s, {u"--tpm"_s, u"1"_s});
        QVERIFY(!secret.isEmpty());
        int status = 200;
        for (const QDeadlineTimer deadline(50'000); status == 200 && !deadline.hasExpired();)
            status = statusOf(secret);
        QCOMPARE(status, 429);
        QCOMPARE(statusOf(issued(u"many-tokens"_s, {u"--tpm"_s, u"100000"_s})), 200);
    }

    void callsAtATimeAreLimited()
    {
        const auto made = written({u"alias"_s, u"set"_s, u"slow"_s, u"--to"_s, u"up-main/openai/test-slow"_s,
            u"--price-in"_s, u"1"_s, u"--price-out"_s, u"1"_s});
        QVERIFY2(made.code == 0, made.err);
        QCOMPARE(statusesOf(issued(u"one-by-one"_s, {u"--parallel"_s, u"1"_s}), 4).count(429) > 0, true);
        QCOMPARE(statusesOf(issued(u"all-at-once"_s, {u"--parallel"_s, u"8"_s}), 4), (QList<int>(4, 200)));
    }

private:
    RealLitellm::Said gwctl(const QStringList &words)
    {
        return m_server->gwctl(words + QStringList{u"--profile"_s, u"lite"_s});
    }
    RealLitellm::Said written(const QStringList &words) { return gwctl(words + QStringList{u"--json"_s, u"--yes"_s}); }
    QByteArray issued(const QString &name, const QStringList &scope)
    {
        const auto made = written(QStringList{u"key"_s, u"create"_s, name} + scope);
        if (made.code != 0)
            qWarning("%s", made.err.constData());
        return made.json()["secret"_L1].toString().toUtf8();
    }
    int statusOf(const QByteArray &secret, const QString &model = u"file-chat"_s)
    {
        return finished(m_server->call(secret, model), 60s).status;
    }
    int served(const QString &model) { return statusOf(RealLitellm::master, model); }
    qint64 priceOf(const QString &alias)
    {
        return gwctl({u"alias"_s, u"show"_s, alias, u"--json"_s}).json()["price"_L1]["input_nanos"_L1].toInteger();
    }
    // Of so many calls that begin at once.
    QList<int> statusesOf(const QByteArray &secret, int count)
    {
        std::vector<Task<net::Exchange>> calls;
        for (int i = 0; i < count; ++i)
            calls.push_back(m_server->call(secret, u"slow"_s));
        QList<int> statuses;
        for (const net::Exchange &answer : finished(atOnce(std::move(calls)), 120s))
            statuses << answer.status;
        return statuses;
    }
    static Task<std::vector<net::Exchange>> atOnce(std::vector<Task<net::Exchange>> calls)
    {
        const int all = int(calls.size());
        co_return co_await gather(all, std::move(calls));
    }
    static Task<bool> paused(std::chrono::milliseconds time)
    {
        co_await Pause(time);
        co_return true;
    }

    std::unique_ptr<RealLitellm> m_server;
};

QTEST_GUILESS_MAIN(LitellmCommandsTest)
#include "tst_litellm_commands_slow.moc"
