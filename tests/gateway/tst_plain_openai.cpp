// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "fakes/run_task.h"
#include "fakes/scripted_http.h"
#include "gateway/admin.h"
#include "gateway/facets.h"

using namespace Qt::StringLiterals;

class PlainOpenAiTest : public QObject
{
    Q_OBJECT

private slots:
    void modelsAreAliases_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("as OpenAI") << QByteArray(
            R"({"object":"list","data":[{"id":"a","object":"model"},{"id":"b/c"}]})")
                                   << QStringList{u"a"_s, u"b/c"_s};
        QTest::newRow("a bare list") << QByteArray(R"([{"id":"a"}])") << QStringList{u"a"_s};
        QTest::newRow("none") << QByteArray(R"({"data":null})") << QStringList{};
    }

    void modelsAreAliases()
    {
        QFETCH(QByteArray, body);
        Fixture f;
        f.answer(body);
        QStringList names;
        const auto aliases = finished(f.admin->aliases()->all()).value();
        for (const Alias &alias : aliases)
            names << alias.name;
        QTEST(names, "names");
        QCOMPARE(f.http.requests.first().headers.first().value, "Bearer sk-EXAMPLE-data");
    }

    void otherAnswersAreNoList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no JSON") << QByteArray("hello") << u"models: no JSON (illegal value, byte 1)"_s;
        QTest::newRow("no data") << QByteArray("{}") << u"models.data: no list"_s;
        QTest::newRow("text") << QByteArray(R"({"data":"x"})") << u"models.data: no list"_s;
        QTest::newRow("no id") << QByteArray(R"({"data":[{"id":"a"},{"name":"b"}]})")
                               << u"models.data[1].id: no text"_s;
    }

    void otherAnswersAreNoList()
    {
        QFETCH(QByteArray, body);
        Fixture f;
        f.answer(body);
        const Failure failure = finished(f.admin->health()).error();
        QCOMPARE(failure.kind, FailureKind::Decode);
        QTEST(failure.detail, "detail");
    }

    void selectPromisesNoList_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("works");
        QTest::newRow("no such path") << 404 << true;
        QTest::newRow("no such method") << 405 << true;
        QTest::newRow("wrong key") << 401 << false;
        QTest::newRow("broken") << 500 << false;
    }

    void selectPromisesNoList()
    {
        QFETCH(int, status);
        Fixture f(u"select"_s);
        f.answer(R"({"error":{"message":"no"}})", status);
        const auto aliases = finished(f.admin->aliases()->all());
        QTEST(aliases.has_value(), "works");
        if (aliases)
            QCOMPARE(aliases->first().name, u"smart-select"_s);
        QCOMPARE(finished(f.admin->health()).has_value(), aliases.has_value());
        QCOMPARE(f.http.requests.first().headers.first().value, "Bearer sk-EXAMPLE-data");
    }

    void selectTellsWhatItIs()
    {
        Fixture f(u"select"_s);
        f.answer(R"({"data":[{"id":"gpt-4o"}]})");
        QVERIFY(finished(f.admin->identity()).value().evidence.contains(u"chosen by hand"_s));
        f.answer(R"({"data":[{"id":"gpt-4o"},{"id":"smart-select"}]})");
        QCOMPARE(finished(f.admin->identity()).value().evidence, u"GET /models lists smart-select"_s);
    }

private:
    struct Fixture
    {
        explicit Fixture(const QString &kind = u"plain_openai"_s)
            : admin(gateway::adapterOf(kind)->connect(
                {QUrl(u"http://gw.test/llm/v1/"_s), {}, {}, Secret("sk-EXAMPLE-data"), {}, http, clock}))
        {}
        ScriptedHttp http;
        Clock clock;
        std::unique_ptr<gateway::Admin> admin;
        void answer(const QByteArray &body, int status = 200)
        {
            net::Exchange exchange;
            exchange.status = status;
            exchange.body = body;
            http.answerWith(u"GET /llm/v1/models"_s, exchange);
        }
    };
};

QTEST_GUILESS_MAIN(PlainOpenAiTest)
#include "tst_plain_openai.moc"
