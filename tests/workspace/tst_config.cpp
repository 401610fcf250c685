// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/config.h"
#include "workspace/gateway_limits.h"
#include <QSet>
#include <QTest>

using workspace::FileProblem;
using workspace::readConfig;

using Row = void (*)(const char *name, const QByteArray &yaml, int line, int column, const char *says);
static Row rows()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    return [](const char *name, const QByteArray &yaml, int line, int column, const char *says) {
        QTest::newRow(name) << yaml << line << column << QString::fromUtf8(says);
    };
}

static const char *const fullFile = R"(limits: {head_ms: 1000, attempts: 2, breaker_failures: 3, body_bytes: 1048576}
upstreams:
  - {name: claude, kind: anthropic, base_url: 'https://api.anthropic.com/v1', key_ref: 'vault:upstream-claude', ca_file: /etc/ca.pem}
  - {name: google, kind: gemini, base_url: 'https://generativelanguage.googleapis.com/v1beta', key_ref: 'file:/run/key'}
aliases:
  - name: smart
    strategy: cheapest
    families: [messages, gemini]
    routes:
      - {upstream: claude, model: opus, weight: 3, connect_ms: 1, first_byte_ms: 2, idle_ms: 3, total_ms: 4}
      - {upstream: google, model: pro, price: {input: 1, output: 2, cached: 0.5, date: 2026-11-01}}
keys:
  - name: app
    enabled: false
    expires: 2027-01-31
    budgets:
      - {usd: 5, window: day, raise_usd: 2.5, raise_until: '2027-01-31T12:00:00Z'}
      - {usd: 100, window: 12h}
    soft: [95, 80]
    aliases: [smart, other]
    families: [messages]
    upstreams: [claude]
    cidrs: [127.0.0.0/8, '::1']
    rpm: 60
    tpm: 10000
    parallel: 4
    wait_ms: 2000
    passport: {app: shop, owner: team-a, review_date: 2027-01-01}
)";

class ConfigTest : public QObject
{
    Q_OBJECT

private slots:
    void theDocumentedFileIsRead()
    {
        const auto read = readConfig(R"(listen: 127.0.0.1:8790
admin_listen: 127.0.0.1:8791
upstreams:
  - name: real
    kind: openai            # openai | scripted
    base_url: http://127.0.0.1:9000/v1
    key_ref: env:UPSTREAM_KEY
aliases:
  - name: fast
    routes: [{upstream: real, model: gpt-4o-mini, weight: 1}]
    price: {input: 0.15, output: 0.60, cached: 0.075}
keys:
  - name: bench
    secret_ref: env:BENCH_KEY
    budgets: [{usd: 5, window: day}]
    aliases: [fast]
)");
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
        QCOMPARE(read->listen, (workspace::Listen{QStringLiteral("127.0.0.1"), 8790}));
        QCOMPARE(read->adminListen->port, quint16(8791));
        const proxy::Options &options = read->options;
        QCOMPARE(options.upstreams.size(), std::size_t(1));
        QCOMPARE(options.upstreams[0].kind, proxy::UpstreamKind::OpenAi);
        QCOMPARE(options.upstreams[0].baseUrl, std::string("http://127.0.0.1:9000/v1"));
        QCOMPARE(options.aliases[0].routes[0].model, std::string("gpt-4o-mini"));
        QCOMPARE(options.aliases[0].price->input, std::int64_t(150'000'000));
        QCOMPARE(options.aliases[0].price->cached, std::optional<std::int64_t>(75'000'000));
        QCOMPARE(options.keys[0].budgets[0].nanos, std::int64_t(5'000'000'000));
        QCOMPARE(options.keys[0].aliases, std::vector<std::string>{"fast"});
        QVERIFY(!options.keys[0].secret);
        QCOMPARE(read->secrets.size(), 2);
        QCOMPARE(read->secrets[1].of, workspace::SecretWish::Of::Key);
        QCOMPARE(read->secrets[1].ref, QStringLiteral("env:BENCH_KEY"));
        QCOMPARE(read->secrets[1].place.line, 14);
    }

    void anEmptyFileSetsNothing()
    {
        const auto read = readConfig("# nothing\n");
        QVERIFY(read);
        QVERIFY(!read->listen);
        QVERIFY(read->options.keys.empty());
    }

    void eachMistakeIsNamedWithItsPlace_data()
    {
        const auto row = rows();
        row("not YAML", "listen: [127.0.0.1\n", 2, 1, "end of sequence");
        row("no map", "- listen\n", 1, 1, "a map with listen");
        row("two documents", "listen: 127.0.0.1:1\n---\nlisten: 127.0.0.1:2\n", 3, 1, "second document");
        row("no document", "---\n,}\n---\n{}\n", 2, 1, "second document");
        row("unknown field", "listen: 127.0.0.1:1\nlissten: x\n", 2, 1, "unknown field \"lissten\"");
        row("unknown field, deep", "keys:\n  - name: a\n    budgets: [{usd: 5, per: day}]\n", 3, 24, "\"per\"");
        row("doubled field", "listen: 127.0.0.1:1\nlisten: 127.0.0.1:2\n", 2, 1, "twice");
        row("doubled name", "keys:\n  - name: a\n  - name: a\n", 3, 11, "\"a\" is there twice");
        row("a name", "listen: example.com:8790\n", 1, 9, "address");
        row("half of tls", "tls: {cert: a.pem}\n", 1, 6, "key");
        row("no port", "listen: 127.0.0.1\n", 1, 9, "address");
        row("port too large", "listen: 127.0.0.1:65536\n", 1, 9, "address");
        row("two hosts", "listen: 127.0.0.1:1\nadmin_listen: \"[::1]:2\"\n", 2, 15, "same address");
        row("list wanted", "keys: {name: a}\n", 1, 7, "keys must be a list");
        row("map wanted", "keys: [a]\n", 1, 8, "a map with name");
        row("name missing", "keys:\n  - enabled: true\n", 2, 5, "name is missing");
        row("number as name", "keys:\n  - name: 12\n", 2, 11, "in quotes");
        row("null as name", "keys:\n  - name: ~\n", 2, 11, "name must be a text");
        row("yes is no bool", "keys:\n  - name: a\n    enabled: yes\n", 3, 14, "true or false");
        row("octal is no number",
            "upstreams: [{name: u, kind: scripted}]\naliases:\n  - name: a\n    routes: "
            "[{upstream: u, model: m, weight: 010}]\n",
            4, 46, "whole number");
        row("weight zero", "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m, weight: 0}]\n", 3, 53,
            "from 1 to");
        row("unknown upstream", "aliases:\n  - name: a\n    routes: [{upstream: x, model: m}]\n", 3, 25,
            "no upstream \"x\"");
        row("no route", "aliases:\n  - name: a\n", 2, 5, "at least one route");
        row("half a price",
            "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m}]\n    price: {input: 1}\n", 4, 12,
            "input and output");
        row("price no number",
            "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m}]\n    "
            "price: {input: cheap, output: 1}\n",
            4, 20, "US dollars");
        row("kind unknown", "upstreams:\n  - name: u\n    kind: bedrock\n", 3, 11, "not \"bedrock\"");
        row("kind missing", "upstreams:\n  - name: u\n", 2, 5, "kind is missing");
        row("built-in name", "upstreams:\n  - name: scripted\n    kind: openai\n", 2, 11, "built-in");
        row("scripted with a key", "upstreams:\n  - name: u\n    kind: scripted\n    key_ref: env:A\n", 4, 14,
            "has no key_ref");
        row("base of Gemini missing", "upstreams:\n  - name: u\n    kind: gemini\n", 2, 5, "base_url is missing");
        row("no web address", "upstreams:\n  - name: u\n    kind: openai\n    base_url: ftp://a/v1\n", 4, 15,
            "must be an address");
        row("query in base", "upstreams:\n  - name: u\n    kind: openai\n    base_url: https://a/v1?key=b\n", 4, 15,
            "must be an address");
        row("name too long",
            "keys:\n  - name: a123456789b123456789c123456789d123456789e123456789f123456789"
            "g123456789h123456789i123456789j123456789k\n",
            2, 11, "at most 100");
        row("reference without a name", "keys:\n  - name: a\n    secret_ref: \"env:\"\n", 3, 17, "never holds one");
        row("no base", "upstreams:\n  - name: u\n    kind: openai\n", 2, 5, "base_url is missing");
        row("base no address", "upstreams:\n  - name: u\n    kind: openai\n    base_url: api.openai.com\n", 4, 15,
            "must be an address");
        row("password in base", "upstreams:\n  - name: u\n    kind: openai\n    base_url: https://a:b@c/v1\n", 4, 15,
            "without a password");
        row("secret in the file", "keys:\n  - name: a\n    secret_ref: sk-abcdef\n", 3, 17, "never holds one");
        row("budget of nothing", "keys:\n  - name: a\n    budgets: [{usd: 0, window: day}]\n", 3, 15, "above zero");
        row("window unknown", "keys:\n  - name: a\n    budgets: [{usd: 1, window: year}]\n", 3, 32,
            "hours such as 12h");
        row("window too long", "keys:\n  - name: a\n    budgets: [{usd: 1, window: 9999h}]\n", 3, 32, "window must be");
        row("limit unknown", "limits: {head: 5}\n", 1, 10, "unknown field \"head\"");
        row("limit out of range", "limits:\n  retry_percent: 101\n", 2, 18, "from 0 to 100");
        row("limits no map", "limits: 5\n", 1, 9, "a map with head_ms");
    }

    void eachMistakeOfAnAlias_data()
    {
        const auto row = rows();
        const QByteArray alias = "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m}]\n";
        const auto more = [&](const char *name, const char *line, int column, const char *says) {
            row(name, alias + "    " + line + "\n", 4, column, says);
        };
        more("strategy unknown", "strategy: random", 15, "weighted, ordered, cheapest or fastest");
        row("strategy doubled", alias + "    strategy: ordered\n    strategy: fastest\n", 5, 5, "is there twice");
        more("fallback unknown", "fallbacks: [b]", 17, "no alias \"b\" is defined in this file");
        more("fallback on itself", "fallbacks: [a]", 17, "an alias cannot fall back on itself");
        more("fallback twice", "fallbacks: [test-echo, test-echo]", 28, "\"test-echo\" is there twice");
        more("fallbacks no list", "fallbacks: test-echo", 16, "fallbacks must be a list");
        row("fallbacks in a circle",
            alias
                + "    fallbacks: [b]\n  - {name: b, routes: [{upstream: scripted, model: m}], fallbacks: [c]}\n"
                  "  - {name: c, routes: [{upstream: scripted, model: m}], fallbacks: [test-echo, a]}\n",
            4, 16, "these fallbacks go round in a circle: a > b > c > a");
        more("family unknown", "families: [chat, speech]", 22, "no family \"speech\"; there are: chat");
        more("family twice", "families: [chat, chat]", 22, "\"chat\" is there twice");
        more("families no list", "families: chat", 15, "families must be a list");
        more("price date", "price: {input: 1, output: 1, date: 2026-13-01}", 40, "a day such as");
        more("price negative", "price: {input: -1, output: 1}", 20, "US dollars");
        row("no route is an empty list", "aliases:\n  - name: a\n    routes: []\n", 2, 5, "at least one route");
        row("route time negative", "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m, idle_ms: -1}]\n",
            3, 54, "idle_ms must be a whole number");
        row("route time a text", "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m, idle_ms: 1s}]\n",
            3, 54, "idle_ms must be a whole number");
        row("route field unknown", "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m, timeout: 1}]\n",
            3, 45, "unknown field \"timeout\"");
        row("route price", "aliases:\n  - name: a\n    routes: [{upstream: scripted, model: m, price: {input: 1}}]\n",
            3, 52, "input and output");
        row("family nobody speaks",
            "upstreams:\n  - name: u\n    kind: anthropic\n    base_url: https://a/v1\naliases:\n  - name: a\n"
            "    routes: [{upstream: u, model: m}]\n    families: [embeddings]\n",
            8, 16, "no upstream of this alias speaks");
    }
    void eachMistakeOfAnAlias() { eachMistakeIsNamedWithItsPlace(); }

    void eachMistakeOfAKey_data()
    {
        const auto row = rows();
        const auto key = [&](const char *name, const char *line, int column, const char *says) {
            row(name, QByteArray("keys:\n  - name: a\n    ") + line + "\n", 3, column, says);
        };
        key("family unknown", "families: [speech]", 16, "no family \"speech\"");
        key("upstream unknown", "upstreams: [nowhere]", 17, "no upstream \"nowhere\"");
        key("network wrong", "cidrs: [10.0.0.0/8, 10.0.0.0/33]", 25, "no network");
        key("network no list", "cidrs: 10.0.0.0/8", 12, "cidrs must be a list");
        key("expiry no date", "expires: soon", 14, "expires must be a date");
        key("expiry without a zone", "expires: 2027-01-31T12:00:00", 14, "with its zone");
        key("soft above the whole", "soft: [80, 101]", 16, "from 1 to 100");
        key("soft a text", "soft: [\"80\"]", 12, "whole number");
        key("soft without a budget", "soft: [80]", 11, "share of a budget");
        key("rpm negative", "rpm: -1", 10, "whole number");
        key("tpm a fraction", "tpm: 1.5", 10, "whole number");
        key("parallel a text", "parallel: many", 15, "whole number");
        key("wait too long", "wait_ms: 600001", 14, "from 0 to 600000");
        key("raise without an end", "budgets: [{usd: 1, window: day, raise_usd: 1}]", 15, "both raise_usd and");
        key("raise end no time", "budgets: [{usd: 1, window: day, raise_usd: 1, raise_until: x}]", 64,
            "must be a date");
        key("passport field unknown", "passport: {team: a}", 16, "unknown field \"team\"");
        key("passport no map", "passport: a", 15, "a map with app");
        key("passport date", "passport: {review_date: soon}", 29, "a day such as");
        key("passport number", "passport: {ticket: 12}", 24, "in quotes");
    }
    void eachMistakeOfAKey() { eachMistakeIsNamedWithItsPlace(); }

    void everythingTheGatewayCanHoldIsRead()
    {
        const auto read = readConfig(fullFile);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
        const proxy::Options &options = read->options;
        proxy::Limits limits;
        limits.headMs = 1000;
        limits.mostAttempts = 2;
        limits.breakerFailures = 3;
        limits.bodyBytes = 1048576;
        QCOMPARE(options.limits, limits);
        proxy::UpstreamConfig claude{"claude", proxy::UpstreamKind::Anthropic, "https://api.anthropic.com/v1", {},
            "/etc/ca.pem", "vault:upstream-claude"};
        QCOMPARE(options.upstreams[0], claude);
        QCOMPARE(options.upstreams[1].kind, proxy::UpstreamKind::Gemini);
        const proxy::Price price{1'000'000'000, 2'000'000'000, 500'000'000, "2026-11-01"};
        const proxy::AliasConfig alias{"smart",
            {{"claude", "opus", 3, {1, 2, 3, 4}, {}}, {"google", "pro", 1, {}, price}}, {}, {"messages", "gemini"},
            proxy::Strategy::Cheapest};
        QCOMPARE(options.aliases[0], alias);
        const std::int64_t noon = 1'801'396'800'000'000;
        proxy::KeyConfig key{"app", {}, {{5'000'000'000, "day", 2'500'000'000, noon}, {100'000'000'000, "12h"}},
            {"smart", "other"}, noon - 43'200'000'000, false, {{"messages"}, {"claude"}, {"127.0.0.0/8", "::1"}},
            {60, 10000, 4}, {80, 95}, 2000};
        key.passport = "{\"app\":\"shop\",\"owner\":\"team-a\",\"review_date\":\"2027-01-01\"}";
        QCOMPARE(options.keys[0], key);
        QCOMPARE(read->notes.size(), 1);
        QCOMPARE(read->notes[0].line, 20);
        QVERIFY(read->notes[0].what.contains(QStringLiteral("\"other\"")));
    }

    void aLimitIsNamedOnce()
    {
        proxy::Limits limits;
        QSet<QByteArray> names;
        for (const workspace::LimitField &field : workspace::limitFields()) {
            names.insert(field.name);
            QVERIFY2(field.value(limits) >= field.least && field.value(limits) <= field.most, field.name);
            field.set(limits, field.most);
            QCOMPARE(field.value(limits), field.most);
        }
        QCOMPARE(names.size(), qsizetype(workspace::limitFields().size()));
    }

    void eachMistakeIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, says);
        const auto read = readConfig(yaml);
        QVERIFY(!read);
        QVERIFY2(read.error().what.contains(says), qPrintable(read.error().text()));
        QTEST(read.error().line, "line");
        QTEST(read.error().column, "column");
        QVERIFY(!read.error().text().contains(QStringLiteral("sk-abcdef")));
    }

    void anAliasBombIsRefusedQuickly()
    {
        QByteArray yaml = "a: &a [x,x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'k'; ++c)
            yaml += QByteArray(1, c) + ": &" + c + " [" + QByteArray("*") + char(c - 1)
                + QByteArray(",*").append(char(c - 1)).repeated(9) + "]\n";
        QVERIFY(!readConfig(yaml));
    }

    void aHugeFileIsRefused() { QCOMPARE(readConfig(QByteArray(2 << 20, ' ')).error().line, 0); }
};

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"
