// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_import_words.h"
#include "workspace/imported.h"

using namespace Qt::StringLiterals;
using workspace::ConnectionImport;
using workspace::ImportedConnection;
using workspace::ImportFormat;
using workspace::Part;

class ConnectionImportTest : public QObject
{
    Q_OBJECT

private slots:
    void eachFormatIsRecognised_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("format"); // -1: none
        const auto add = [](const char *name, const char *text, int format) {
            QTest::newRow(name) << QByteArray(text) << format;
        };
        add("env", "OPENAI_BASE_URL=https://gw.example/v1\n", int(ImportFormat::Env));
        add("env with export", "# mine\nexport OPENAI_BASE_URL=https://gw.example/v1", int(ImportFormat::Env));
        add("PowerShell", "$env:OPENAI_BASE_URL = \"https://gw.example/v1\"", int(ImportFormat::Env));
        add("curl", "curl https://gw.example/v1/models", int(ImportFormat::Curl));
        add("curl with a prompt", "$ curl https://gw.example/v1/models", int(ImportFormat::Curl));
        add("curl behind variables", "KEY=a curl https://gw.example/v1/models", int(ImportFormat::Curl));
        add("curl behind exports", "export KEY=a\n\ncurl https://gw.example/v1", int(ImportFormat::Curl));
        add("YAML", "base_url: https://gw.example/v1", int(ImportFormat::Yaml));
        add("JSON", "{\"base_url\": \"https://gw.example/v1\"}", int(ImportFormat::Yaml));
        add("link", "gatewright://connect?data_url=https://gw.example/v1", int(ImportFormat::Link));
        add("one address", "https://gw.example/v1", -1);
        add("an address with a query", "https://gw.example/v1?key=value", -1);
        add("words", "please connect me", -1);
        add("nothing", "", -1);
    }
    void eachFormatIsRecognised()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, format);
        QCOMPARE(workspace::mayHoldConnections(QString::fromUtf8(text)), format >= 0);
        const auto read = workspace::readConnections(text);
        QCOMPARE(read.has_value(), format >= 0);
        if (read)
            QCOMPARE(int(read->format), format);
        else
            QVERIFY(!read.error().isEmpty());
    }

    void anEnvFileIsRead()
    {
        const auto one = onlyIn("\xEF\xBB\xBF# the gateway\r\n"
                                "export LITELLM_BASE_URL=\"https://gw.example/llm/v1/\"  # with a slash\r\n"
                                "LITELLM_MASTER_KEY='sk-EXAMPLE-master-0000'\r\n"
                                "LITELLM_API_KEY = sk-EXAMPLE-data-11111 # mine\r\n");
        QCOMPARE(one.profile.dataUrl, QUrl(u"https://gw.example/llm/v1"_s));
        QCOMPARE(one.profile.adminUrl, QUrl(u"https://gw.example/llm"_s));
        QCOMPARE(one.profile.kind, u"litellm"_s);
        QCOMPARE(one.adminKey, Secret("sk-EXAMPLE-master-0000"));
        QCOMPARE(one.dataKey, Secret("sk-EXAMPLE-data-11111"));
        QCOMPARE(one.from.value(Part::AdminKey), u"LITELLM_MASTER_KEY, line 3"_s);
        QVERIFY(said(one.notes, "name only"));
    }

    void aGatewayIsKnownByTheNamesOfItsVariables()
    {
        for (const auto &[name, kind] :
            {std::pair("SELECT", "select"), {"FLATKEY", "newapi"}, {"PORTKEY", "portkey"}}) {
            const QByteArray text =
                QByteArray(name) + "_BASE_URL=https://gw.example/v1\n" + name + "_API_KEY=sk-EXAMPLE\n";
            QCOMPARE(onlyIn(text).profile.kind, QString::fromLatin1(kind));
        }
    }

    void severalGatewaysInOneEnvFileAreApart()
    {
        const auto read =
            workspace::readConnections("TEAM_BASE_URL=https://a.example/v1\nTEAM_API_KEY=sk-EXAMPLE-of-a\n"
                                       "OPENROUTER_API_KEY=sk-or-EXAMPLE-of-b\nDEBUG=1\n"
                                       "DATABASE_URL=postgres://me:pw-EXAMPLE@db/x\nSTRIPE_API_KEY=sk_EXAMPLE\n");
        QVERIFY2(read, qPrintable(errorOf(read)));
        QCOMPARE(read->connections.size(), 2);
        QCOMPARE(read->connections.at(0).dataKey, Secret("sk-EXAMPLE-of-a"));
        QCOMPARE(read->connections.at(0).profile.kind, QString());
        QCOMPARE(read->connections.at(1).profile.dataUrl, QUrl(u"https://openrouter.ai/api/v1"_s));
        QCOMPARE(read->connections.at(1).profile.kind, u"openrouter"_s);
        for (const char *name : {"DEBUG, line 4", "DATABASE_URL, line 5", "STRIPE_API_KEY, line 6"})
            QVERIFY2(said(read->unused, name), name);
        QVERIFY(!read->unused.join(u' ').contains(u"EXAMPLE"_s));
    }

    void variablesOfTheTextAreFilledInAndOthersAreNamed()
    {
        const auto one = onlyIn("HOST=gw.example\nOPENAI_BASE_URL=https://${HOST}/v1\nOPENAI_API_KEY=$TEAM_KEY\n");
        QCOMPARE(one.profile.dataUrl, QUrl(u"https://gw.example/v1"_s));
        QCOMPARE(one.profile.dataKeyRef, u"env:TEAM_KEY"_s);
        QVERIFY(one.dataKey.isEmpty());
        const auto quoted = onlyIn("OPENAI_BASE_URL=https://gw.example/v1\nOPENAI_API_KEY='$literal-EXAMPLE'\n");
        QCOMPARE(quoted.dataKey, Secret("$literal-EXAMPLE"));
        const auto without = workspace::readConnections("OPENAI_BASE_URL=https://$ELSEWHERE/v1");
        QVERIFY(!without);
        QVERIFY2(without.error().contains(u"variable"_s), qPrintable(without.error()));
    }

    void aCurlCommandIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("key");
        const QByteArray key = "sk-EXAMPLE-of-a-key";
        const QString url = u"https://gw.example/v1"_s;
        const auto add = [&](const char *name, const char *text) {
            QTest::newRow(name) << QByteArray(text) << url << key;
        };
        add("plain", "curl https://gw.example/v1/models -H 'Authorization: Bearer sk-EXAMPLE-of-a-key'");
        add("continued lines",
            "curl -sS https://gw.example/v1/chat/completions \\\n  -H \"Content-Type: application/json\" \\\r\n"
            "  -H \"Authorization: Bearer sk-EXAMPLE-of-a-key\" \\\n  -d '{\n \"model\": \"m\", \"x\": \"a;b|c & "
            "d\"\n}'\n");
        add("option glued to its value",
            "curl -X POST -H'authorization: bearer sk-EXAMPLE-of-a-key' --url https://gw.example/v1");
        add("flags together", "curl -sSLH 'Authorization: Bearer sk-EXAMPLE-of-a-key' https://gw.example/v1");
        add("as a browser copies it",
            "curl 'https://gw.example/v1/chat/completions' \\\n  -H $'authorization: Bearer sk-EXAMPLE-of\\u002da-key' "
            "\\\n"
            "  --data-raw $'{\"a\":\"it\\'s\"}' --compressed");
        add("header of Anthropic's clients", "curl https://gw.example/v1/messages -H 'x-api-key: sk-EXAMPLE-of-a-key'");
        add("variable set before",
            "export KEY=\"sk-EXAMPLE-of-a-key\"\nBASE=https://gw.example\ncurl $BASE/v1/models -H \"Authorization: "
            "Bearer ${KEY}\"");
        add("without a scheme", "curl gw.example/v1/models --oauth2-bearer sk-EXAMPLE-of-a-key");
        add("program with its path", "/usr/bin/curl https://gw.example/v1 -H 'api-key: sk-EXAMPLE-of-a-key'");
        add("piped on", "curl -s https://gw.example/v1/models -H 'api-key: sk-EXAMPLE-of-a-key' | jq '.data[]'");
    }
    void aCurlCommandIsRead()
    {
        QFETCH(QByteArray, text);
        const auto one = onlyIn(text);
        QTEST(one.profile.dataUrl.toString(), "url");
        QFETCH(QByteArray, key);
        QCOMPARE(one.dataKey, Secret(key));
        QVERIFY(one.adminKey.isEmpty());
    }

    void aCallOfAnAdminApiTellsTheKind_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("admin");
        const auto add = [](const char *text, const char *kind, const char *admin) {
            QTest::newRow(kind) << QByteArray(text) << QString::fromLatin1(kind) << QString::fromLatin1(admin);
        };
        add("curl https://gw.example/llm/key/generate -H 'Authorization: Bearer EXAMPLE-admin' -d '{}'", "litellm",
            "https://gw.example/llm");
        add("curl https://gw.example/api/user/self -H 'Authorization: EXAMPLE-admin' -H 'New-Api-User: 7'", "newapi",
            "https://gw.example");
        add("curl https://gw.example/api/governance/virtual-keys -u EXAMPLE-admin", "bifrost", "https://gw.example");
        add("curl https://api.openai.com/v1/organization/costs -H 'Authorization: Bearer EXAMPLE-admin'", "openai_org",
            "https://api.openai.com");
    }
    void aCallOfAnAdminApiTellsTheKind()
    {
        QFETCH(QByteArray, text);
        const auto one = onlyIn(text);
        QTEST(one.profile.kind, "kind");
        QTEST(one.profile.adminUrl.toString(), "admin");
        QCOMPARE(one.profile.dataUrl.path().endsWith(u"/v1"_s), true);
        QCOMPARE(one.adminKey, Secret("EXAMPLE-admin"));
        QVERIFY(one.dataKey.isEmpty());
    }

    void whatCurlSaysBesideTheKeyIsTakenOrNamed()
    {
        const auto read = workspace::readConnections(
            "curl -k -x http://proxy.example:3128 --cacert /etc/ca.pem -b session=EXAMPLE --cert me.pem "
            "-H @headers.txt -u me:pw-EXAMPLE https://gw.example/v1\nls -l\n");
        QVERIFY2(read, qPrintable(errorOf(read)));
        const ImportedConnection one = read->connections.first();
        QCOMPARE(one.profile.proxy, u"http://proxy.example:3128"_s);
        QCOMPARE(one.profile.caFile, u"/etc/ca.pem"_s);
        QVERIFY(said(one.notes, "certificates are always checked"));
        for (const char *option : {"--cookie", "--cert", "--header", "--user", "line 2"})
            QVERIFY2(said(read->unused, option), option);
        QVERIFY(!read->unused.join(u' ').contains(u"EXAMPLE"_s));
    }

    void severalCommandsAreSeveralConnections()
    {
        const auto read =
            workspace::readConnections("curl https://a.example/v1/models -H 'api-key: k-EXAMPLE-a' && \\\n"
                                       "curl https://b.example/v1/models -H 'api-key: k-EXAMPLE-b'\n"
                                       "curl https://a.example/v1/models -H 'api-key: k-EXAMPLE-a'\n");
        QVERIFY(read);
        QCOMPARE(read->connections.size(), 2); // the third says the same as the first
        QCOMPARE(read->connections.at(1).dataKey, Secret("k-EXAMPLE-b"));
    }

    void yamlIsReadWhereverAConnectionStands()
    {
        const auto read =
            workspace::readConnections("# of a team\nconnections:\n"
                                       "  - name: acme\n    kind: litellm\n    data_url: https://gw.example/v1\n"
                                       "    admin_url: https://admin.example\n    admin_key: sk-EXAMPLE-admin-1\n"
                                       "    environment: production\n    read_only: true\n    colour: red\n"
                                       "  - name: lab\n    base_url: http://127.0.0.1:4000/v1\n    apiKey: ${LAB_KEY}\n"
                                       "other:\n  deep:\n    team:\n      api-base: https://c.example/v1\n"
                                       "      api_key: os.environ/TEAM_KEY\n");
        QVERIFY2(read, qPrintable(errorOf(read)));
        QCOMPARE(read->connections.size(), 3);
        const ImportedConnection acme = read->connections.at(0);
        QCOMPARE(acme.profile.name, u"acme"_s);
        QCOMPARE(acme.profile.kind, u"litellm"_s);
        QCOMPARE(acme.profile.adminUrl, QUrl(u"https://admin.example"_s));
        QCOMPARE(acme.profile.environment, Environment::Production);
        QVERIFY(acme.profile.readOnly);
        QCOMPARE(acme.adminKey, Secret("sk-EXAMPLE-admin-1"));
        QVERIFY(said(read->unused, "colour, line 10"));
        QCOMPARE(read->connections.at(1).profile.dataKeyRef, u"env:LAB_KEY"_s);
        QCOMPARE(read->connections.at(2).profile.name, u"team"_s);
        QCOMPARE(read->connections.at(2).profile.dataKeyRef, u"env:TEAM_KEY"_s);
    }

    void ourOwnListIsReadBack()
    {
        const auto read =
            workspace::readConnections(R"({"items":[{"id":"01","name":"Test gateway","kind":"embedded",)"
                                       R"("data_url":null},{"id":"02","name":"lab","kind":"plain_openai",)"
                                       R"("data_url":"http://127.0.0.1:4000/v1","admin_url":null,)"
                                       R"("data_key_ref":"vault:profile/02/data","default":false}],"next":null})");
        QVERIFY2(read, qPrintable(errorOf(read)));
        QCOMPARE(read->connections.size(), 1);
        QCOMPARE(read->connections.first().profile.name, u"lab"_s);
        QVERIFY(!read->connections.first().hasKey());
        QVERIFY(said(read->connections.first().notes, "vault elsewhere"));
    }

    void aLinkIsRead()
    {
        const auto one =
            onlyIn("gatewright://connect?name=acme%20lab&kind=newapi&data_url=https%3A%2F%2Fgw.example%2Fv1"
                   "&user_id=7&env=staging#admin_key=EXAMPLE/+=key");
        QCOMPARE(one.profile.name, u"acme lab"_s);
        QCOMPARE(one.profile.kind, u"newapi"_s);
        QCOMPARE(one.profile.userId, u"7"_s);
        QCOMPARE(one.profile.environment, Environment::Staging);
        QCOMPARE(one.adminKey, Secret("EXAMPLE/+=key"));
        QVERIFY(said(one.notes, "in clear"));
    }
    void addressesAreMadeRightAndThatIsSaid()
    {
        const auto one = onlyIn("OPENAI_BASE_URL=gw.example/v1/v1/chat/completions\n");
        QCOMPARE(one.profile.dataUrl, QUrl(u"https://gw.example/v1"_s));
        QVERIFY(said(one.notes, "Taken: https://gw.example/v1"));
        const auto bare = onlyIn("OPENAI_BASE_URL=https://gw.example\n");
        QCOMPARE(bare.profile.dataUrl, QUrl(u"https://gw.example"_s));
        QVERIFY(said(bare.notes, "/v1"));
    }
    void aPreviewMasksTheKeys()
    {
        const auto one = onlyIn("LITELLM_BASE_URL=https://gw.example/v1\nLITELLM_MASTER_KEY=sk-EXAMPLE-master-7788\n"
                                "LITELLM_API_KEY=$DATA\n");
        QString all;
        for (const workspace::PreviewLine &line : workspace::previewOf(one))
            all += line.what + u'|' + line.value + u'|' + line.from + u'\n';
        QVERIFY2(all.contains(u"Admin key|•••• 7788|LITELLM_MASTER_KEY, line 2"_s), qPrintable(all));
        QVERIFY2(all.contains(u"the variable DATA, read at each use"_s), qPrintable(all));
        QVERIFY(!all.contains(u"EXAMPLE-master"_s));
    }

    void aNameIsFreeAndTheHostSuggestsIt()
    {
        QCOMPARE(workspace::nameFor(QUrl(u"https://gateway.example/v1"_s)), u"gateway.example"_s);
        QCOMPARE(workspace::nameFor(QUrl(u"https://api.openrouter.ai/v1"_s)), u"openrouter"_s);
        Profile one;
        one.name = u"Acme"_s;
        Profile two;
        two.name = u"acme-2"_s;
        QCOMPARE(workspace::freeName(u"acme"_s, {one, two}), u"acme-3"_s);
        QCOMPARE(workspace::freeName(u"lab"_s, {one}), u"lab"_s);
    }

private:
    static QString errorOf(const tl::expected<ConnectionImport, QString> &read)
    {
        return read ? QString() : read.error();
    }
};

QTEST_APPLESS_MAIN(ConnectionImportTest)
#include "tst_connection_import.moc"
