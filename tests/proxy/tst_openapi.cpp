// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "proxy/admin_routes.h"
#include <QFile>
#include <QSet>

namespace {

const QStringList methods = {QStringLiteral("get"), QStringLiteral("post"), QStringLiteral("put"),
    QStringLiteral("patch"), QStringLiteral("delete")};

QJsonObject document()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/gateway-openapi.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// Follows a $ref of the document.
QJsonObject resolved(const QJsonObject &all, const QJsonValue &value)
{
    const QString ref = value.toObject().value(QLatin1String("$ref")).toString();
    if (ref.isEmpty())
        return value.toObject();
    QJsonObject at = all;
    for (const QString &part : ref.mid(2).split(u'/'))
        at = at.value(part).toObject();
    return at;
}

// Every "METHOD path" of the document.
QMap<QString, QJsonObject> operations(const QJsonObject &all)
{
    QMap<QString, QJsonObject> found;
    const QJsonObject paths = all.value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : methods) {
            if (path->toObject().contains(method))
                found[method.toUpper() + u' ' + path.key()] = path->toObject().value(method).toObject();
        }
    }
    return found;
}

QString code(const client::Answer &answer)
{
    return textAt(jsonOf(answer), "code");
}

} // namespace

// The document of the admin API and the router say the same, and errors have the form it promises.
class OpenApiTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_f = std::make_unique<Fixture>();
        QVERIFY(m_f->start());
    }

    void theDocumentIsServedAsItIs()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/resources/gateway-openapi.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto served = client::ask(m_f->adminPort(), "GET", "/admin/v1/openapi.json", {});
        QCOMPARE(QByteArray::fromStdString(served.body), file.readAll());
        QVERIFY(textAt(jsonOf(served), "openapi").startsWith(QLatin1String("3.1.")));
    }

    void routerAndDocumentHaveTheSameOperations()
    {
        QSet<QString> routed;
        for (const proxy::AdminRoute &route : proxy::adminRoutes())
            routed << QString::fromStdString(std::string(route.method) + ' ' + std::string(route.path));
        const QStringList described = operations(document()).keys();
        QCOMPARE(QSet<QString>(described.begin(), described.end()), routed);
    }

    void theQueryMembersAreTheSame()
    {
        const QJsonObject all = document();
        const QMap<QString, QJsonObject> described = operations(all);
        for (const proxy::AdminRoute &route : proxy::adminRoutes()) {
            const QJsonObject operation =
                described[QString::fromStdString(std::string(route.method) + ' ' + std::string(route.path))];
            QSet<QString> members;
            for (const QJsonValue &value : operation.value(QLatin1String("parameters")).toArray()) {
                const QJsonObject parameter = resolved(all, value);
                if (textAt(parameter, "in") == QLatin1String("query"))
                    members << textAt(parameter, "name");
            }
            const QStringList known = QString::fromStdString(std::string(route.query)).split(u' ', Qt::SkipEmptyParts);
            QCOMPARE(members, QSet<QString>(known.begin(), known.end()));
            QCOMPARE(operation.contains(QLatin1String("requestBody")), route.hasBody);
        }
    }

    // Each path with each method over the wire: what is described is not refused for its method, the rest is 405.
    void everyPathAnswersItsMethodsOnly()
    {
        const QJsonObject paths = document().value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const std::string at = QString(path.key())
                                       .replace(QLatin1String("{id}"), QLatin1String("key_x"))
                                       .replace(QLatin1String("{name}"), QLatin1String("x"))
                                       .toStdString();
            for (const QString &method : methods) {
                const auto answer = client::ask(m_f->adminPort(), method.toUpper().toStdString(), at, adminKey, "{}");
                const bool described = path->toObject().contains(method);
                QCOMPARE(answer.status == 405, !described);
                if (described)
                    continue;
                QCOMPARE(code(answer), QStringLiteral("method_not_allowed"));
                const QString allowed = QString::fromStdString(answer.header("allow"));
                for (const QString &one : methods)
                    QCOMPARE(
                        allowed.split(QStringLiteral(", ")).contains(one.toUpper()), path->toObject().contains(one));
            }
        }
    }

    // No operation answers with a status it does not describe; here those that every operation may give.
    void everyOperationDescribesTheErrorsOfAll()
    {
        const QMap<QString, QJsonObject> described = operations(document());
        for (auto one = described.begin(); one != described.end(); ++one) {
            const QStringList statuses = one->value(QLatin1String("responses")).toObject().keys();
            const bool open = one->contains(QLatin1String("security"));
            QVERIFY(statuses.contains(QLatin1String("400")) && statuses.contains(QLatin1String("431")));
            QCOMPARE(statuses.contains(QLatin1String("401")), !open);
            const bool writes = !one.key().startsWith(u"GET ");
            QCOMPARE(statuses.contains(QLatin1String("422")), writes);
            QCOMPARE(statuses.contains(QLatin1String("415")), one->contains(QLatin1String("requestBody")));
        }
    }

    void headIsAnsweredAsGetWithoutTheBody()
    {
        client::Connection connection(m_f->adminPort());
        connection.send("HEAD /admin/v1/keys HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
            + adminKey + "\r\n\r\n");
        const std::string all = connection.readAll();
        QVERIFY(all.starts_with("HTTP/1.1 200 "));
        QVERIFY(all.find("ETag: ") != std::string::npos);
        QVERIFY(all.ends_with("\r\n\r\n"));
    }

    void errorsAreProblems_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *method, const char *path, const char *headers, int status, const char *name) {
            QTest::addRow("%s %s %s", method, path, name)
                << QString::fromLatin1(method) << QString::fromLatin1(path) << QString::fromLatin1(headers) << status
                << QString::fromLatin1(name);
        };
        row("GET", "/admin/v1/nothing", "", 404, "not_found");
        row("GET", "/admin/v1/keys/", "", 404, "not_found");
        row("GET", "/admin/v1/keys/a/b", "", 404, "not_found");
        row("GET", "/admin/v1/keys/a", "", 404, "not_found");
        row("GET", "/metrics/x", "", 404, "not_found");
        row("PUT", "/metrics", "", 405, "method_not_allowed");
        row("GET", "/admin/v1/keys?nam=x", "", 400, "unknown_parameter");
        row("GET", "/admin/v1/keys?ey=x", "", 400, "unknown_parameter");
        row("GET", "/admin/v1/keys?name=x&name=y", "", 400, "unknown_parameter");
        row("GET", "/admin/v1/status?a", "", 400, "unknown_parameter");
        row("GET", "/admin/v1/keys?limit=0", "", 400, "bad_cursor");
        row("GET", "/admin/v1/keys?limit=", "", 400, "bad_cursor");
        row("GET", "/admin/v1/keys?after=nothing", "", 400, "bad_cursor");
        row("GET", "/admin/v1/usage?status=ok", "", 400, "invalid_parameter");
        row("GET", "/admin/v1/usage?since=monday", "", 400, "invalid_parameter");
        row("POST", "/admin/v1/keys", "Content-Type: text/plain\r\n", 415, "unsupported_media_type");
        row("POST", "/admin/v1/keys", "Idempotency-Key: \xc3\xa4\r\n", 400, "invalid_header");
    }

    void errorsAreProblems()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, headers);
        client::Connection connection(m_f->adminPort());
        connection.send(method.toStdString() + ' ' + path.toStdString()
            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + adminKey + "\r\n" + headers.toLatin1().toStdString()
            + "Content-Length: 2\r\n\r\n{}");
        const client::Answer answer = connection.read();
        QTEST(answer.status, "status");
        QTEST(code(answer), "code");
        QCOMPARE(answer.header("content-type"), std::string("application/problem+json"));
        QCOMPARE(textAt(jsonOf(answer), "type"), QStringLiteral("urn:gatewright:problem:") + code(answer));
        QCOMPARE(jsonOf(answer).value(QLatin1String("status")).toInt(), answer.status);
        QVERIFY(textAt(jsonOf(answer), "detail").endsWith(u'.'));
    }

    void aBadFieldIsPointedAt_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("pointer");
        QTest::addRow("nested") << QStringLiteral(
            R"({"name":"a","budgets":[{"nanos":1,"window":"day"},{"nanos":1,"window":"x"}]})")
                                << QStringLiteral("/budgets/1/window");
        QTest::addRow("entry") << QStringLiteral(R"({"name":"a","aliases":["x",2]})") << QStringLiteral("/aliases/1");
        QTest::addRow("unknown") << QStringLiteral(R"({"name":"a","b/c.d~e[0]":1})") << QStringLiteral("/b~1c.d~0e[0]");
        QTest::addRow("deep unknown") << QStringLiteral(R"({"name":"a","budgets":[{"a.b":1}]})")
                                      << QStringLiteral("/budgets/0/a.b");
    }

    void aBadFieldIsPointedAt()
    {
        QFETCH(QString, body);
        QTEST(textAt(jsonOf(m_f->admin("POST", "/keys", body.toStdString())), "pointer"), "pointer");
    }

    void aBodyThatIsTooLargeIsToldSo()
    {
        const auto answer = m_f->admin("POST", "/keys", std::string((1 << 20) + 1, ' '));
        QCOMPARE(answer.status, 413);
        QCOMPARE(code(answer), QStringLiteral("too_large"));
        client::Connection connection(m_f->adminPort());
        connection.send("POST /admin/v1/keys HTTP/1.1\r\nHost: a\r\n\r\n");
        const client::Answer noLength = connection.read();
        QCOMPARE(noLength.status, 411);
        QCOMPARE(code(noLength), QStringLiteral("length_required"));
    }

    // The largest numbers that are let in: reckoning with them stays in range (the sanitizer looks on).
    void theLargestNumbersAreReckonedWith()
    {
        const std::string most = "4000000000000000000";
        const std::string key = m_f->newKey("k",
            R"("rpm":10000000000,"tpm":10000000000,"budgets":[{"window":"8760h","nanos":)" + most + R"(,"raise_nanos":)"
                + most + R"(,"raise_until":"9999-12-31T23:59:59Z"}])");
        QVERIFY(!key.empty());
        const std::string price =
            R"({"routes":[{"upstream":"scripted","model":"test-echo"}],"price":)"
            R"({"input_nanos_per_million":100000000000000,"output_nanos_per_million":100000000000000}})";
        QCOMPARE(m_f->admin("PUT", "/aliases/dear", price).status, 201);
        QCOMPARE(m_f->chat(key, "dear", "hello").status, 200);
        QCOMPARE(m_f->admin("POST", "/keys", R"({"name":"b","budgets":[{"window":"day","nanos":4000000000000000001}]})")
                     .status,
            400);
        QCOMPARE(m_f->admin("POST", "/keys", R"({"name":"c","expires_at":"0000-01-01T00:00:00+00:01"})").status, 400);
        QCOMPARE(m_f->admin("POST", "/keys", R"({"name":"c","expires_at":"0001-01-01T00:00:00Z"})").status, 201);
        const QJsonArray keys = jsonOf(m_f->admin("GET", "/keys")).value(QLatin1String("items")).toArray();
        QCOMPARE(textAt(keys.last().toObject(), "expires_at"), QStringLiteral("0001-01-01T00:00:00Z"));
    }

private:
    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
