// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/gather.h"
#include "base/wait.h"
#include "fakes/real_litellm.h"
#include <QDeadlineTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Through the adapter and gwctl, on a real LiteLLM with PostgreSQL: what recordings cannot show.
class LitellmLiveTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<RealLitellm>();
        const auto added = gwctl({u"profile"_s, u"add"_s, u"lite"_s, u"--kind"_s, u"litellm"_s, u"--data-url"_s,
            m_server->url.toString() + u"/v1"_s, u"--admin-url"_s, m_server->url.toString(), u"--key-ref"_s,
            u"env:LITELLM_KEY"_s, u"--data-key-ref"_s, u"env:LITELLM_KEY"_s});
        QVERIFY2(added.code == 0, added.err);
    }

    void itSaysWhatItIs()
    {
        QCOMPARE(finished(admin().identity(), 60s)->version, u"1.106.2"_s);
        QVERIFY(finished(admin().health(), 60s));
        QVERIFY(finished(gateway::adapterOf(u"litellm")->recognise(m_server->http, m_server->url), 60s));
    }

    void everyCommandOfAConnectionKnowsIt()
    {
        const auto seen = gwctl({u"profile"_s, u"detect"_s, m_server->url.toString(), u"--json"_s});
        QVERIFY2(seen.code == 0, seen.err);
        QCOMPARE(seen.json()["kind"_L1].toString(), u"litellm"_s);
        QCOMPARE(seen.json()["data_url"_L1].toString(), m_server->url.toString() + u"/v1"_s);
        QVERIFY(!seen.json()["evidence"_L1].toString().isEmpty());

        const auto tried = gwctl({u"profile"_s, u"test"_s, u"lite"_s, u"--json"_s});
        QVERIFY2(tried.code == 0, tried.err);
        QCOMPARE(tried.json()["version"_L1].toString(), u"1.106.2"_s);
        QCOMPARE(tried.json()["reachable"_L1], QJsonValue(true));
        QCOMPARE(outcomesOf(tried.json()),
            (QStringList{u"name passed"_s, u"connect passed"_s, u"admin_sign_in passed"_s, u"keys passed"_s,
                u"usage passed"_s, u"data_sign_in passed"_s, u"models passed"_s}));

        const auto aliases = gwctl({u"alias"_s, u"list"_s, u"--json"_s});
        QVERIFY2(aliases.code == 0, aliases.err);
        QCOMPARE(aliases.json()["complete"_L1], QJsonValue(true));
        const QJsonObject chat = itemNamed(aliases.json(), u"file-chat"_s);
        QCOMPARE(chat["routes"_L1][0]["model"_L1].toString(), u"openai/test-echo"_s);
        QVERIFY(tried.json()["aliases"_L1].toArray().contains(u"file-chat"_s));
    }

    // Some servers hold keys of one and the same time: those made before the column was.
    void everyKeyIsListedOnceHoweverManyThereAre()
    {
        QSet<QString> made;
        for (const net::Exchange &answer : finished(atOnce(newKeys(520)), 300s))
            if (answer.status == 200)
                made << QJsonDocument::fromJson(answer.body).object()["token_id"_L1].toString();
        QCOMPARE(made.size(), 520);
        QVERIFY(m_server->sql(u"update \"LiteLLM_VerificationToken\" set created_at = '2026-01-01'"_s));

        const auto whole = gwctl({u"key"_s, u"list"_s, u"--limit"_s, u"1000"_s, u"--json"_s});
        QVERIFY2(whole.code == 0, whole.err);
        QCOMPARE(whole.json()["complete"_L1], QJsonValue(true));
        const QStringList listed = idsOf(whole.json());
        const QSet<QString> unique(listed.begin(), listed.end());
        QCOMPARE(listed.size(), unique.size());
        QVERIFY(unique.contains(made));

        QStringList walked;
        QString after;
        do {
            const auto part = gwctl(QStringList{u"key"_s, u"list"_s, u"--json"_s}
                + (after.isEmpty() ? QStringList() : QStringList{u"--after"_s, after}));
            QVERIFY2(part.code == 0, part.err);
            QCOMPARE(part.json()["complete"_L1].toBool(), part.json()["next"_L1].isNull());
            walked << idsOf(part.json());
            after = part.json()["next"_L1].toString();
        } while (!after.isEmpty());
        QCOMPARE(walked, listed);
    }

    void aliasesComeAndGo()
    {
        storeCredential();
        gateway::Aliases &aliases = *admin().aliases();
        Alias chat;
        chat.name = u"live-chat"_s;
        chat.routes = {Route{u"up-main"_s, u"openai/test-echo"_s, 2}};
        chat.families = {u"chat"_s};
        chat.price = Price{1'500'000'000, 6'000'000'000, {}, {}};
        done(aliases.write({}, chat));
        QCOMPARE(served(u"live-chat"_s), 200);

        Alias hop;
        hop.name = u"hop"_s;
        Route toChat;
        toChat.model = u"live-chat"_s;
        hop.routes = {toChat};
        done(aliases.write({}, hop));
        QCOMPARE(served(u"hop"_s), 200);

        const Alias made = named(u"live-chat"_s);
        Alias dearer = made;
        dearer.price.inputNanos = 3'000'000'000;
        dearer.fallbacks = {u"file-chat"_s};
        dearer.routes.first().times.total = 20'000;
        done(aliases.write(made, dearer));
        QCOMPARE(named(u"live-chat"_s).price.inputNanos.value(), 3'000'000'000);
        QCOMPARE(named(u"live-chat"_s).fallbacks, QStringList{u"file-chat"_s});
        QCOMPARE(named(u"hop"_s).routes, QList<Route>{toChat}); // a write leaves the other settings alone

        Alias unfallen = named(u"live-chat"_s);
        unfallen.fallbacks.clear();
        done(aliases.write(named(u"live-chat"_s), unfallen));
        done(aliases.write(named(u"hop"_s), {}));
        done(aliases.write(named(u"live-chat"_s), {}));
        QVERIFY(named(u"live-chat"_s).name.isEmpty());
        QVERIFY(served(u"live-chat"_s) >= 400);
        QVERIFY(served(u"hop"_s) >= 400);
    }

    void whatStandsInTheFileOrCannotBeServedIsRefused()
    {
        gateway::Aliases &aliases = *admin().aliases();
        QCOMPARE(finished(aliases.write(named(u"file-chat"_s), {}), 60s).error().kind, FailureKind::Unsupported);
        Alias broken;
        broken.name = u"broken"_s;
        broken.routes = {Route{u"http://127.0.0.1:9/v1"_s, u"no-such-provider-model"_s}};
        QCOMPARE(finished(aliases.write({}, broken), 60s).error().kind, FailureKind::Server);
        QVERIFY(named(u"broken"_s).name.isEmpty());
    }

    void aKeyLivesFromItsCreationToItsDeletion()
    {
        const auto made = gwctl({u"key"_s, u"create"_s, u"life"_s, u"--alias"_s, u"file-chat"_s, u"--family"_s,
            u"chat"_s, u"--budget"_s, u"5/day"_s, u"--budget"_s, u"100/lifetime"_s, u"--budget"_s, u"1/12h"_s,
            u"--soft"_s, u"80"_s, u"--rpm"_s, u"60"_s, u"--tpm"_s, u"90000"_s, u"--parallel"_s, u"4"_s, u"--expires"_s,
            u"30d"_s, u"--app"_s, u"checkout"_s, u"--owner"_s, u"search"_s, u"--review-date"_s, u"2027-01-31"_s,
            u"--json"_s, u"--yes"_s});
        QVERIFY2(made.code == 0, made.err);
        const QByteArray secret = made.json()["secret"_L1].toString().toUtf8();
        QCOMPARE(statusOf(secret, u"file-chat"_s), 200);

        changes({u"update"_s, u"life"_s, u"--rpm"_s, u"30"_s, u"--budget"_s, u"7/day"_s, u"--owner"_s, u"payments"_s,
            u"--expires"_s, u"never"_s});
        const Key changed = finished(admin().keys()->named(u"life"_s), 60s).value().first();
        QCOMPARE(changed.rates.requestsPerMinute, 30);
        QCOMPARE(changed.passport.owner, u"payments"_s);
        QCOMPARE(changed.passport.application, u"checkout"_s);
        QVERIFY(!changed.expiresAt);

        changes({u"disable"_s, u"life"_s});
        QCOMPARE(statusOf(secret, u"file-chat"_s), 401);
        changes({u"enable"_s, u"life"_s});
        QCOMPARE(statusOf(secret, u"file-chat"_s), 200);

        const auto rotated = gwctl({u"key"_s, u"rotate"_s, u"life"_s, u"--yes"_s});
        QVERIFY(rotated.code != 0);
        QVERIFY2(rotated.err.contains("Enterprise feature"), rotated.err);
        QCOMPARE(statusOf(secret, u"file-chat"_s), 200);

        const auto gone = gwctl({u"key"_s, u"delete"_s, u"life"_s, u"--yes"_s});
        QVERIFY2(gone.code == 0 && gone.err.contains("for another 60 second"), gone.err);
        QCOMPARE(statusOf(secret, u"file-chat"_s), 401);
    }

    void callsAreRefusedForEveryReason_data()
    {
        QTest::addColumn<QStringList>("scope");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        const QString chat = u"v1/chat/completions"_s;
        const QString file = u"file-chat"_s;
        QTest::newRow("model") << QStringList{u"--alias"_s, u"other"_s} << file << chat << 403;
        QTest::newRow("family") << QStringList{u"--family"_s, u"embeddings"_s} << file << chat << 403;
        QTest::newRow("other family") << QStringList{u"--family"_s, u"chat"_s} << file << u"v1/embeddings"_s << 403;
        QTest::newRow("budget") << QStringList{u"--budget"_s, u"0.000000001/lifetime"_s} << file << chat << 422;
        QTest::newRow("unknown model") << QStringList{} << u"nope"_s << chat << 400;
    }
    void callsAreRefusedForEveryReason()
    {
        QFETCH(QStringList, scope);
        QFETCH(QString, model);
        QFETCH(QString, path);
        const QString name = u"refused-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        const QByteArray secret = issued(name, scope);
        net::Exchange answer;
        for (int i = 0; i < 20 && (i == 0 || answer.status == 200);
             ++i) // a budget is found used up after the first call
            answer = finished(m_server->call(secret, model, path), 60s);
        QTEST(answer.status, "status");
    }

    void tooManyCallsAreRefusedAndNobodysKeyTooIs()
    {
        const QByteArray secret = issued(u"slow"_s, {u"--rpm"_s, u"1"_s});
        QCOMPARE(statusOf(secret, u"file-chat"_s), 200);
        QCOMPARE(statusOf(secret, u"file-chat"_s), 429);
        QCOMPARE(statusOf("sk-EXAMPLEnobody000000000000", u"file-chat"_s), 401);
    }

    void everyCallHasItsRowAndTheSumsAreTheGatewaysOwn()
    {
        const QSet<QString> ids = manyCalls(510);
        QCOMPARE(ids.size(), 510);
        const QList<UsageRecord> rows = rowsWith(ids);
        QSet<QString> unique;
        qint64 nanos = 0;
        QSet<QString> left = ids;
        for (const UsageRecord &row : rows) {
            unique << row.sourceId;
            nanos += row.costNanos.value_or(0);
            left.remove(row.requestId);
        }
        QVERIFY2(left.isEmpty(), qPrintable(u"%1 calls without a row"_s.arg(left.size())));
        QCOMPARE(unique.size(), rows.size());
        QVERIFY(nanos > 0);
        const auto row = finished(admin().usage()->byRequest(*ids.begin()), 60s);
        QVERIFY2(row && row->requestId == *ids.begin(), "a call is not found by its id");

        const gateway::UsageTotals sums = totals(rows.size());
        QCOMPARE(sums.costNanos.value(), nanos);
        QCOMPARE(sums.requests.value(), rows.size());
        const auto allowances = finished(admin().limits()->allowances(), 60s).value();
        QCOMPARE(allowances.first().spentNanos.value(), nanos); // /global/spend

        const auto synced = gwctl({u"usage"_s, u"sync"_s, u"--json"_s});
        QVERIFY2(synced.code == 0, synced.err);
        QCOMPARE(synced.json()["rows"_L1].toInteger(), rows.size());
        QCOMPARE(synced.json()["gaps"_L1].toInt(-1), 0);
        const auto again = gwctl({u"usage"_s, u"sync"_s, u"--json"_s});
        QCOMPARE(again.json()["rows"_L1].toInteger(-1), 0);
    }

    // As on a busy server: at the end of a page stand rows that began at the same time.
    void rowsOfOneTimeAreAllRead()
    {
        const qsizetype rows = everyRow().size();
        QVERIFY(m_server->sql(u"update \"LiteLLM_SpendLogs\" set \"startTime\" = "
                              "date_trunc('second', \"startTime\") - interval '1 hour'"_s));
        QCOMPARE(everyRow().size(), rows);
    }

private:
    static QStringList outcomesOf(const QJsonObject &tested)
    {
        QStringList outcomes;
        for (const QJsonValue &step : tested["steps"_L1].toArray())
            outcomes << step["step"_L1].toString() + u' ' + step["outcome"_L1].toString();
        return outcomes;
    }
    static QJsonObject itemNamed(const QJsonObject &list, const QString &name)
    {
        for (const QJsonValue &item : list["items"_L1].toArray())
            if (item["name"_L1].toString() == name)
                return item.toObject();
        return {};
    }
    static QStringList idsOf(const QJsonObject &list)
    {
        QStringList ids;
        for (const QJsonValue &item : list["items"_L1].toArray())
            ids << item["id"_L1].toString();
        return ids;
    }
    std::vector<Task<net::Exchange>> newKeys(int count)
    {
        std::vector<Task<net::Exchange>> calls;
        for (int i = 0; i < count; ++i) {
            const QJsonObject body{{u"key_alias"_s, u"many-%1"_s.arg(i)}, {u"models"_s, QJsonArray{u"file-chat"_s}}};
            calls.push_back(m_server->post(RealLitellm::master, u"key/generate"_s, body));
        }
        return calls;
    }
    gateway::Admin &admin() { return *m_server->admin; }
    RealLitellm::Said gwctl(const QStringList &words)
    {
        const bool onProfile = words.first() != u"profile"_s;
        return m_server->gwctl(words + (onProfile ? QStringList{u"--profile"_s, u"lite"_s} : QStringList()));
    }
    void changes(const QStringList &words)
    {
        const auto said = gwctl(QStringList{u"key"_s} + words + QStringList{u"--yes"_s});
        QVERIFY2(said.code == 0, said.err);
    }
    static void done(Task<Result<>> task)
    {
        const auto result = finished(std::move(task), 120s);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    }
    Alias named(const QString &name)
    {
        const auto all = finished(admin().aliases()->all(), 60s).value();
        const auto found = std::ranges::find(all, name, &Alias::name);
        return found == all.end() ? Alias() : *found;
    }
    int statusOf(const QByteArray &secret, const QString &model)
    {
        return finished(m_server->call(secret, model), 60s).status;
    }
    int served(const QString &model) { return statusOf(RealLitellm::master, model); }
    QByteArray issued(const QString &name, const QStringList &scope)
    {
        const auto made = gwctl(QStringList{u"key"_s, u"create"_s, name, u"--json"_s, u"--yes"_s} + scope);
        if (made.code != 0)
            qWarning("%s", made.err.constData());
        return made.json()["secret"_L1].toString().toUtf8();
    }
    void storeCredential()
    {
        const QJsonObject values{{u"api_key"_s, u"sk-EXAMPLEupstream00000001"_s}, {u"api_base"_s, m_server->upstream}};
        const QJsonObject body{{u"credential_name"_s, u"up-main"_s}, {u"credential_values"_s, values},
            {u"credential_info"_s, QJsonObject{{u"custom_llm_provider"_s, u"openai"_s}}}};
        QCOMPARE(finished(m_server->post(RealLitellm::master, u"credentials"_s, body), 60s).status, 200);
    }

    static Task<std::vector<net::Exchange>> atOnce(std::vector<Task<net::Exchange>> calls)
    {
        constexpr int limit = 8;
        co_return co_await gather(limit, std::move(calls));
    }
    QSet<QString> manyCalls(int count)
    {
        std::vector<Task<net::Exchange>> calls;
        for (int i = 0; i < count; ++i)
            calls.push_back(m_server->call(RealLitellm::master, u"file-chat"_s));
        QSet<QString> ids;
        for (const net::Exchange &answer : finished(atOnce(std::move(calls)), 240s))
            if (answer.status == 200)
                ids << QString::fromLatin1(answer.header("x-litellm-call-id"));
        return ids;
    }
    QList<UsageRecord> everyRow()
    {
        QHash<QString, UsageRecord> rows; // the last window is read anew each time
        gateway::UsagePage page;
        do {
            page = finished(admin().usage()->after(page.next), 60s).value();
            for (const UsageRecord &row : page.rows)
                rows[row.sourceId] = row;
        } while (page.complete);
        return rows.values();
    }
    // Rows are written in batches behind the calls: looks until all are there, for the contract's 90 s.
    QList<UsageRecord> rowsWith(const QSet<QString> &ids)
    {
        QList<UsageRecord> rows;
        qsizetype before = -1;
        const QDeadlineTimer deadline(90'000);
        while (!deadline.hasExpired()) {
            rows = everyRow();
            QSet<QString> left = ids;
            for (const UsageRecord &row : rows)
                left.remove(row.requestId);
            if (left.isEmpty() && rows.size() == before)
                return rows;
            before = left.isEmpty() ? rows.size() : -1;
            finished(paused(3s));
        }
        return rows;
    }
    gateway::UsageTotals totals(qsizetype rows)
    {
        gateway::UsageTotals sums;
        const QDeadlineTimer deadline(90'000);
        do {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            sums = finished(admin().usage()->totals(now.addSecs(-3600), now), 60s).value();
            if (sums.requests == rows)
                return sums;
            finished(paused(3s));
        } while (!deadline.hasExpired());
        return sums;
    }
    static Task<bool> paused(std::chrono::milliseconds time)
    {
        co_await Pause(time);
        co_return true;
    }

    std::unique_ptr<RealLitellm> m_server;
};

QTEST_GUILESS_MAIN(LitellmLiveTest)
#include "tst_litellm_live_slow.moc"
