// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/refusal.h"
#include <QTest>

using namespace Qt::StringLiterals;

class RefusalTest : public QObject
{
    Q_OBJECT

private slots:
    void everyShapeTellsItsSentence_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, int status, const QByteArray &body, FailureKind kind,
                             const QString &sentence) { QTest::newRow(name) << status << body << kind << sentence; };
        row("OpenAI", 401, R"({"error":{"message":"wrong key","type":"x","code":"invalid_api_key"}})",
            FailureKind::Unauthorized, u"HTTP 401: wrong key"_s);
        row("OpenRouter, 200", 200, R"({"error":{"code":429,"message":"slowly"}})", FailureKind::RateLimited,
            u"HTTP 429: slowly"_s);
        row("200 without a status", 200, R"({"error":"broken"})", FailureKind::Rejected, u"HTTP 400: broken"_s);
        row("Bifrost", 403, R"({"type":"virtual_key_blocked","status_code":403,"error":{"message":"expired"}})",
            FailureKind::Forbidden, u"HTTP 403: expired"_s);
        row("Bifrost, 200", 200, R"({"is_bifrost_error":true,"status_code":402,"error":{"message":"spent"}})",
            FailureKind::Budget, u"HTTP 402: spent"_s);
        row("Portkey, admin", 403, R"({"success":false,"data":{"message":"no scope","errorCode":"AB03"}})",
            FailureKind::Forbidden, u"HTTP 403: no scope"_s);
        row("Portkey, gateway", 400, R"({"status":"failure","message":"which provider"})", FailureKind::Rejected,
            u"HTTP 400: which provider"_s);
        row("Portkey, HTML inside", 500, R"({"html-message":"fetch failed"})", FailureKind::Server,
            u"HTTP 500: fetch failed"_s);
        row("nothing said", 429, "", FailureKind::RateLimited, u"HTTP 429: "_s);
        row("null error is none", 503, R"({"error":null,"message":"later"})", FailureKind::Server,
            u"HTTP 503: later"_s);
    }
    void everyShapeTellsItsSentence()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = gateway::answerOrRefusal(exchange(status, body));
        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        QTEST(answer.error().detail, "sentence");
    }

    void aGoodAnswerStaysOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("data") << QByteArray(R"({"data":[]})");
        QTest::newRow("no error") << QByteArray(R"({"error":null,"message":"created"})");
        QTest::newRow("empty error") << QByteArray(R"({"error":""})");
        QTest::newRow("success") << QByteArray(R"({"success":true,"status":"active"})");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("a text") << QByteArray("\"v1.6.7\"");
    }
    void aGoodAnswerStaysOne()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(gateway::answerOrRefusal(exchange(200, body)).value().body, body);
    }

    void theSecretIsStruckOut()
    {
        const QByteArray body = R"({"data":{"message":"hush-hush is no key"},"success":false})";
        const auto answer = gateway::answerOrRefusal(exchange(200, body), Secret("hush-hush"));
        QCOMPARE(answer.error().detail, u"HTTP 400: [secret] is no key"_s);
    }

private:
    static net::Exchange exchange(int status, const QByteArray &body)
    {
        net::Exchange out;
        out.status = status;
        out.body = body;
        return out;
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "tst_refusal.moc"
