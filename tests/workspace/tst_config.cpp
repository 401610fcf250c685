// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/config.h"
#include <QTest>

using workspace::FileProblem;
using workspace::readConfig;

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
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *yaml, int line, int column, const char *says) {
            QTest::newRow(name) << QByteArray(yaml) << line << column << QString::fromUtf8(says);
        };
        row("not YAML", "listen: [127.0.0.1\n", 2, 1, "end of sequence");
        row("no map", "- listen\n", 1, 1, "a map with listen");
        row("two documents", "listen: 127.0.0.1:1\n---\nlisten: 127.0.0.1:2\n", 3, 1, "second document");
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
        row("kind unknown", "upstreams:\n  - name: u\n    kind: gemini\n", 3, 11, "\"gemini\"");
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
