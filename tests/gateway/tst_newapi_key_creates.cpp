// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"

using namespace Qt::StringLiterals;

static const char firstPage[] = "GET /api/token/?p=1&page_size=100&size=100";
static const char zerothPage[] = "GET /api/token/?p=0&page_size=100&size=100";
static const char switchKey[] = "PUT /api/token/?status_only=true";

// A key that was made is never lost over what fails after it.
class NewApiKeyCreatesTest : public QObject
{
    Q_OBJECT

private slots:
    void theSecretOutlivesARowThatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("one-api") << QByteArray("035-key-create-full") << QByteArray("3");
        QTest::newRow("flatkey") << QByteArray("088-key-create-minimal") << QByteArray("2");
    }
    void theSecretOutlivesARowThatCannotBeRead()
    {
        QFETCH(QByteArray, made);
        QFETCH(QByteArray, id);
        NewApiServer s(QTest::currentDataTag());
        const bool oneApi = s.generation == "one-api"_L1;
        s.answer(oneApi ? zerothPage : firstPage, oneApi ? "042-keys-p0" : "100-keys-page1");
        s.answer("POST /api/token/", made);
        s.answerJson("GET /api/token/" + id, "", 503);
        const auto issued = finished(s.admin->keys()->create(wanted()));
        QVERIFY2(issued, qPrintable(issued ? QString() : issued.error().detail));
        QCOMPARE(issued->key.id.toLatin1(), id);
        QCOMPARE(issued->secret, Secret("sk-EPbbwTwpEXAMPLE70lfbx4jxFFugRDHEoYRFLd4mYMcJ7dL5"));
    }

    void aKeyIsRevealedThoughItsRowCannotBeRead()
    {
        NewApiServer s("n4");
        created(s);
        s.answerJson("GET /api/token/15", "", 503);
        const auto issued = finished(s.admin->keys()->create(wanted()));
        QVERIFY2(issued, qPrintable(issued ? QString() : issued.error().detail));
        QCOMPARE(issued->key.id, u"15"_s);
        QVERIFY(!issued->secret.isEmpty());
    }

    void aSwitchThatFailsLosesNoSecret()
    {
        NewApiServer s("n4");
        created(s);
        s.answerJson(switchKey, "", 503);
        Key off = wanted();
        off.enabled = false;
        const auto issued = finished(s.admin->keys()->create(off));
        QVERIFY2(issued, qPrintable(issued ? QString() : issued.error().detail));
        QVERIFY(!issued->secret.isEmpty());
        QVERIFY(issued->key.enabled); // as it is, not as it was to be
    }

    void anAnswerThatCannotBeReadIsLookedFor()
    {
        NewApiServer s("n4");
        created(s);
        s.answerJson("POST /api/token/", NewApiServer::enveloped(QJsonObject{{u"id"_s, u"fifteen"_s}}));
        QCOMPARE(finished(s.admin->keys()->create(wanted())).value().key.id, u"15"_s);
        QCOMPARE(s.count("POST /api/token/"), 1);
    }

    void aKeyWhoseIdCannotBeReadIsNamed()
    {
        NewApiServer s("n4");
        created(s);
        net::Exchange away;
        away.status = 503;
        s.http.afterwards(u"POST /api/token/"_s, QString::fromLatin1(firstPage), away);
        const Failure failure = finished(s.admin->keys()->create(wanted())).error();
        QCOMPARE(failure.kind, FailureKind::Server);
        QVERIFY2(failure.detail.contains(u"the key \"demo-app\" was made"_s), qPrintable(failure.detail));
    }

private:
    static Key wanted()
    {
        Key key;
        key.name = u"demo-app"_s;
        return key;
    }
    static void created(NewApiServer &s)
    {
        s.answer(firstPage, "117-keys-page1");
        s.answer("POST /api/token/", "104-key-create-unlimited");
        s.http.afterwards(u"POST /api/token/"_s, QString::fromLatin1(firstPage),
            ScriptedHttp::recorded(s.file("derived-keys-with-demo")));
        s.answer("GET /api/token/15", "derived-key-demo");
        s.answer("POST /api/token/15/key", "129-key-reveal");
    }
};

QTEST_GUILESS_MAIN(NewApiKeyCreatesTest)
#include "tst_newapi_key_creates.moc"
