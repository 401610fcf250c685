// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/feature_change.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using gateway::Feature;

// The same questions to every registered adapter. tests/data/<id>/contract.json names its recorded answers by call, and
// contract-<generation>.json those of another generation: of that one what identity() leaves of the features is asked.
class ContractTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAdapterIsFoundByItsName()
    {
        QVERIFY(!gateway::adapters().isEmpty());
        for (const gateway::Adapter *adapter : gateway::adapters())
            QCOMPARE(gateway::adapterOf(QString::fromLatin1(adapter->id)), adapter);
        QVERIFY(!gateway::adapterOf(u"nothing"_s));
    }

    void itSaysWhatItIs_data() { everyAdapter(); }
    void itSaysWhatItIs()
    {
        Fixture f;
        const auto identity = finished(f.admin->identity());
        QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().detail));
        QCOMPARE(identity->kind, QString::fromLatin1(f.adapter->id));
        QVERIFY(!identity->evidence.isEmpty());
        QVERIFY(finished(f.admin->health()));
    }

    void declaredFeaturesWork_data()
    {
        QTest::addColumn<QString>("answers");
        QTest::addColumn<int>("feature");
        for (const QString &script : scripts())
            for (int i = 0; i < int(Feature::Count); ++i)
                if (Feature(i) != Feature::PassportHere // the session's, no gateway's
                    && !(Feature(i) == Feature::AliasPrices && script.startsWith(u"newapi/"_s))) // not recorded
                    QTest::addRow("%s %d", qPrintable(script), i) << script << i;
    }
    void declaredFeaturesWork()
    {
        QFETCH(int, feature);
        QFETCH(QString, answers);
        Fixture f;
        f.knowGeneration(answers);
        const bool declared = f.admin->features().has(Feature(feature));
        const auto failure = f.use(Feature(feature));
        if (declared)
            QVERIFY2(!failure, qPrintable(failure ? failure->detail : QString()));
        else
            QVERIFY2(failure && failure->kind == FailureKind::Unsupported, "works, or fails otherwise, undeclared");
    }

    void pagingEndsAndIsComplete_data() { everyAdapter(); }
    void pagingEndsAndIsComplete()
    {
        Fixture f;
        if (f.admin->keys()) {
            QSet<QString> ids;
            const auto keys = finished(gateway::everyKey(*f.admin->keys())).value();
            for (const Key &key : keys)
                ids << key.id;
            QCOMPARE(ids.size(), keys.size());
            QVERIFY(keys.size() > 2);
        }
        if (f.admin->features().has(Feature::UsageRows))
            QCOMPARE(f.usageRows(), f.script["usageRows"_L1].toInt(3));
    }

    void trouble_data()
    {
        QTest::addColumn<QString>("answers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        const QByteArray json =
            R"({"error":{"message":"Bearer sk-gw-EXAMPLE-admin / sk-EXAMPLE-data is not allowed"}})";
        const QByteArray problem = R"({"detail":"you sent sk-gw-EXAMPLE-admin or sk-EXAMPLE-data"})";
        for (const QString &script : scripts()) {
            const auto row = [&script](const char *name, int status, const char *type, const QByteArray &body,
                                 FailureKind kind) {
                QTest::addRow("%s %s", qPrintable(script), name)
                    << script << status << QByteArray(type) << body << kind;
            };
            row("401", 401, "application/problem+json", problem, FailureKind::Unauthorized);
            row("403", 403, "application/json", json, FailureKind::Forbidden);
            row("404", 404, "application/json", json, FailureKind::NotFound);
            row("429", 429, "application/json", json, FailureKind::RateLimited);
            row("500", 500, "text/plain", "sk-gw-EXAMPLE-admin sk-EXAMPLE-data", FailureKind::Server);
            row("502 page of a proxy", 502, "text/html", "<html>sk-gw-EXAMPLE-admin", FailureKind::Server);
            row("a web page", 200, "text/html; charset=utf-8", "<html>", FailureKind::NotAGateway);
            row("a web page as 404", 404, "text/html", "<html>", FailureKind::NotAGateway);
            row("a web page said to be JSON", 200, "application/json", "<html>", FailureKind::Decode);
            row("half an answer", 200, "application/json", R"({"items":[)", FailureKind::Decode);
            row("another object", 200, "application/json", R"({"hello":"sk-gw-EXAMPLE-admin"})", FailureKind::Decode);
            row("a number", 200, "application/json", "7", FailureKind::Decode);
            row("nothing", 200, "application/json", "", FailureKind::Decode);
        }
    }
    void trouble()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        Fixture f;
        net::Exchange exchange;
        exchange.status = status;
        exchange.headers << net::Header{"Content-Type", type};
        exchange.body = body;
        f.http.answerAllWith(exchange);
        const bool listless = f.script["listless"_L1].toBool() && status == 404 && type == "application/json";
        for (const Failure &failure : f.failuresOfAllReads()) {
            if (listless) // it promises no list: its documented alias stands in
                QCOMPARE(failure.detail, u"it worked"_s);
            else
                QTEST(failure.kind, "kind");
            QVERIFY2(!failure.detail.contains(u"EXAMPLE"_s), qPrintable(failure.detail));
        }
    }

    void aFailedExchangeStaysWhatItWas_data() { everyAdapter(); }
    void aFailedExchangeStaysWhatItWas()
    {
        Fixture f;
        net::Exchange exchange;
        exchange.failure = Failure{FailureKind::Tls, u"handshake"_s, 0};
        f.http.answerAllWith(exchange);
        for (const Failure &failure : f.failuresOfAllReads())
            QCOMPARE(failure, *exchange.failure);
    }

private:
    // "newapi/contract.json", "newapi/contract-n1.json", ...
    static QStringList scripts()
    {
        QStringList all;
        for (const gateway::Adapter *adapter : gateway::adapters()) {
            const QString id = QString::fromLatin1(adapter->id);
            const QDir folder(QStringLiteral(TEST_DATA "/") + id);
            const QStringList files = folder.entryList({u"contract*.json"_s}, QDir::Files, QDir::Name);
            if (files.isEmpty())
                qFatal("no recorded answers of %s", adapter->id);
            for (const QString &file : files)
                all << id + u'/' + file;
        }
        return all;
    }
    static void everyAdapter()
    {
        QTest::addColumn<QString>("answers");
        for (const QString &script : scripts())
            QTest::newRow(qPrintable(script)) << script;
    }

    struct Fixture
    {
        const gateway::Adapter *adapter;
        ScriptedHttp http;
        FakeClock clock;
        QJsonObject script;
        std::unique_ptr<gateway::Admin> admin;

        Fixture()
        {
            QFETCH(QString, answers);
            const QString id = answers.section(u'/', 0, 0);
            adapter = gateway::adapterOf(id);
            readScript(id, answers);
            admin = adapter->connect({QUrl(u"http://gw.test/v1"_s), QUrl(u"http://gw.test"_s),
                Secret("sk-gw-EXAMPLE-admin"), Secret("sk-EXAMPLE-data"), u"1"_s, http, clock});
        }
        // Narrows the features to this generation's; contract.json is of the one that can the most.
        void knowGeneration(const QString &file)
        {
            if (!file.endsWith("/contract.json"_L1))
                QVERIFY(finished(admin->identity()));
        }
        void readScript(const QString &id, const QString &name)
        {
            QFile file(QStringLiteral(TEST_DATA "/") + name);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no recorded answers");
            script = QJsonDocument::fromJson(file.readAll()).object();
            const QJsonObject calls = script["calls"_L1].toObject();
            for (auto call = calls.begin(); call != calls.end(); ++call) {
                for (const QJsonValue turn : call.value()["recordings"_L1].toArray())
                    http.answerInTurn(call.key(), {id + u'/' + turn.toString()});
                const QString recording = call.value()["recording"_L1].toString();
                if (!recording.isEmpty()) {
                    http.answerRecorded(call.key(), id + u'/' + recording);
                    readSequel(id, call.key(), call.value().toObject());
                    continue;
                }
                http.answer(call.key(), id + u'/' + call.value()["body"_L1].toString());
                http.refuse(call.key(), call.value()["status"_L1].toInt(200));
            }
        }

        // "keeps": which call tells what this one wrote; "then": calls that are answered by other recordings from now on.
        void readSequel(const QString &id, const QString &call, const QJsonObject &entry)
        {
            if (entry.contains("keeps"_L1))
                http.keeps(call, entry["keeps"_L1].toString());
            const QJsonObject then = entry["then"_L1].toObject();
            for (auto later = then.begin(); later != then.end(); ++later)
                http.afterwards(call, later.key(), ScriptedHttp::recorded(id + u'/' + later.value().toString()));
        }

        template<typename T>
        static std::optional<Failure> why(const Result<T> &result)
        {
            return result ? std::nullopt : std::optional(result.error());
        }
        static Failure unsupported() { return Failure{FailureKind::Unsupported, {}, 0}; }

        std::optional<Failure> use(Feature feature)
        {
            if (feature == Feature::ListAliases || feature == Feature::EditAliases)
                return admin->aliases() ? useAliases(feature) : unsupported();
            if (feature == Feature::AliasPrices || feature == Feature::AliasFallbacks)
                return admin->aliases() && admin->features().has(Feature::EditAliases) ? changeAlias(feature)
                                                                                       : unsupported();
            if (feature == Feature::Allowances)
                return admin->limits() ? useAllowances() : unsupported();
            if (feature == Feature::UsageRows || feature == Feature::UsageByRequest || feature == Feature::UsageTotals)
                return admin->usage() ? useUsage(feature) : unsupported();
            return admin->keys() ? useKeys(feature) : unsupported();
        }
        std::optional<Failure> useAliases(Feature feature)
        {
            const auto all = finished(admin->aliases()->all());
            if (feature == Feature::ListAliases || !all)
                return why(all);
            const QString name = script["aliasName"_L1].toString(all->last().name);
            const auto found = std::ranges::find(*all, name, &Alias::name);
            Alias alias = found == all->end() ? all->last() : *found;
            alias.name = name;
            return why(finished(admin->aliases()->write(alias, alias)));
        }
        std::optional<Failure> changeAlias(Feature feature)
        {
            const auto all = finished(admin->aliases()->all());
            if (!all)
                return why(all);
            const QString name = script["aliasName"_L1].toString(all->last().name);
            const auto found = std::ranges::find(*all, name, &Alias::name);
            Alias alias = found == all->end() ? all->last() : *found;
            const Alias before = alias;
            if (feature == Feature::AliasPrices)
                alias.price.inputNanos = alias.price.inputNanos.value_or(0) + 150'000'000;
            if (feature == Feature::AliasFallbacks)
                alias.fallbacks = QStringList{all->first().name};
            return why(finished(admin->aliases()->write(before, alias)));
        }
        std::optional<Failure> useAllowances()
        {
            const auto allowances = finished(admin->limits()->allowances());
            if (allowances && allowances->isEmpty())
                return Failure{FailureKind::Decode, u"no allowance"_s, 0};
            return why(allowances);
        }
        std::optional<Failure> useUsage(Feature feature)
        {
            if (feature == Feature::UsageRows)
                return why(finished(admin->usage()->after({})));
            if (feature == Feature::UsageTotals)
                return why(finished(admin->usage()->totals(clock.now().addDays(-1), clock.now())));
            const QString id = script["requestId"_L1].toString();
            const auto row = finished(admin->usage()->byRequest(id));
            if (row && row->requestId != id)
                return Failure{FailureKind::Decode, u"the row of another call"_s, 0};
            return why(row);
        }
        std::optional<Failure> useKeys(Feature feature)
        {
            gateway::Keys &keys = *admin->keys();
            if (feature == Feature::ListKeys)
                return why(finished(keys.after({})));
            if (feature == Feature::CreateKey)
                return create(keys);
            const auto before = finished(keys.find(script["keyId"_L1].toString()));
            if (!before)
                return why(before);
            if (feature == Feature::RotateKey)
                return why(finished(keys.rotate(*before, std::chrono::hours(1))));
            if (feature == Feature::RevealKey)
                return why(finished(keys.secretOf(*before)));
            if (feature == Feature::DeleteKey)
                return why(finished(keys.remove(*before)));
            const Key after = contract::changedBy(*before, feature, hints());
            return why(finished(keys.write(*before, after)));
        }
        static std::optional<Failure> create(gateway::Keys &keys)
        {
            Key wanted;
            wanted.name = u"demo-app"_s;
            const auto issued = finished(keys.create(wanted));
            if (issued && (issued->secret.isEmpty() || issued->key.id.isEmpty()))
                return Failure{FailureKind::Decode, u"no secret or no id"_s, 0};
            return why(issued);
        }
        // What differs between gateways: the windows they count in, the names of their models.
        contract::Hints hints() const
        {
            contract::Hints all;
            all.alias = script["scope"_L1].toString(all.alias);
            all.lifetime = script["budget"_L1].toString(all.lifetime);
            all.window = script["budgetWindow"_L1].toString(all.window);
            all.network = script["network"_L1].toString(all.network);
            return all;
        }
        int usageRows()
        {
            QSet<QString> ids;
            gateway::UsagePage page;
            int guard = 0;
            do {
                page = finished(admin->usage()->after(page.next)).value();
                for (const UsageRecord &row : page.rows)
                    ids << row.sourceId;
            } while (page.complete && ++guard < 100);
            return int(ids.size());
        }
        QList<Failure> failuresOfAllReads()
        {
            QList<std::optional<Failure>> all{why(finished(admin->identity())), why(finished(admin->health()))};
            if (gateway::Keys *keys = admin->keys())
                all << why(finished(keys->after({}))) << why(finished(keys->find(script["keyId"_L1].toString())))
                    << why(finished(keys->named(u"n"_s)));
            if (admin->features().has(Feature::CreateKey))
                all << why(finished(admin->keys()->create({})));
            if (gateway::Aliases *aliases = admin->aliases())
                all << why(finished(aliases->all()));
            if (admin->features().has(Feature::UsageRows))
                all << why(finished(admin->usage()->after({})));
            if (admin->features().has(Feature::UsageByRequest))
                all << why(finished(admin->usage()->byRequest(u"r"_s)));
            if (admin->features().has(Feature::UsageTotals))
                all << why(finished(admin->usage()->totals(clock.now().addDays(-1), clock.now())));
            if (gateway::Limits *limits = admin->limits())
                all << why(finished(limits->allowances()));
            QList<Failure> out;
            for (const auto &one : all)
                out << (one ? *one : Failure{FailureKind::Cancelled, u"it worked"_s, 0});
            return out;
        }
    };
};

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
