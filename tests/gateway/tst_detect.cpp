// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/detect.h"

using namespace Qt::StringLiterals;

class DetectTest : public QObject
{
    Q_OBJECT

private slots:
    void theBaseWithV1IsPreferredWhereItWasForgotten()
    {
        Fixture f;
        f.answer(u"GET /llm/v1/models"_s, 401, R"({"error":{"message":"no key"}})");
        f.answer(u"GET /llm/models"_s, 401, R"({"error":{"message":"no key"}})");
        const auto found = f.detect(u"http://gw.test/llm"_s);
        QCOMPARE(found.dataUrl, QUrl(u"http://gw.test/llm/v1"_s));
        QCOMPARE(found.bases.size(), 1);
    }

    void aGatewayWithoutV1IsFoundToo()
    {
        Fixture f;
        f.answer(u"GET /v1/models"_s, 404, R"({"error":"no such page"})");
        f.answer(u"GET /models"_s, 200, R"({"data":[]})");
        QCOMPARE(f.detect(u"http://gw.test/v1"_s).dataUrl, QUrl(u"http://gw.test"_s));
    }

    void aDoubledV1IsTakenOut()
    {
        Fixture f;
        f.answer(u"GET /v1/models"_s, 200, R"({"data":[]})");
        f.answer(u"GET /v1/v1/models"_s, 404, R"({})");
        QCOMPARE(f.detect(u"http://gw.test/v1/v1"_s).dataUrl, QUrl(u"http://gw.test/v1"_s));
    }

    void aConsoleIsNoGateway()
    {
        Fixture f;
        for (const char *path : {"GET /v1/models", "GET /models"})
            f.answer(QString::fromLatin1(path), 200, "<html>", "text/html; charset=utf-8");
        const auto found = f.detect(u"http://gw.test"_s);
        QVERIFY(!found.adapter);
        QCOMPARE(found.bases.size(), 2);
        QVERIFY(std::ranges::all_of(found.bases, &gateway::BaseAnswer::webPage));
        QVERIFY(!found.failure);
    }

    // What stands in a browser's address line, or in the documentation of the admin API.
    void aPageOfTheConsoleLeadsToTheGateway_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("base");
        for (const char *server : {"flatkey/011-status", "one-api/001-status"})
            for (const char *path : {"/console/token", "/api/token/", "/console", "/login", "/api/log/self"})
                for (const char *prefix : {"", "/llm"}) {
                    const QString root = u"http://gw.test"_s + QLatin1StringView(prefix);
                    QTest::addRow("%s %s%s", server, prefix, path)
                        << QString::fromLatin1(server) << root + QLatin1StringView(path) << root + u"/v1"_s;
                }
    }
    void aPageOfTheConsoleLeadsToTheGateway()
    {
        QFETCH(QString, server);
        QFETCH(QString, given);
        QFETCH(QString, base);
        Fixture f;
        const QString root = QUrl(base).path().chopped(3);
        f.answer(u"GET "_s + root + u"/v1/models"_s, 401, R"({"error":{"message":"no key"}})");
        f.answer(u"GET "_s + root + u"/api/token/models"_s, 401, R"({"success":false,"message":"no token"})");
        f.answer(u"GET "_s + root + u"/api/log/self/models"_s, 401, R"({"success":false,"message":"no token"})");
        f.http.answerRecorded(u"GET "_s + root + u"/api/status"_s, u"newapi/%1.json"_s.arg(server));
        const auto found = f.detect(given, "<html>", "text/html; charset=utf-8");
        QCOMPARE(found.dataUrl, QUrl(base));
        QVERIFY(found.adapter);
        QCOMPARE(found.adapter->id, "newapi");
        QCOMPARE(found.adminUrl, QUrl(base).adjusted(QUrl::RemovePath).resolved(QUrl(root)));
    }

    void aBaseUnderApiIsAskedFirst()
    {
        Fixture f;
        f.answer(u"GET /api/v1/models"_s, 200, R"({"data":[]})");
        QCOMPARE(f.detect(u"http://gw.test/api"_s).dataUrl, QUrl(u"http://gw.test/api/v1"_s));
        QCOMPARE(f.http.calls.first(), u"GET /api/v1/models"_s);
        Fixture plain; // and one that does without /v1 is found
        plain.answer(u"GET /api/models"_s, 200, R"({"data":[]})");
        QCOMPARE(plain.detect(u"http://gw.test/api"_s).dataUrl, QUrl(u"http://gw.test/api"_s));
    }

    void nobodyThereIsAskedOnce()
    {
        Fixture f;
        net::Exchange cut;
        cut.failure = Failure{FailureKind::Network, u"connection refused"_s, 0};
        f.http.answerAllWith(cut);
        const auto found = f.detect(u"http://gw.test/v1"_s);
        QVERIFY(found.failure);
        QCOMPARE(found.failure->detail, u"connection refused"_s);
        QCOMPARE(f.http.calls.size(), 1);
        QVERIFY(found.places.isEmpty());
    }

    void noSecretIsSentAndNothingIsChanged()
    {
        Fixture f;
        f.detect(u"http://gw.test/v1"_s);
        QVERIFY(f.http.requests.size() > 1);
        for (const net::Request &request : f.http.requests) {
            QVERIFY2(!net::writes(request), request.method.constData());
            for (const net::Header &header : request.headers)
                QVERIFY2(header.name.compare("Authorization", Qt::CaseInsensitive) != 0, header.name.constData());
        }
    }

    void theEmbeddedGatewayIsKnownByItsRefusal()
    {
        Fixture f;
        f.answer(u"GET /admin/v1/status"_s, 401, R"({"type":"urn:gatewright:problem:unauthorized","status":401})",
            "application/problem+json");
        const auto found = f.detect(u"http://gw.test"_s);
        QVERIFY(found.adapter);
        QCOMPARE(found.adapter->id, "embedded");
        QCOMPARE(found.adminUrl, QUrl(u"http://gw.test"_s));
        QVERIFY(!found.identity.evidence.isEmpty());
    }

    void selectIsKnownByItsHost()
    {
        Fixture f;
        const auto found = f.detect(u"https://api.select.ax/v1/messages"_s);
        QVERIFY(found.adapter);
        QCOMPARE(found.adapter->id, "select");
        QVERIFY2(found.identity.evidence.contains(u"api.select.ax"_s), qPrintable(found.identity.evidence));
        QVERIFY(!f.detect(u"https://select.ax.example/v1"_s).adapter);
        QVERIFY(!f.detect(u"https://notselect.ax/v1"_s).adapter);
    }

    void selectIsKnownByItsSmartAlias()
    {
        Fixture f;
        f.answer(u"GET /llm/v1/models"_s, 200, R"({"data":[{"id":"smart-select"},{"id":"gpt-4o"}]})");
        const auto found = f.detect(u"https://gw.example/llm"_s);
        QVERIFY(found.adapter);
        QCOMPARE(found.adapter->id, "select");
        QVERIFY(found.adminUrl.isEmpty());
        QCOMPARE(found.places.last().url, QUrl(u"https://gw.example/llm/v1/messages"_s));
    }

    void withoutASignNoKindIsNamed()
    {
        Fixture f;
        f.answer(u"GET /v1/models"_s, 401, R"({"error":{"message":"no key"}})");
        const auto found = f.detect(u"http://gw.test/v1"_s);
        QVERIFY(!found.adapter);
        QVERIFY(found.identity.evidence.isEmpty());
        QVERIFY(!found.verdicts.isEmpty());
        for (const gateway::Verdict &verdict : found.verdicts)
            QVERIFY2(!verdict.said && !verdict.said.error().detail.isEmpty(), verdict.adapter->id);
        QCOMPARE(found.places.first().url, QUrl(u"http://gw.test/v1/chat/completions"_s));
    }

    void everyKindNamesItsAddresses()
    {
        const QUrl data(u"http://gw.test/llm/v1"_s);
        for (const gateway::Adapter *adapter : gateway::adapters()) {
            const auto places = gateway::placesOf(*adapter, data, gateway::adminUrlFor(*adapter, data));
            QVERIFY2(places.size() >= 2, adapter->id);
            for (const gateway::Place &place : places) {
                QVERIFY2(place.url.isValid() && place.url.toString().startsWith(u"http://gw.test/llm/"_s),
                    qPrintable(QString::fromLatin1(adapter->id) + u' ' + place.url.toString()));
                QVERIFY(!place.what.isEmpty());
            }
        }
    }

private:
    struct Fixture
    {
        ScriptedHttp http;

        void answer(
            const QString &call, int status, const QByteArray &body, const QByteArray &type = "application/json")
        {
            net::Exchange exchange;
            exchange.status = status;
            exchange.body = body;
            exchange.headers << net::Header{"Content-Type", type};
            http.answerWith(call, exchange);
        }
        gateway::Detection detect(
            const QString &url, const QByteArray &others = "{}", const QByteArray &type = "application/json")
        {
            net::Exchange none;
            none.status = others == "{}" ? 404 : 200;
            none.body = others;
            none.headers << net::Header{"Content-Type", type};
            http.answerOthersWith(none);
            return finished(gateway::detect(http, QUrl(url)));
        }
    };
};

QTEST_GUILESS_MAIN(DetectTest)
#include "tst_detect.moc"
