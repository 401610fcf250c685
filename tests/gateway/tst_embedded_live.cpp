// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/change.h"
#include "fakes/fake_admin.h"
#include "fakes/run_task.h"
#include "net/qt_http.h"
#include "proxy/gateway.h"
#include <algorithm>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// Both adapters against the gateway itself, over real sockets.
class EmbeddedLiveTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyLivesFromItsCreationToItsDeletion()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"live"_s;
        wanted.aliases << u"test-echo"_s;
        wanted.budgets << Budget{50'000'000, u"day"_s, {}} << Budget{90'000'000, u"12h"_s, {}};
        wanted.expiresAt = QDateTime::currentDateTimeUtc().addDays(30); // with milliseconds
        wanted.passport.application = u"checkout"_s;
        wanted.passport.reviewDate = QDate(2027, 1, 31);
        const auto made = f.apply({{}, wanted});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        QVERIFY(finished(f.caller(*made->secret)->health()));

        changes::Change disabling{made->change.after, made->change.after};
        disabling.after->enabled = false;
        disabling.after->passport.owner = u"payments"_s;
        QVERIFY(f.apply(disabling));
        QCOMPARE(finished(f.caller(*made->secret)->health()).error().kind, FailureKind::Unauthorized);
        QVERIFY(f.apply(f.journal.entries.last().change.inverse()));
        QVERIFY(finished(f.caller(*made->secret)->health()));

        QVERIFY(f.apply({f.journal.entries.last().change.after, {}}));
        QCOMPARE(finished(f.admin->keys()->find(made->change.after->id)).error().kind, FailureKind::NotFound);
        QCOMPARE(finished(f.caller(*made->secret)->health()).error().kind, FailureKind::Unauthorized);
        QCOMPARE(f.journal.entries.size(), 4);
    }

    void whatAKeyHasLeftIsToldPerWindowARaiseCounted()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"capped"_s;
        const QDateTime until(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
        wanted.budgets << Budget{50'000'000, u"day"_s, {}, 7'000'000, until} << Budget{90'000'000, u"12h"_s, {}};
        const auto made = f.apply({{}, wanted});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        wanted.name = u"free"_s;
        wanted.budgets.clear();
        QVERIFY(f.apply({{}, wanted}));
        QList<Allowance> all = finished(f.admin->limits()->allowances()).value();
        QCOMPARE(all.size(), 3);
        std::ranges::stable_sort(all, {}, &Allowance::name); // keys come by their ids
        QCOMPARE(all.at(0).id, made->change.after->id);
        QCOMPARE(all.at(0).limitNanos.value(), 57'000'000);
        QCOMPARE(all.at(0).leftNanos.value(), 57'000'000);
        QVERIFY(all.at(0).resetsAt && *all.at(0).resetsAt > QDateTime::currentDateTimeUtc());
        QCOMPARE(all.at(1).window, u"12h"_s);
        QVERIFY(!all.at(1).resetsAt);
        QVERIFY(all.at(2).unlimited && !all.at(2).limitNanos);
        QCOMPARE(all.at(2).spentNanos.value(), 0);
    }

    void everyLimitOfAKeyIsHeldByTheGatewayItself()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"limited"_s;
        wanted.families << u"chat"_s << u"embeddings"_s;
        wanted.upstreams << u"scripted"_s;
        wanted.networks << u"127.0.0.0/8"_s << u"::1"_s;
        wanted.rates = {60, 90'000, 4, 1500};
        wanted.softPercents = {80, 95};
        const QDateTime until(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
        wanted.budgets << Budget{50'000'000, u"day"_s, {}, 7'000'000, until} << Budget{90'000'000, u"12h"_s, {}};
        const auto made = f.apply({{}, wanted});
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        const Key read = finished(f.admin->keys()->find(made->change.after->id)).value();
        Key same = wanted;
        same.id = read.id;
        QVERIFY(sameSettings(read, same));
        QCOMPARE(read.budgets.first().freeNanos, std::optional<qint64>(57'000'000));
        QCOMPARE(read.budgets.first().reservedNanos, std::optional<qint64>(0));
        QCOMPARE(read.running, std::optional<qint64>(0));

        changes::Change loosening{read, read};
        loosening.after->rates = {};
        loosening.after->networks.clear();
        loosening.after->softPercents.clear();
        loosening.after->families.removeLast();
        QVERIFY(f.apply(loosening));
        const Key now = finished(f.admin->keys()->find(read.id)).value();
        QVERIFY(sameSettings(now, *loosening.after));
        QCOMPARE(now.budgets.first().raiseNanos, 7'000'000);
    }

    void aRotatedKeyHasTwoSecretsForAWhile()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"turned"_s;
        const auto made = f.apply({{}, wanted});
        changes::Change turning{made->change.after, made->change.after};
        turning.rotation = std::chrono::hours(1);
        const auto first = f.apply(turning);
        QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
        QVERIFY(finished(f.caller(*made->secret)->health()));
        QVERIFY(finished(f.caller(*first->secret)->health()));
        turning.before = turning.after = first->change.after;
        turning.rotation = std::chrono::seconds(0);
        const auto second = f.apply(turning);
        QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
        QVERIFY(!second->change.after->previousUntil);
        QCOMPARE(finished(f.caller(*first->secret)->health()).error().kind, FailureKind::Unauthorized);
        QVERIFY(finished(f.caller(*second->secret)->health()));
    }

    void writingAnAliasKeepsAllOfIt()
    {
        Fixture f;
        Alias wanted;
        wanted.name = u"held"_s;
        wanted.strategy = u"cheapest"_s;
        wanted.families << u"chat"_s;
        wanted.price = {1, 2, 3, QDate(2026, 11, 1)};
        wanted.routes << Route{u"scripted"_s, u"test-echo"_s, 3, {1, 2, 3, 4}, {5, 6, {}, {}}}
                      << Route{u"scripted"_s, u"test-slow"_s, 1, {}, {}};
        QVERIFY(finished(f.admin->aliases()->write({}, wanted)));
        QVERIFY(finished(f.admin->aliases()->all()).value().contains(wanted));
    }

    void aNameIsTakenOnlyOnce()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"once"_s;
        QVERIFY(f.apply({{}, wanted}));
        QCOMPARE(f.apply({{}, wanted}).error().kind, FailureKind::Conflict);
        QCOMPARE(finished(f.admin->keys()->create(wanted)).error().kind, FailureKind::Conflict);
        QCOMPARE(finished(f.admin->keys()->named(u"once"_s)).value().size(), 1);
    }

    void anothersChangeIsNotOverwritten()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"shared"_s;
        const Key made = *f.apply({{}, wanted})->change.after;
        Key theirs = made;
        theirs.aliases << u"test-echo"_s;
        QVERIFY(finished(f.admin->keys()->write(made, theirs)));
        Key ours = made;
        ours.enabled = false;
        QCOMPARE(f.apply({made, ours}).error().kind, FailureKind::Conflict);
        QCOMPARE(finished(f.admin->keys()->find(made.id)).value().aliases, theirs.aliases);
    }

    void aRefusedFieldIsNamedByTheGateway()
    {
        Fixture f;
        Key wanted;
        wanted.name = u"wrong"_s;
        wanted.budgets << Budget{-5, u"day"_s, {}};
        const Failure failure = f.apply({{}, wanted}).error();
        QCOMPARE(failure.kind, FailureKind::Rejected);
        QVERIFY2(failure.detail.contains(u"nanos"_s), qPrintable(failure.detail));
    }

    void theDemoIsReadToItsEnd()
    {
        Fixture f(proxy::Seed::Demo);
        const auto keys = finished(gateway::everyKey(*f.admin->keys())).value();
        QCOMPARE(keys.size(), 5);
        QVERIFY(!keys.first().passport.owner.isEmpty());
        QVERIFY(finished(f.admin->aliases()->all()).value().size() >= 6);
        QSet<QString> seen;
        qsizetype rows = 0;
        gateway::UsagePage page;
        do {
            page = finished(f.admin->usage()->after(page.next)).value();
            rows += page.rows.size();
            for (const UsageRecord &row : page.rows)
                seen << row.sourceId;
        } while (page.complete);
        QVERIFY(rows > 1000);
        QCOMPARE(seen.size(), rows);
        const QString end = page.next;
        page = finished(f.admin->usage()->after(end)).value();
        QVERIFY(page.rows.isEmpty());
        QCOMPARE(page.next, end);
    }

    void aRefusedCallIsFoundByItsRequest()
    {
        Fixture f;
        net::Request request;
        request.url = QUrl(QString::fromStdString(f.server.started().dataUrl) + u"/chat/completions"_s);
        request.method = "POST";
        request.body = R"({"model":"test-echo","messages":[]})";
        request.headers << net::Header{"Authorization", "Bearer sk-gw-EXAMPLE-wrong"};
        const auto refused = finished(f.http.send(request));
        QCOMPARE(refused.status, 401);
        const QString id = QString::fromLatin1(refused.header("x-request-id"));
        Result<UsageRecord> row = fail(FailureKind::NotFound);
        QTRY_VERIFY((row = finished(f.admin->usage()->byRequest(id))));
        QCOMPARE(row->status.value(), 401);
        QCOMPARE(row->ended, u"refused"_s);
    }

    void aWrongAdminKeyIsUnauthorized()
    {
        Fixture f;
        const auto other = f.connectTo(u"embedded"_s, Secret("sk-gw-EXAMPLE-other"), {});
        const Failure failure = finished(other->health()).error();
        QCOMPARE(failure.kind, FailureKind::Unauthorized);
        QVERIFY(!failure.detail.contains(u"EXAMPLE"_s));
    }

    void aStoppedGatewayIsANetworkFailure()
    {
        Fixture f;
        f.server.stop(0);
        QCOMPARE(finished(f.admin->health()).error().kind, FailureKind::Network);
    }

private:
    struct Fixture
    {
        QTemporaryDir dir;
        proxy::Gateway server;
        net::QtHttp http;
        MemoryJournal journal;
        QString adminUrl; // still known when the gateway is stopped
        QString dataUrl;
        Clock clock;
        std::unique_ptr<gateway::Admin> admin;

        explicit Fixture(proxy::Seed seed = proxy::Seed::Empty)
        {
            proxy::Options options;
            options.dbPath = dir.filePath(u"gateway.db"_s).toStdString();
            options.adminKey = "sk-gw-EXAMPLE-admin";
            options.seed = seed;
            const auto started = server.start(options);
            if (!started)
                qFatal("%s", started.error().detail.c_str());
            adminUrl = QString::fromStdString(started->adminUrl);
            dataUrl = QString::fromStdString(started->dataUrl);
            admin = connectTo(u"embedded"_s, Secret("sk-gw-EXAMPLE-admin"), {});
        }
        std::unique_ptr<gateway::Admin> connectTo(const QString &kind, const Secret &adminKey, const Secret &dataKey)
        {
            return gateway::adapterOf(kind)->connect(
                {QUrl(dataUrl), QUrl(adminUrl), adminKey, dataKey, {}, http, clock});
        }
        std::unique_ptr<gateway::Admin> caller(const Secret &key) { return connectTo(u"plain_openai"_s, {}, key); }
        Result<changes::Done> apply(const changes::Change &change)
        {
            return finished(changes::apply(*admin->keys(), journal, change));
        }
    };
};

QTEST_GUILESS_MAIN(EmbeddedLiveTest)
#include "tst_embedded_live.moc"
