// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/newapi_server.h"
#include "gateway/newapi/newapi_channel_wire.h"
#include "gateway/newapi/newapi_key_wire.h"
#include "gateway/newapi/newapi_usage_wire.h"

using namespace Qt::StringLiterals;
using namespace gateway::newapi;

// Recorded answers with something else in each of their fields, one at a time, and cut at every tenth byte: a reader
// gives a value or names what does not fit, and never quotes what it read.
class NewApiWeirdTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingFits_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QByteArray>("recording");
        QTest::addColumn<QByteArray>("reader");
        const auto row = [](const char *server, const char *recording, const char *reader) {
            QTest::addRow("%s %s %s", server, recording, reader)
                << QByteArray(server) << QByteArray(recording) << QByteArray(reader);
        };
        row("n4", "019-status", "status");
        row("one-api", "001-status", "status");
        row("n4", "018-self", "account");
        row("n1", "010-self", "account");
        row("n4", "126-key-get", "key");
        row("n1", "082-key-get", "key");
        row("one-api", "047-key-get", "key");
        row("flatkey", "109-key-get", "key");
        row("n1", "076-keys-page1", "keys");
        row("flatkey", "100-keys-page1", "keys");
        row("one-api", "035-key-create-full", "made key");
        row("flatkey", "090-key-create-full", "made key");
        row("n4", "129-key-reveal", "revealed key");
        row("n4", "043-channels", "channels");
        row("one-api", "021-channels", "channels");
        row("n4", "082-pricing-public", "pricing");
        row("flatkey", "064-pricing-pat", "pricing");
        row("n4", "095-member-models", "names");
        row("n4", "211-log-page1", "calls");
        row("n1", "152-log-page1", "calls");
        row("one-api", "090-log-p0", "calls");
        row("n4", "248-log-stat", "sum");
    }
    void nothingFits()
    {
        QFETCH(QByteArray, server);
        QFETCH(QByteArray, recording);
        QFETCH(QByteArray, reader);
        const NewApiServer s(server);
        const QByteArray body = ScriptedHttp::recorded(s.file(recording)).body;
        QVERIFY(!failureOf(reader, body, s));
        const QJsonValue whole = QJsonDocument::fromJson(body).object();
        int failed = 0;
        for (const QJsonValue &other : others()) {
            for (const QStringList &path : pathsOf(whole)) {
                const QJsonObject changed = replaced(whole, path, other).toObject();
                failed += judged(failureOf(reader, QJsonDocument(changed).toJson(), s), path) ? 1 : 0;
            }
        }
        QVERIFY2(failed > 5, "hardly anything is looked at");
        for (qsizetype cut = 0; cut < body.size(); cut += 10)
            QVERIFY(judged(failureOf(reader, body.first(cut), s), {u"cut"_s}));
    }

    void enormousTextsAreTakenOrRefused()
    {
        NewApiServer s("n4");
        s.answerChanged("GET /api/token/3", "126-key-get",
            {{u"name"_s, QString(10'000'000, u'x')}, {u"model_limits"_s, QString(10'000'000, u',')}});
        QCOMPARE(finished(s.admin->keys()->find(u"3"_s))->name.size(), 10'000'000);
        s.answerJson("GET /api/token/3", QByteArray(10'000'000, 'x'), 500);
        QVERIFY(finished(s.admin->keys()->find(u"3"_s)).error().detail.size() < 300);
        s.answerJson("GET /api/token/3", "{\"success\":false,\"message\":\"" + QByteArray(10'000'000, 'x') + "\"}");
        QVERIFY(finished(s.admin->keys()->find(u"3"_s)).error().detail.size() < 300);
    }

private:
    static QList<QJsonValue> others()
    {
        return {QJsonValue(), QJsonValue(true), QJsonValue(-7), QJsonValue(0.5), QJsonValue(1e300),
            QJsonValue(std::numeric_limits<qint64>::max()), QJsonValue(-std::numeric_limits<qint64>::max()),
            QJsonValue(u"sk-EXAMPLE"_s), QJsonArray{u"EXAMPLE"_s}, QJsonObject{{u"EXAMPLE"_s, u"EXAMPLE"_s}}};
    }
    // Of every value, of lists only what their first item holds.
    static QList<QStringList> pathsOf(const QJsonValue &value, const QStringList &to = {})
    {
        QList<QStringList> paths;
        if (!to.isEmpty())
            paths << to;
        if (value.isArray() && !value.toArray().isEmpty())
            paths += pathsOf(value.toArray().first(), to + QStringList{u"0"_s});
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            paths += pathsOf(field.value(), to + QStringList{field.key()});
        return paths;
    }
    static QJsonValue replaced(QJsonValue value, const QStringList &path, const QJsonValue &other)
    {
        if (path.isEmpty())
            return other;
        if (value.isArray()) {
            QJsonArray array = value.toArray();
            array[0] = replaced(array[0], path.mid(1), other);
            return array;
        }
        QJsonObject object = value.toObject();
        object[path.first()] = replaced(object[path.first()], path.mid(1), other);
        return object;
    }
    static bool judged(const std::optional<Failure> &failure, const QStringList &path)
    {
        if (!failure)
            return false;
        const bool known = failure->kind == FailureKind::Decode || failure->kind == FailureKind::NotAGateway;
        if (!known || failure->detail.isEmpty() || failure->detail.contains("EXAMPLE"_L1))
            qFatal("%s: %s", qPrintable(path.join(u'.')), qPrintable(failure->detail));
        return true;
    }
    template<typename T>
    static std::optional<Failure> why(const Result<T> &result)
    {
        return result ? std::nullopt : std::optional(result.error());
    }
    static std::optional<Failure> failureOf(const QByteArray &reader, const QByteArray &body, const NewApiServer &s)
    {
        Server server;
        server.quotaPerUnit = 500'000;
        if (s.generation == "one-api"_L1)
            server.generation = Generation::OneApi;
        if (reader == "status")
            return why(readStatus(exchangeOf(body)));
        if (reader == "account")
            return why(readAccount(body));
        if (reader == "pricing")
            return why(readPricing(body, server, u"default"_s));
        if (reader == "names")
            return why(readModelNames(body));
        if (reader == "made key")
            return why(readMadeKey(body));
        if (reader == "revealed key")
            return why(readRevealed(body));
        if (reader == "sum")
            return why(readQuotaSum(body));
        if (reader == "key")
            return why(objectOf(body, u"key"_s).and_then([&](const QJsonObject &row) {
                return readKeyRow(row, server, s.clock.now());
            }));
        return listFailureOf(reader, listOf(body, u"list"_s), server, s.clock.now());
    }
    static std::optional<Failure> listFailureOf(
        const QByteArray &reader, const Result<ListPage> &page, const Server &server, const QDateTime &now)
    {
        if (!page)
            return page.error();
        Ordinals ordinals;
        if (reader == "keys")
            return why(readKeyRows(*page, server, now));
        if (reader == "channels")
            return why(readChannels(page->rows).map([&server](const QList<Channel> &channels) {
                return aliasesOf(channels, Catalog(), server);
            }));
        return why(readCalls(*page, server, Ids::Own, ordinals));
    }
    static net::Exchange exchangeOf(const QByteArray &body)
    {
        net::Exchange exchange;
        exchange.status = 200;
        exchange.body = body;
        return exchange;
    }
};

QTEST_GUILESS_MAIN(NewApiWeirdTest)
#include "tst_newapi_weird.moc"
