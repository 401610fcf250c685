// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/feature_use.h"
#include "contract/generation_suite.h"
#include "gateway/trial.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::Feature;
using contract::LiveGateway;

// Every adapter against the fake of every generation it must speak to (tests/contract/generations), over real sockets.
class GenerationsTest : public GenerationSuite
{
    Q_OBJECT

private slots:
    void everyGenerationHasAnAdapter()
    {
        QStringList missing;
        for (const QJsonValue &one : all())
            if (!gateway::adapterOf(one["kind"_L1].toString()))
                missing << one["name"_L1].toString() + u" ("_s + one["kind"_L1].toString() + u')';
        QVERIFY2(missing.isEmpty(), qPrintable(u"no adapter for "_s + missing.join(u", "_s)));
    }

    void itSaysWhatItIs_data() { everyGeneration(); }
    void itSaysWhatItIs()
    {
        LiveGateway f = live();
        const auto identity = finished(f.admin->identity());
        QVERIFY2(identity, qPrintable(identity ? QString() : identity.error().detail));
        QCOMPARE(identity->kind, f.fake.text("kind"));
        QVERIFY(!identity->evidence.isEmpty());
        const auto health = f.failureOf(finished(f.admin->health()));
        QVERIFY2(!health, qPrintable(health ? health->detail : QString()));
        if (f.adapter->recognise && !f.fake.suite()["recognisable"_L1].toBool(true)) {
            const auto unknown = finished(f.adapter->recognise(f.http, QUrl(f.fake.text("url"))));
            QVERIFY2(!unknown, "a stranger was taken for one of its kind");
        } else if (f.adapter->recognise) {
            const auto recognised = finished(f.adapter->recognise(f.http, QUrl(f.fake.text("url"))));
            QVERIFY2(recognised, qPrintable(recognised ? QString() : recognised.error().detail));
            QCOMPARE(recognised->kind, f.fake.text("kind"));
        }
        QCOMPARE(f.leak(), QString());
    }

    void theTestOfAHealthyConnectionFailsNowhere_data() { everyGeneration(); }
    void theTestOfAHealthyConnectionFailsNowhere()
    {
        LiveGateway f = live();
        const gateway::Connection connection = f.fake.connection(f.http, f.clock); // with all the secrets it takes
        const auto lines = finished(gateway::tryOut(*f.adapter, connection, {}), 20s);
        for (const gateway::TrialLine &line : lines) {
            QVERIFY2(!line.failure, qPrintable(detailOf(line.failure)));
            if (line.step == gateway::TrialStep::Keys)
                QCOMPARE(line.skipped, !f.has(Feature::ListKeys));
            if (line.step == gateway::TrialStep::Usage)
                QCOMPARE(line.skipped, !f.has(Feature::UsageRows));
            if (line.step == gateway::TrialStep::DataSignIn) // what is not offered is told in a sentence
                QCOMPARE(line.why.contains(u"lists models only to a call that names"_s), line.skipped);
        }
        QCOMPARE(lines.last().step == gateway::TrialStep::Models, !f.fake.suite()["no_models"_L1].toBool());
    }

    // An overloaded New API answers so before it looks at the key (contract 9.1).
    void aGuardInFrontOfTheKeyIsNoRefusalOfIt_data() { everyGeneration(); }
    void aGuardInFrontOfTheKeyIsNoRefusalOfIt()
    {
        LiveGateway f = live();
        for (const QJsonValue &answer : f.fake.suite()["guard"_L1].toArray()) {
            f.fake.control("next", {{u"match"_s, u"GET /v1/"_s}, {u"times"_s, 1000}, {u"answer"_s, answer}});
            const auto lines = finished(gateway::tryOut(*f.adapter, f.fake.connection(f.http, f.clock), {}), 20s);
            QCOMPARE(lines.last().step, gateway::TrialStep::DataSignIn);
            const Failure failure = lines.last().failure.value_or(Failure());
            QCOMPARE(failure.kind, FailureKind::Server);
            QVERIFY(failure.worthRetrying());
            QVERIFY2(failure.detail.contains(u"system cpu overloaded"_s), qPrintable(failure.detail));
            f.fake.control("reset");
        }
    }

    void aKeyLivesFromItsCreationToItsDeletion_data() { everyGeneration(); }
    void aKeyLivesFromItsCreationToItsDeletion()
    {
        LiveGateway f = live();
        if (!f.has(Feature::CreateKey) || !f.has(Feature::ListKeys))
            return; // then `features` sees that it is Unsupported
        Key wanted;
        wanted.name = u"suite/life"_s;
        const auto issued = finished(f.admin->keys()->create(wanted), 20s);
        QVERIFY2(issued, qPrintable(issued ? QString() : issued.error().detail));
        QVERIFY(!issued->secret.isEmpty());
        f.seen.note(issued->key);
        const QString id = issued->key.id;
        QVERIFY2(among(f.keys(), id), "not listed");
        QCOMPARE(f.find(id).value().name, issued->key.name);
        QCOMPARE(finished(f.admin->keys()->named(issued->key.name)).value().size(), 1);
        for (int i = 0; i < int(Feature::Count); ++i)
            if (contract::changesKeys(Feature(i)) && f.has(Feature(i)))
                QCOMPARE(detailOf(contract::change(f, f.find(id).value(), Feature(i))), QString());
        if (f.has(Feature::DisableKey)) // the loop began with it
            QCOMPARE(detailOf(contract::change(f, f.find(id).value(), Feature::DisableKey)), QString());
        QCOMPARE(detailOf(contract::removed(f, f.find(id).value())), QString());
        QVERIFY2(!among(f.keys(), id), "still listed");
        QCOMPARE(f.leak(), QString());
    }

    void upstreamsOfChannelsTellTheirModels_data() { everyGeneration(); }
    void upstreamsOfChannelsTellTheirModels()
    {
        LiveGateway f = live();
        QVERIFY(finished(f.admin->identity()));
        if (!f.admin->aliases())
            return;
        const auto told = finished(f.admin->aliases()->upstreamModels(), 20s);
        if (f.fake.text("kind") != u"newapi"_s) {
            QVERIFY(!told && told.error().kind == FailureKind::Unsupported);
            return;
        }
        if (!told) { // an account that may not look at channels tells no routes either
            QCOMPARE(told.error().kind, FailureKind::Unsupported);
            const auto all = finished(f.admin->aliases()->all(), 20s);
            QVERIFY(all && std::ranges::all_of(*all, [](const Alias &alias) { return alias.routes.isEmpty(); }));
            return;
        }
        QVERIFY(!told->isEmpty());
        for (const gateway::UpstreamModels &one : *told) {
            QVERIFY2(!one.failure, qPrintable(one.failure ? one.failure->detail : QString()));
            QVERIFY(one.models.contains(u"new-at-the-upstream"_s));
        }
        QCOMPARE(f.leak(), QString());
    }

    void features_data()
    {
        QTest::addColumn<QString>("generation");
        QTest::addColumn<int>("feature");
        for (const QJsonValue &one : known())
            for (int i = 0; i < int(Feature::Count); ++i)
                if (Feature(i) != Feature::PassportHere) // the session's, no gateway's
                    QTest::addRow("%s %d", qPrintable(one["name"_L1].toString()), i) << one["name"_L1].toString() << i;
    }
    void features()
    {
        QFETCH(int, feature);
        LiveGateway &f = shared();
        const auto failure = contract::use(f, Feature(feature));
        if (Feature(feature) == Feature::RotateKey && !f.fake.suite()["refused"_L1].toArray().isEmpty())
            QVERIFY2(failure && failure->detail.contains(u"Enterprise"_s), qPrintable(detailOf(failure)));
        else if (f.has(Feature(feature)))
            QVERIFY2(!failure, qPrintable(failure ? failure->detail : QString()));
        else
            QVERIFY2(failure && failure->kind == FailureKind::Unsupported,
                qPrintable(u"undeclared, but: "_s + (failure ? failure->detail : u"it works"_s)));
        QCOMPARE(f.leak(), QString());
    }

    void documentedErrorsAreOfTheirKind_data() { everyGeneration(); }
    void documentedErrorsAreOfTheirKind()
    {
        LiveGateway f = live();
        for (const QJsonValue &one : f.fake.suite()["errors"_L1].toArray()) {
            const QString wanted = one[1].toString();
            f.fake.control("next", {{u"match"_s, QString()}, {u"times"_s, 1000}, {u"answer"_s, one[0]}});
            for (const auto &failure : contract::fatesOfReads(f))
                QVERIFY2(nameOf(failure) == wanted,
                    qPrintable(nameOf(failure) + u": "_s + detailOf(failure) + u" for "_s
                        + QString::fromUtf8(QJsonDocument(one.toArray()).toJson(QJsonDocument::Compact)).left(300)));
            f.fake.control("reset");
        }
        QCOMPARE(f.leak(), QString());
    }

    void aLostCreateLeavesNoKeyThatNobodyKnows_data() { everyGeneration(); }
    void aLostCreateLeavesNoKeyThatNobodyKnows()
    {
        LiveGateway f = live();
        if (!f.has(Feature::CreateKey))
            return;
        const qint64 before = f.keysOnTheGateway();
        f.fake.control("next", {{u"match"_s, f.fake.suite()["create"_L1]}, {u"lose"_s, true}});
        Key wanted;
        wanted.name = u"suite/lost"_s;
        const auto issued = finished(f.admin->keys()->create(wanted), 20s);
        f.failureOf(issued);
        const qint64 more = f.keysOnTheGateway() - before;
        QVERIFY2(more == 0 || more == 1, qPrintable(QString::number(more)));
        const auto named = finished(f.admin->keys()->named(issued ? issued->key.name : wanted.name), 20s);
        QVERIFY2(named, qPrintable(named ? QString() : named.error().detail));
        QCOMPARE(named->size(), more);
        if (issued)
            QCOMPARE(named->first().id, issued->key.id);
        QCOMPARE(f.leak(), QString());
    }

    void aWrongSecretIsUnauthorized_data() { everyGeneration(); }
    void aWrongSecretIsUnauthorized()
    {
        LiveGateway f = live();
        if (f.fake.suite()["no_admin"_L1].toBool() || f.fake.suite()["no_database"_L1].toBool())
            return; // no admin side, or one that tells every key the same
        gateway::Connection connection = f.fake.connection(f.http, f.clock);
        connection.adminSecret = Secret("sk-wrong-EXAMPLE-0123456789");
        connection.dataSecret = connection.adminSecret;
        f.connect(connection);
        for (const auto &failure : contract::fatesOfReads(f)) {
            if (!failure && f.fake.suite()["open"_L1].toBool())
                continue; // its models are told to everybody
            QCOMPARE(nameOf(failure), u"Unauthorized"_s);
            QVERIFY2(!detailOf(failure).contains(u"sk-wrong-EXAMPLE"_s), qPrintable(detailOf(failure)));
        }
    }

private:
    static bool among(const Result<QList<Key>> &keys, const QString &id)
    {
        return keys && std::ranges::any_of(*keys, [&id](const Key &key) { return key.id == id; });
    }
    static QString detailOf(const std::optional<Failure> &failure)
    {
        return failure ? failure->detail + u" (%1)"_s.arg(nameOf(failure)) : QString();
    }
    // As the data files name it.
    static QString nameOf(const std::optional<Failure> &failure)
    {
        static const QMap<FailureKind, QString> names{{FailureKind::Unauthorized, u"Unauthorized"_s},
            {FailureKind::Forbidden, u"Forbidden"_s}, {FailureKind::RateLimited, u"RateLimited"_s},
            {FailureKind::Budget, u"Budget"_s}, {FailureKind::Server, u"Server"_s},
            {FailureKind::NotAGateway, u"NotAGateway"_s}, {FailureKind::Decode, u"Decode"_s}};
        if (!failure)
            return u"no failure"_s;
        return names.value(failure->kind, u"kind %1"_s.arg(int(failure->kind)));
    }
};

QTEST_GUILESS_MAIN(GenerationsTest)
#include "tst_generations.moc"
