// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exports.h"
#include "workspace/yaml_out.h"
#include <QTest>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;
using workspace::Exported;
using workspace::Yaml;

static const char *const wholeFile = R"(listen: 127.0.0.1:8790
admin_listen: 127.0.0.1:8791
limits: {attempts: 3, total_ms: 90000, breaker_failures: 7, breaker_rest_ms: 1500, database_pages: 9}
upstreams:
  - {name: real, kind: openai, base_url: 'https://api.example.com/v1', key_ref: 'env:REAL_KEY'}
  - {name: Claude EU, kind: anthropic, base_url: 'https://api.anthropic.com/v1', key_ref: 'vault:upstream-claude'}
  - {name: google, kind: gemini, base_url: 'https://generativelanguage.googleapis.com/v1beta', key_ref: 'file:/run/g', ca_file: /etc/ca.pem}
  - {name: local, kind: openai, base_url: 'http://127.0.0.1:9000/v1'}
aliases:
  - name: fast
    routes: [{upstream: real, model: gpt-4o-mini, weight: 3}, {upstream: local, model: 'llama: "3"', weight: 1}]
    price: {input: 0.15, output: 0.6, cached: 0.075, date: 2026-11-01}
    families: [chat]
  - name: safe
    strategy: ordered
    routes:
      - {upstream: Claude EU, model: opus, total_ms: 30000, connect_ms: 500, first_byte_ms: 600, idle_ms: 700, price: {input: 5, output: 25}}
      - {upstream: google, model: pro}
      - {upstream: scripted, model: test-echo}
  - name: thrifty
    strategy: cheapest
    routes: [{upstream: real, model: big, price: {input: 9, output: 9}}, {upstream: real, model: small, price: {input: 1, output: 1}}]
  - name: echo
    routes: [{upstream: scripted, model: test-echo}]
  - name: careful
    routes: [{upstream: real, model: gpt-4o-mini}]
    fallbacks: [thrifty, test-echo]
keys:
  - name: app
    secret_ref: env:APP_KEY
    enabled: false
    expires: 2027-01-31
    budgets: [{usd: 5, window: day, raise_usd: 2.5, raise_until: '2027-01-31T12:00:00Z'}, {usd: 0.000000001, window: 12h}]
    soft: [80, 95]
    aliases: [fast]
    families: [chat, messages]
    upstreams: [real, Claude EU]
    cidrs: [127.0.0.0/8, '::1']
    rpm: 60
    tpm: 10000
    parallel: 4
    wait_ms: 2000
    passport: {app: shop, environment: production, owner: 'team "a"', review_date: 2027-01-01}
  - name: plain
)";

class ExportsTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreQuotedSoThatTheyReadBack_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"plain", "yes", "0x10", "a: b # c", "\"quoted\"", "back\\slash", "", " edge ", "- x",
                 "line\nbreak\ttab", "\x7f", "null", "*alias", "{map}", "1e5", "%tag"})
            QTest::newRow(text) << QString::fromUtf8(text);
        QTest::newRow("unicode") << u"ü 漢 \u0085 \u2028 \ufeff 😀"_s;
    }
    void textsAreQuotedSoThatTheyReadBack()
    {
        QFETCH(QString, text);
        Yaml map = Yaml::map();
        map.put("one", Yaml::text(text)).put(text, Yaml::texts({text, text}));
        const YAML::Node read = YAML::Load(map.toText().toStdString());
        QCOMPARE(QString::fromStdString(read["one"].Scalar()), text);
        QCOMPARE(QString::fromStdString(read[text.toStdString()][1].Scalar()), text);
    }

    void listsAndMapsNest()
    {
        Yaml inner = Yaml::map();
        inner.put("a", Yaml::number(1)).put("b", Yaml::list()).put("c", Yaml::map());
        Yaml list = Yaml::list();
        list.add(inner).add(Yaml::flag(true)).add(Yaml::list().add(Yaml::number(2)));
        Yaml root = Yaml::map();
        root.put("list", list);
        QCOMPARE(root.toText(), u"list:\n  - a: 1\n    b: []\n    c: {}\n  - true\n  - - 2\n"_s);
        const YAML::Node read = YAML::Load(root.toText().toStdString());
        QCOMPARE(read["list"][2][0].as<int>(), 2);
    }

    void ourOwnFormReadsBackAsTheSame()
    {
        const auto first = whole();
        const Exported exported = workspace::asGatewright(first);
        QVERIFY(exported.missing.isEmpty());
        const auto again = workspace::readConfig(exported.yaml.toUtf8());
        QVERIFY2(again, qPrintable(again ? QString() : again.error().text() + u'\n' + exported.yaml));
        QCOMPARE(again->listen, first.listen);
        QCOMPARE(again->adminListen, first.adminListen);
        QVERIFY(again->options.limits == first.options.limits);
        QVERIFY(again->options.upstreams == first.options.upstreams);
        QVERIFY(again->options.aliases == first.options.aliases);
        QVERIFY(again->options.keys == first.options.keys);
        QCOMPARE(workspace::asGatewright(*again).yaml, exported.yaml);
    }

    void anEmptySetUpIsAFileToo()
    {
        const Exported exported = workspace::asGatewright({});
        QVERIFY(workspace::readConfig(exported.yaml.toUtf8()));
    }

    void liteLlmGetsADeploymentForEachRoute()
    {
        const auto config = whole();
        const Exported exported = workspace::asLiteLlm(config);
        const YAML::Node read = YAML::Load(exported.yaml.toStdString());
        const YAML::Node models = read["model_list"];
        QCOMPARE(models.size(), std::size_t(7));
        const YAML::Node first = models[0]["litellm_params"];
        QCOMPARE(models[0]["model_name"].Scalar(), std::string("fast"));
        QCOMPARE(models[0]["model_info"]["mode"].Scalar(), std::string("chat"));
        QCOMPARE(first["model"].Scalar(), std::string("openai/gpt-4o-mini"));
        QCOMPARE(first["api_base"].Scalar(), std::string("https://api.example.com/v1"));
        QCOMPARE(first["api_key"].Scalar(), std::string("os.environ/REAL_KEY"));
        QCOMPARE(first["weight"].as<int>(), 3);
        QCOMPARE(first["input_cost_per_token"].Scalar(), std::string("1.5e-7"));
        QCOMPARE(first["cache_read_input_token_cost"].Scalar(), std::string("7.5e-8"));
        QCOMPARE(first["output_cost_per_token"].as<double>(), 0.6e-6);
        QCOMPARE(models[1]["litellm_params"]["api_key"].Scalar(), std::string("none"));
        const YAML::Node claude = models[2]["litellm_params"];
        QCOMPARE(claude["model"].Scalar(), std::string("anthropic/opus"));
        QCOMPARE(claude["api_base"].Scalar(), std::string("https://api.anthropic.com"));
        QCOMPARE(claude["api_key"].Scalar(), std::string("os.environ/UPSTREAM_CLAUDE_EU_KEY"));
        QCOMPARE(claude["order"].as<int>(), 1);
        QCOMPARE(claude["timeout"].as<double>(), 30.0);
        QCOMPARE(models[3]["litellm_params"]["model"].Scalar(), std::string("gemini/pro"));
        QCOMPARE(models[3]["litellm_params"]["order"].as<int>(), 2);
        QCOMPARE(read["router_settings"]["fallbacks"].size(), std::size_t(1));
        QCOMPARE(read["router_settings"]["fallbacks"][0]["careful"].size(), std::size_t(1));
        QCOMPARE(read["router_settings"]["fallbacks"][0]["careful"][0].Scalar(), std::string("thrifty"));
        QCOMPARE(read["router_settings"]["num_retries"].as<int>(), 2);
        QCOMPARE(read["router_settings"]["allowed_fails"].as<int>(), 7);
        QCOMPARE(read["router_settings"]["cooldown_time"].as<double>(), 1.5);
        QCOMPARE(read["router_settings"]["timeout"].as<double>(), 90.0);
        QCOMPARE(read["general_settings"]["master_key"].Scalar(), std::string("os.environ/LITELLM_MASTER_KEY"));
    }

    void whatATargetCannotHoldIsSaidAtItsHead_data()
    {
        QTest::addColumn<bool>("envoy");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, bool envoy, const char *says) {
            QTest::newRow(name) << envoy << QString::fromUtf8(says);
        };
        for (const bool envoy : {false, true}) {
            const QByteArray to = envoy ? "envoy " : "litellm ";
            row((to + "key").constData(), envoy, "key \"app\" (5 USD/day, 0.000000001 USD/12h, aliases fast");
            row((to + "scripted route").constData(), envoy, "alias \"safe\": the route scripted/test-echo");
            row((to + "no route").constData(), envoy, "alias \"echo\": no route is left");
            row((to + "fallback").constData(), envoy, "alias \"careful\": the fallback on \"test-echo\"");
            row((to + "route times").constData(), envoy, "alias \"safe\", route Claude EU/opus: its limits");
            row((to + "ca file").constData(), envoy, "upstream \"google\": ca_file");
            row((to + "listen").constData(), envoy, "listen");
            row((to + "retry budget").constData(), envoy, "retry budget");
        }
        row("litellm vault", false, "its key lies at vault:upstream-claude; set the variable UPSTREAM_CLAUDE_EU_KEY");
        row("litellm strategy", false, "alias \"thrifty\": its own strategy");
        row("envoy secret", true, "its key (env:REAL_KEY); make the Secret gatewright-real-key");
        row("envoy smart", true, "alias \"thrifty\": the choice of the cheapest route");
        row("envoy price", true, "alias \"fast\": its price");
        row("envoy gemini", true, "upstream \"google\": calls in Gemini's own form");
        row("envoy family", true, "alias \"fast\": only the families chat");
    }
    void whatATargetCannotHoldIsSaidAtItsHead()
    {
        QFETCH(bool, envoy);
        QFETCH(QString, says);
        const auto config = whole();
        const Exported exported = envoy ? workspace::asEnvoy(config) : workspace::asLiteLlm(config);
        const bool told =
            std::ranges::any_of(exported.missing, [&](const QString &line) { return line.contains(says); });
        QVERIFY2(told, qPrintable(exported.missing.join(u'\n')));
        const QString head =
            exported.yaml.left(exported.yaml.indexOf(u"\n"_s + (envoy ? u"apiVersion"_s : u"model_list"_s)));
        QVERIFY2(head.contains(says), qPrintable(head));
        for (const QString &line : head.split(u'\n'))
            QVERIFY2(line.startsWith(u'#'), qPrintable(line));
    }

    void envoyGetsItsResources()
    {
        const auto config = whole();
        const Exported exported = workspace::asEnvoy(config);
        std::map<std::string, std::vector<YAML::Node>> byKind;
        for (const YAML::Node &node : YAML::LoadAll(exported.yaml.toStdString()))
            byKind[node["kind"].Scalar()].push_back(node);
        QCOMPARE(byKind["Gateway"].size(), std::size_t(1));
        QCOMPARE(byKind["Backend"].size(), std::size_t(4));
        QCOMPARE(byKind["AIServiceBackend"].size(), std::size_t(4));
        QCOMPARE(byKind["BackendSecurityPolicy"].size(), std::size_t(3));
        QCOMPARE(byKind["BackendTLSPolicy"].size(), std::size_t(3));
        QCOMPARE(byKind["AIGatewayRoute"].size(), std::size_t(1));
        const YAML::Node rules = byKind["AIGatewayRoute"][0]["spec"]["rules"];
        QCOMPARE(rules.size(), std::size_t(4));
        const YAML::Node fast = rules[0];
        QCOMPARE(fast["matches"][0]["headers"][0]["value"].Scalar(), std::string("fast"));
        QCOMPARE(fast["backendRefs"][0]["name"].Scalar(), std::string("gatewright-real"));
        QCOMPARE(fast["backendRefs"][0]["modelNameOverride"].Scalar(), std::string("gpt-4o-mini"));
        QCOMPARE(fast["backendRefs"][0]["weight"].as<int>(), 3);
        QCOMPARE(rules[1]["backendRefs"][1]["priority"].as<int>(), 1);
        QCOMPARE(rules[1]["timeouts"]["request"].Scalar(), std::string("30s"));
        QCOMPARE(rules[2]["backendRefs"][0]["modelNameOverride"].Scalar(), std::string("small"));
        const YAML::Node careful = rules[3]["backendRefs"];
        QCOMPARE(careful.size(), std::size_t(3)); // its own, and both of what it falls back on
        QVERIFY(careful[0]["weight"] && !careful[0]["priority"]);
        QCOMPARE(careful[1]["modelNameOverride"].Scalar(), std::string("big"));
        QCOMPARE(careful[1]["priority"].as<int>(), 1);
        QCOMPARE(careful[2]["priority"].as<int>(), 2);
        const YAML::Node local = byKind["Backend"][3]["spec"]["endpoints"][0]["ip"];
        QCOMPARE(local["address"].Scalar(), std::string("127.0.0.1"));
        QCOMPARE(local["port"].as<int>(), 9000);
        QCOMPARE(byKind["BackendSecurityPolicy"][1]["spec"]["type"].Scalar(), std::string("AnthropicAPIKey"));
        QCOMPARE(byKind["AIServiceBackend"][2]["spec"]["schema"]["prefix"].Scalar(), std::string("/v1beta/openai"));
    }

    void namesForKubernetesArePlainAndUnique()
    {
        const auto config = workspace::readConfig(R"(upstreams:
  - {name: 'A b', kind: openai, base_url: 'http://a.example/v1'}
  - {name: 'a_B', kind: openai, base_url: 'http://b.example/v1'}
  - {name: '漢', kind: openai, base_url: 'http://c.example/v1'}
)");
        const QString yaml = workspace::asEnvoy(*config).yaml;
        for (const QString &name : {u"\"gatewright-a-b\""_s, u"\"gatewright-a-b-2\""_s, u"\"gatewright-upstream\""_s})
            QVERIFY2(yaml.contains(u"name: "_s + name), qPrintable(yaml));
    }

    void manyAliasesBecomeSeveralRoutes()
    {
        workspace::GatewayConfig config;
        config.options.upstreams.push_back({"u", proxy::UpstreamKind::OpenAi, "http://u.example/v1"});
        for (int i = 0; i < 130; ++i)
            config.options.aliases.push_back({"a" + std::to_string(i), {{"u", "m"}}, {}});
        int rules = 0;
        int routes = 0;
        for (const YAML::Node &node : YAML::LoadAll(workspace::asEnvoy(config).yaml.toStdString())) {
            if (node["kind"].Scalar() != "AIGatewayRoute")
                continue;
            ++routes;
            rules += int(node["spec"]["rules"].size());
            QVERIFY(node["spec"]["rules"].size() <= 128);
        }
        QCOMPARE(routes, 2);
        QCOMPARE(rules, 130);
    }

    void noExportHoldsASecret()
    {
        auto config = whole();
        config.options.upstreams[0].key = "sk-EXAMPLE-of-the-upstream";
        config.options.keys[0].secret = "sk-EXAMPLE-of-the-key";
        for (const auto writer : {workspace::asGatewright, workspace::asLiteLlm, workspace::asEnvoy})
            QVERIFY(!writer(config).yaml.contains(u"sk-EXAMPLE"_s));
    }

    void whatIsToldByTheGatewayAndNotInTheFileIsNoted()
    {
        const auto told = workspace::toldConfig(R"J({"limits":{"attempts":2},"upstreams":[],"aliases":[
            {"name":"old","strategy":"weighted","families":[],"fallbacks":[],"price":null,"routes":[{"upstream":"gone","model":"m",
             "weight":1,"connect_ms":0,"first_byte_ms":0,"idle_ms":0,"total_ms":0,"price":null}]}],"keys":[
            {"name":"bound","secret_ref":null,"enabled":true,"aliases":[],"budgets":[],"families":[],
             "upstreams":["gone"],"cidrs":[],"rpm":0,"tpm":0,"parallel":0,"wait_ms":0,"soft_percents":[],
             "expires_at":null,"passport":{}},
            {"name":"free","secret_ref":null,"enabled":true,"aliases":[],"budgets":[],"families":[],
             "upstreams":[],"cidrs":[],"rpm":0,"tpm":0,"parallel":0,"wait_ms":0,"soft_percents":[50],
             "expires_at":null,"passport":{"owner":"a","team":"x"}}]})J");
        QVERIFY2(told, qPrintable(told ? QString() : told.error().detail));
        const Exported exported = workspace::asGatewright(*told);
        QCOMPARE(exported.missing.size(), 3);
        QVERIFY(exported.missing.join(u'\n').contains(u"the passport's \"team\""_s));
        QVERIFY(exported.missing.join(u'\n').contains(u"key \"bound\": bound to \"gone\""_s));
        const auto read = workspace::readConfig(exported.yaml.toUtf8());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
        QCOMPARE(read->options.keys.size(), std::size_t(1));
        QVERIFY(read->options.aliases.empty());
        QCOMPARE(read->options.limits.mostAttempts, 2);
    }

    void aFieldThatDoesNotFitIsNamed()
    {
        const auto told =
            workspace::toldConfig(R"({"limits":{"attempts":"two"},"upstreams":[],"aliases":[],"keys":[]})");
        QVERIFY(!told);
        QVERIFY2(told.error().detail.contains(u"set-up.limits.attempts"_s), qPrintable(told.error().detail));
    }

private:
    static workspace::GatewayConfig whole()
    {
        const auto read = workspace::readConfig(wholeFile);
        if (!read)
            qFatal("%s", qPrintable(read.error().text()));
        return *read;
    }
};

QTEST_GUILESS_MAIN(ExportsTest)
#include "tst_exports.moc"
