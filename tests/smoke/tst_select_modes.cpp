// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/canned.h"
#include "smoke/run_service.h"
#include <QJsonDocument>
#include <QJsonObject>

static net::Exchange served(const QByteArray &model, int status = 200)
{
    return Canned::json(R"({"id":"m","type":"message","role":"assistant","model":")" + model
            + R"(","content":[{"type":"text","text":"gw-1-1"}],"usage":{"input_tokens":9,"output_tokens":3}})",
        status);
}

static QByteArray headerOf(const net::Request &request, const QByteArray &name)
{
    for (const net::Header &header : request.headers)
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    return {};
}

// Select's dialect: the model in x-model, /messages under Bearer, no promise of a list, and the check of both modes.
class SelectModesTest : public QObject
{
    Q_OBJECT

private slots:
    void bothModesAreAskedOverMessagesWithBearer()
    {
        Fixture f(u"claude"_s);
        f.smart({served("gpt-4o"), served("claude")}, served("claude"));
        const auto verdict = f.bench.run(u"T11e"_s);
        QCOMPARE(f.bench.http.requests.size(), 21);
        for (const net::Request &request : f.bench.http.requests) {
            QCOMPARE(request.url, QUrl(u"http://gw.test/v1/messages"_s));
            QCOMPARE(headerOf(request, "Authorization"), "Bearer sk-test-0123456789");
            QCOMPARE(headerOf(request, "x-api-key"), QByteArray());
            QVERIFY(!headerOf(request, "anthropic-version").isEmpty());
            QVERIFY(!QJsonDocument::fromJson(request.body).object().contains(u"model"_s));
        }
        QCOMPARE(headerOf(f.bench.http.requests.first(), "x-model"), QByteArray());
        QCOMPARE(headerOf(f.bench.http.requests.last(), "x-model"), "claude");
        QCOMPARE(verdict.outcome, Outcome::Passed);
        QVERIFY2(textOf(verdict, u"T11.e2"_s).contains(u"claude × 10, gpt-4o × 10"_s),
            qPrintable(textOf(verdict, u"T11.e2"_s)));
        QVERIFY(textOf(verdict, u"T11.e3"_s).contains(u"claude served"_s));
        QVERIFY(textOf(verdict, u"T11.e4"_s).contains(u"model"_s));
    }

    void theSmartAliasIsProvenByTheModelItChoseLeast()
    {
        Fixture f(u"smart-select"_s);
        f.smart({served("a"), served("a"), served("b")}, served("b"));
        f.bench.run(u"T11e"_s);
        QCOMPARE(headerOf(f.bench.http.requests.last(), "x-model"), "b");
    }

    void whatIsNotHonouredFails()
    {
        Fixture f(u"claude"_s);
        f.smart({served("gpt-4o")}, served("gpt-4o"));
        const auto verdict = f.bench.run(u"T11e"_s);
        QCOMPARE(outcomeOf(verdict, u"T11.e3"_s), Outcome::Failed);
        QVERIFY(textOf(verdict, u"T11.e3"_s).contains(u"Asked claude, served gpt-4o"_s));
        QCOMPARE(outcomeOf(verdict, u"T11.e4"_s), Outcome::Warned); // nothing tells the modes apart
    }

    void aHeaderMayTellTheModesApart()
    {
        Fixture f(u"gpt-4o"_s);
        net::Exchange direct = served("gpt-4o");
        direct.headers << net::Header{"X-Mode", "direct"};
        f.smart({served("gpt-4o")}, direct);
        QVERIFY(textOf(f.bench.run(u"T11e"_s), u"T11.e4"_s).contains(u"header x-mode"_s));
    }

    void aRefusalEndsTheSmartCalls()
    {
        Fixture f(u"claude"_s);
        f.bench.http.answers = {served("gpt-4o"), Canned::json(R"({"error":{"message":"no key"}})", 401)};
        const auto verdict = f.bench.run(u"T11e"_s);
        QCOMPARE(f.bench.http.requests.size(), 3); // two smart ones, one direct
        QCOMPARE(outcomeOf(verdict, u"T11.e1"_s), Outcome::Failed);
        QCOMPARE(outcomeOf(verdict, u"T11.e4"_s), Outcome::Skipped);
    }

    void otherGatewaysAreNotAsked()
    {
        OnBench bench;
        const auto verdict = bench.run(u"T11e"_s);
        QVERIFY(bench.http.requests.isEmpty());
        QCOMPARE(verdict.outcome, Outcome::Skipped);
    }

    void itRunsByItselfOnSelectOnly()
    {
        const auto has = [](const QString &kind, const QStringList &asked) {
            smoke::Plan plan;
            plan.aliases = QStringList{u"a"_s};
            plan.checks = asked;
            plan.target.kind = kind;
            const auto items = smoke::itemsOf(plan);
            return std::ranges::any_of(items, [](const smoke::Item &item) { return item.report.check == u"T11"; });
        };
        QVERIFY(has(u"select"_s, {}));
        QVERIFY(!has(u"plain_openai"_s, {}));
        QVERIFY(has(u"plain_openai"_s, {u"T11e"_s}));
        QVERIFY(has(u"plain_openai"_s, {u"T11"_s}));
    }

    void chatNamesTheModelInItsHeader()
    {
        Fixture f(u"claude"_s);
        const net::Exchange reply =
            Canned::json(R"({"id":"a","model":"claude","choices":[{"message":{"role":"assistant","content":"gw-1-1"},)"
                         R"("finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3}})");
        f.bench.http.answers = {reply};
        const auto verdict = f.bench.run(u"T01"_s);
        const net::Request &sent = f.bench.http.requests.first();
        QCOMPARE(headerOf(sent, "x-model"), "claude");
        QCOMPARE(QJsonDocument::fromJson(sent.body)["model"_L1].toString(), u"smart-select"_s);
        QCOMPARE(outcomeOf(verdict, u"T01.V5"_s), Outcome::Passed);
        Fixture other(u"gpt-4o"_s);
        other.bench.http.answers = {reply};
        QCOMPARE(outcomeOf(other.bench.run(u"T01"_s), u"T01.V5"_s), Outcome::Warned);
        Fixture smart(u"smart-select"_s);
        smart.bench.http.answers = {reply};
        QVERIFY(textOf(smart.bench.run(u"T01"_s), u"T01.V5"_s).contains(u"served by claude"_s));
        QCOMPARE(headerOf(smart.bench.http.requests.first(), "x-model"), QByteArray());
    }

    void aMissingListIsNotHeldAgainstIt()
    {
        Fixture f(u"claude"_s);
        const net::Exchange none = Canned::json(R"({"error":{"message":"no such path"}})", 404);
        f.bench.http.answers = {none, none, none, none, none, Canned::json(R"({"error":{"message":"no"}})", 401)};
        const auto verdict = f.bench.run(u"T00"_s);
        QCOMPARE(outcomeOf(verdict, u"T00.V2"_s), Outcome::Skipped);
        QCOMPARE(outcomeOf(verdict, u"T00.V3"_s), Outcome::Skipped);
        QCOMPARE(outcomeOf(verdict, u"T00.V4"_s), Outcome::Passed);
    }

private:
    struct Fixture
    {
        OnBench bench;

        explicit Fixture(const QString &alias)
        {
            bench.target.kind = u"select"_s;
            bench.target.alias = alias;
            bench.aliases = QStringList{alias};
        }
        // Twenty smart answers, these in turn; then the direct one.
        void smart(const QList<net::Exchange> &turns, const net::Exchange &direct)
        {
            for (int i = 0; i < 20; ++i)
                bench.http.answers << turns.at(i % turns.size());
            bench.http.answers << direct;
        }
    };
};

QTEST_GUILESS_MAIN(SelectModesTest)
#include "tst_select_modes.moc"
