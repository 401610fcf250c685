// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"
#include "store/key_json.h"

using namespace Qt::StringLiterals;

// Old New API and One API put keys, access tokens and the upstreams' keys in clear into their answers, and all of them
// answer a create or reveal so. In the recordings each such secret has the word EXAMPLE in it: nothing that leaves the
// adapter may have it, be it a value or the text of a failure. Secret is the only way out.
class NewApiSecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void noValueHoldsOne_data() { everyServer(); }
    void noValueHoldsOne()
    {
        NewApiServer s(QTest::currentDataTag());
        whole(s);
        QString all;
        const auto identity = finished(s.admin->identity()).value();
        all += identity.kind + identity.version + identity.evidence;
        const auto keys = finished(gateway::everyKey(*s.admin->keys())).value();
        for (const Key &key : keys)
            all += textOf(key);
        all += textOf(finished(s.admin->keys()->find(u"3"_s)).value());
        const auto aliases = finished(s.admin->aliases()->all()).value();
        for (const Alias &alias : aliases)
            all += textOf(alias);
        const auto rows = finished(s.admin->usage()->after({})).value().rows;
        for (const UsageRecord &row : rows)
            all += textOf(row);
        const auto allowances = finished(s.admin->limits()->allowances()).value();
        for (const Allowance &one : allowances)
            all += one.scope + one.id + one.name + one.window;
        QVERIFY(keys.size() > 3 && aliases.size() > 5 && !rows.isEmpty() && allowances.size() > 4);
        QVERIFY2(!all.contains("EXAMPLE"_L1), qPrintable(all));
        QVERIFY(all.contains(keys.first().lastFour)); // the four last are meant to be shown
    }

    void noFailureHoldsOne_data() { everyServer(); }
    void noFailureHoldsOne()
    {
        NewApiServer s(QTest::currentDataTag());
        whole(s);
        const QJsonObject row = keyRow(s);
        QVERIFY(!row.isEmpty());
        int failures = 0;
        for (auto field = row.begin(); field != row.end(); ++field) {
            for (const QJsonValue &wrong : {QJsonValue(QJsonObject{{u"key"_s, row[u"key"_s]}}), row[u"key"_s],
                     QJsonValue(0.5), QJsonValue(QJsonArray{row[u"key"_s]})}) {
                s.answerChanged("GET /api/token/3", keyRecording(s), {{field.key(), wrong}});
                const auto key = finished(s.admin->keys()->find(u"3"_s));
                failures += key ? 0 : 1;
                const QString said = key ? textOf(*key) : key.error().detail;
                QVERIFY2(!said.contains("EXAMPLE"_L1) || field.key() != "key"_L1, qPrintable(said));
                QVERIFY2(key || !said.contains("EXAMPLE"_L1), qPrintable(said));
            }
        }
        QVERIFY(failures > 20);
    }

    void noTroubleQuotesOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<qsizetype>("cut");
        const auto row = [](const char *name, int status, const char *before, qsizetype cut) {
            QTest::newRow(name) << status << QByteArray(before) << cut;
        };
        row("an error with a list in it", 500, "", 0);
        row("a refusal with a list in it", 403, "", 0);
        row("half an answer", 200, "", 90);
        row("another status with half an answer", 500, "", 90);
        row("a panic with a list in it", 500, R"({"error":{"message":"Panic detected"},"data":)", 0);
        row("an error without a sentence", 500, R"({"error":{"code":1},"data":)", 0);
        row("no envelope", 200, R"({"rows":)", 0);
    }
    void noTroubleQuotesOne()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, before);
        QFETCH(qsizetype, cut);
        NewApiServer s("n1");
        QVERIFY(finished(s.admin->identity()));
        QByteArray body = ScriptedHttp::recorded(s.file("076-keys-page1")).body;
        body.chop(cut);
        if (!before.isEmpty())
            body = before + body + "}";
        QVERIFY(body.contains("EXAMPLE"));
        s.answerJson("GET /api/token/?p=0&page_size=100&size=100", body, status);
        const auto keys = finished(s.admin->keys()->after({}));
        QVERIFY(!keys);
        QVERIFY2(!keys.error().detail.contains("EXAMPLE"_L1), qPrintable(keys.error().detail));
    }

    void aCreateHandsItOutOnceAndNowhereElse_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::newRow("one-api") << QByteArray("035-key-create-full");
        QTest::newRow("flatkey") << QByteArray("090-key-create-full");
    }
    void aCreateHandsItOutOnceAndNowhereElse()
    {
        QFETCH(QByteArray, made);
        NewApiServer s(QTest::currentDataTag());
        whole(s);
        s.answer("POST /api/token/", made);
        Key wanted;
        wanted.name = u"limited"_s;
        const auto issued = finished(s.admin->keys()->create(wanted)).value();
        QVERIFY(!issued.secret.isEmpty());
        QVERIFY(!textOf(issued.key).contains("EXAMPLE"_L1));
        s.answerChanged("POST /api/token/", made, {{u"id"_s, u"3"_s}});
        const Failure failure = finished(s.admin->keys()->create(wanted)).error();
        QCOMPARE(failure.detail, u"no new key named \"limited\" is there"_s); // an odd answer: it is looked for
    }

    void wrongTypesAreNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        for (const char *field : {"id", "created_at", "type", "quota", "prompt_tokens", "completion_tokens", "use_time",
                 "token_id", "channel"})
            QTest::newRow(field) << QString::fromLatin1(field) << QJsonValue(u"sk-EXAMPLE"_s);
        for (const char *field : {"token_name", "model_name", "request_id", "channel_name"})
            QTest::newRow(field) << QString::fromLatin1(field) << QJsonValue(7);
    }
    void wrongTypesAreNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        NewApiServer s("n4");
        QJsonObject row = s.rowsOf("213-logrow-chat-plain")[0].toObject();
        row[field] = value;
        s.answer("GET /api/log/?p=1&page_size=2", "076-admin10-log");
        s.answerRows("GET /api/log/?p=1&page_size=100&start_timestamp=*", {row}, 1);
        const Failure failure = finished(s.admin->usage()->after({})).error();
        QCOMPARE(failure.kind, FailureKind::Decode);
        QVERIFY2(failure.detail.startsWith(u"usage list[0].%1: "_s.arg(field)), qPrintable(failure.detail));
        QVERIFY(!failure.detail.contains("EXAMPLE"_L1));
    }

private:
    static void everyServer()
    {
        QTest::addColumn<int>("unused");
        for (const char *name : {"n4", "n1", "flatkey", "one-api"})
            QTest::newRow(name) << 0;
    }
    // All that is read of a server.
    static void whole(NewApiServer &s)
    {
        const QMap<QString, QList<const char *>> recorded{
            {u"n4"_s, {"117-keys-page1", "043-channels", "211-log-page1", "083-pricing-pat"}},
            {u"n1"_s, {"076-keys-page1", "027-channels", "152-log-page1", "048-pricing-pat"}},
            {u"flatkey"_s, {"100-keys-page1", "035-channels", "197-log-page1", "064-pricing-pat"}},
            {u"one-api"_s, {"042-keys-p0", "021-channels", "090-log-p0", "003-pricing-missing"}},
        };
        const auto &files = recorded[s.generation];
        s.answer("GET /api/token/?p=0&page_size=100&size=100", files[0]);
        s.answer("GET /api/token/?p=1&page_size=100&size=100", files[0]);
        s.answerRows("GET /api/token/?p=2&page_size=100&size=100", {}, 0);
        s.answer("GET /api/token/3", keyRecording(s));
        s.http.answerRecorded(u"GET /api/channel/?p=*"_s, s.file(files[1]));
        s.http.answerRecorded(u"GET /api/log/?p=*"_s, s.file(files[2]));
        s.answer("GET /api/pricing", files[3]);
    }
    static const char *keyRecording(const NewApiServer &s)
    {
        static const QMap<QString, const char *> files{{u"n4"_s, "126-key-get"}, {u"n1"_s, "082-key-get"},
            {u"flatkey"_s, "109-key-get"}, {u"one-api"_s, "047-key-get"}};
        return files[s.generation];
    }
    // Its secret in clear, as some servers show it.
    static QJsonObject keyRow(const NewApiServer &s)
    {
        QJsonObject row =
            QJsonDocument::fromJson(ScriptedHttp::recorded(s.file(keyRecording(s))).body)["data"_L1].toObject();
        row[u"key"_s] = u"JFHCWMcMEXAMPLEEXL532kpaTB10dzF3319zZ0f0r8MlwN4N"_s;
        return row;
    }
    static QString textOf(const Key &key)
    {
        return QString::fromUtf8(QJsonDocument(store::keyJson(key)).toJson()) + key.group + key.holder;
    }
    static QString textOf(const Alias &alias)
    {
        QString text = alias.name + alias.families.join(u' ') + alias.strategy;
        for (const Route &route : alias.routes)
            text += route.upstream + route.model;
        return text;
    }
    static QString textOf(const UsageRecord &row)
    {
        return row.sourceId + row.requestId + row.keyId + row.key + row.alias + row.upstream + row.model + row.family
            + row.errorClass + row.ended + row.currency;
    }
};

QTEST_GUILESS_MAIN(NewApiSecretsTest)
#include "tst_newapi_secrets.moc"
