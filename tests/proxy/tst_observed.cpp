// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "sql/database.h"
#include <functional>
#include <QSet>
#include <QTimeZone>
#include <QUrl>
#include <thread>

namespace {

QJsonObject limitsOf(const Fixture &f, const std::string &name = "k")
{
    const auto keys = jsonOf(f.admin("GET", "/keys?name=" + name)).value(QLatin1String("items")).toArray();
    return jsonOf(f.admin("GET", "/keys/" + textAt(keys.first().toObject(), "id").toStdString() + "/limits"));
}

qint64 numberAt(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger(-1);
}

std::string encoded(const QDateTime &time)
{
    return QUrl::toPercentEncoding(time.toUTC().toString(Qt::ISODateWithMs)).toStdString();
}

// The value of one sample of Prometheus text; -1: it is not there.
double sample(const std::string &text, const std::string &name)
{
    const std::size_t at = ('\n' + text).find('\n' + name + ' ');
    return at == std::string::npos ? -1 : std::stod(text.substr(at + name.size() + 1));
}

// The sum of a metric's samples over all labels.
double total(const std::string &text, const std::string &name)
{
    double sum = 0;
    for (std::size_t at = text.find('\n' + name); at != std::string::npos; at = text.find('\n' + name, at + 1)) {
        const std::size_t after = at + 1 + name.size();
        if (text[after] == '{' || text[after] == ' ')
            sum += std::stod(text.substr(text.rfind(' ', text.find('\n', after))));
    }
    return sum;
}

client::Answer metricsOf(const Fixture &f)
{
    return client::ask(f.adminPort(), "GET", "/metrics", adminKey);
}

} // namespace

// What an operator sees of a running gateway: rows, limits, routes, health, metrics.
class ObservedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_f = std::make_unique<Fixture>();
        QVERIFY(m_f->start());
    }

    void aRowTellsOwnerAndUnit()
    {
        const std::string key = m_f->newKey("k", R"("passport":{"owner":"Shop team"})");
        m_f->chat(key, "test-echo", "hello");
        QCOMPARE(textAt(m_f->lastRow(), "owner"), QStringLiteral("Shop team"));
        QCOMPARE(textAt(m_f->lastRow(), "unit"), QStringLiteral("tokens"));
        QVERIFY(!m_f->lastRow().value(QLatin1String("price_date")).isNull());
        const std::string id = textAt(limitsOf(*m_f), "key_id").toStdString();
        m_f->admin("PATCH", "/keys/" + id, R"({"passport":{"owner":7}})");
        client::ask(m_f->dataPort(), "GET", "/v1/models", key);
        QVERIFY(m_f->lastRow().value(QLatin1String("owner")).isNull());
        QCOMPARE(textAt(m_f->lastRow(), "unit"), QStringLiteral("requests"));
        m_f->gateway.stop();
        QVERIFY(m_f->start());
        QCOMPARE(textAt(m_f->rows().first().toObject(), "owner"), QStringLiteral("Shop team"));
    }

    void rowsAreFoundByWhatTheySay()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const std::string one = m_f->newKey("one");
        const std::string two = m_f->newKey("two");
        m_f->chat(one, "test-echo", "hello");
        m_f->chat(one, "test-500", "hello", {}, "X-Request-Id: mine\r\n");
        m_f->chat(two, "test-echo", "hello");
        m_f->chat(two, "no-such", "hello");
        const auto count = [&](const std::string &query) { return m_f->rows('&' + query).size(); };
        QCOMPARE(m_f->rows().size(), 4);
        QCOMPARE(count("key=one"), 2);
        QCOMPARE(count("key=" + textAt(limitsOf(*m_f, "two"), "key_id").toStdString()), 2);
        QCOMPARE(count("alias=test-echo"), 2);
        QCOMPARE(count("alias=no-such"), 1);
        QCOMPARE(count("status=200"), 2);
        QCOMPARE(count("status=404&key=two"), 1);
        QCOMPARE(count("request_id=mine"), 1);
        QCOMPARE(count("request_id=mine&status=200"), 0);
        QCOMPARE(count("since=" + encoded(before)), 4);
        QCOMPARE(count("until=" + encoded(before)), 0);
        const qint64 third = m_f->rows().at(2).toObject().value(QLatin1String("ts")).toInteger();
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(third / 1000 + 1, Qt::UTC);
        QCOMPARE(count("since=" + encoded(time)) + count("until=" + encoded(time)), 4);
    }

    // A filter that finds little looks at so many rows at a time only; read page by page nothing is missing.
    void aRareFilterIsReadInSteps()
    {
        const std::string key = m_f->newKey();
        m_f->chat(key, "test-echo", "first");
        QCOMPARE(m_f->rows().size(), 1);
        m_f->gateway.stop();
        {
            auto database = sql::Database::open(m_f->options.dbPath);
            QVERIFY(database);
            QVERIFY(database->exec(
                "INSERT INTO usage WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i+1 FROM n WHERE i<120000)"
                " SELECT n.i, 'r', ts, NULL, NULL, 'other', upstream, model, family, status, error_class, ended, "
                "streamed,"
                " input_tokens, output_tokens, cached_tokens, reasoning_tokens, cost_nanos, charged_nanos, "
                "first_byte_ms,"
                " first_token_ms, total_ms, sample, price_date, attempts, chain, owner, unit, previous_secret"
                " FROM usage, n WHERE id=1"));
        }
        QVERIFY(m_f->start());
        m_f->chat(key, "test-echo", "last");
        m_f->rows("&request_id=none");
        const QJsonObject page = jsonOf(m_f->admin("GET", "/usage?alias=test-echo"));
        QCOMPARE(page.value(QLatin1String("items")).toArray().size(), 1);
        QVERIFY(!page.value(QLatin1String("complete")).toBool());
        QCOMPARE(textAt(page, "next"), QStringLiteral("50000"));
        const QJsonArray found = m_f->rows("&alias=test-echo");
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.last().toObject().value(QLatin1String("id")).toInteger(), 120'001);
        QCOMPARE(m_f->rows("&alias=other").size(), 119'999);
    }

    // Whatever is added or removed between two pages, those that stay are told once.
    void listsArePagedWholeWhileTheyChange()
    {
        QStringList kept;
        std::vector<std::string> ids;
        for (int i = 0; i < 12; ++i) {
            m_f->newKey("key" + std::to_string(i));
            ids.push_back(textAt(limitsOf(*m_f, "key" + std::to_string(i)), "key_id").toStdString());
        }
        std::string after;
        std::size_t gone = 0;
        for (bool complete = false; !complete;) {
            const QJsonObject page =
                jsonOf(m_f->admin("GET", "/keys?limit=3" + (after.empty() ? after : "&after=" + after)));
            for (const QJsonValue &key : page.value(QLatin1String("items")).toArray())
                kept << textAt(key.toObject(), "name");
            after = textAt(page, "next").toStdString();
            complete = page.value(QLatin1String("complete")).toBool();
            if (gone < 3) { // the last one told goes, and another comes
                QCOMPARE(m_f->admin("DELETE", "/keys/" + ids[gone * 3 + 2]).status, 204);
                m_f->newKey("late" + std::to_string(gone));
                ++gone;
            }
        }
        QCOMPARE(kept.size(), 15);
        QCOMPARE(QSet<QString>(kept.begin(), kept.end()).size(), 15);
    }

    void limitsTellWhatIsReservedSpentAndFree()
    {
        const std::string key = m_f->newKey("k",
            R"("rpm":100,"tpm":100000,"parallel":20,"soft_percents":[1,90],)"
            R"("budgets":[{"window":"day","nanos":1000000000,"raise_nanos":5,"raise_until":"2999-01-01T00:00:00Z"},)"
            R"({"window":"5h","nanos":800000}])");
        std::vector<std::unique_ptr<client::Connection>> streams;
        const std::string call = client::requestText("POST", "/v1/chat/completions", key,
            Fixture::chatBody("test-slow", "Count from 1 to 20", R"("stream":true,"max_tokens":100)"));
        for (int i = 0; i < 8; ++i) {
            streams.push_back(std::make_unique<client::Connection>(m_f->dataPort()));
            streams.back()->send(call);
        }
        for (const auto &stream : streams)
            QVERIFY(stream->readUntil("data: "));
        const QJsonObject while8 = limitsOf(*m_f);
        const QJsonObject day = while8.value(QLatin1String("budgets")).toArray().at(0).toObject();
        const QJsonObject hours = while8.value(QLatin1String("budgets")).toArray().at(1).toObject();
        const qint64 reserved = numberAt(while8, "reserved_nanos");
        QVERIFY(reserved > 0 && reserved % 8 == 0);
        QCOMPARE(numberAt(while8, "running"), 8);
        QCOMPARE(numberAt(while8, "parallel_free"), 12);
        QCOMPARE(numberAt(day, "cap_nanos"), 1'000'000'005);
        QVERIFY(day.value(QLatin1String("raise_in_force")).toBool());
        QCOMPARE(numberAt(day, "free_nanos"), 1'000'000'005 - reserved);
        QCOMPARE(numberAt(day, "spent_nanos"), 0);
        QVERIFY(!day.value(QLatin1String("resets_at")).isNull());
        QVERIFY(hours.value(QLatin1String("resets_at")).isNull());
        QVERIFY(day.value(QLatin1String("soft_reached_percent")).isNull());
        QCOMPARE(numberAt(while8.value(QLatin1String("requests_per_minute")).toObject(), "used"), 8);
        for (const auto &stream : streams)
            QVERIFY(stream->read().whole);
        QTRY_COMPARE(numberAt(limitsOf(*m_f), "running"), 0);
        qint64 spent = 0;
        for (const QJsonValue &row : m_f->rows())
            spent += numberAt(row.toObject(), "cost_nanos");
        const QJsonObject then = limitsOf(*m_f);
        const QJsonObject after = then.value(QLatin1String("budgets")).toArray().at(1).toObject();
        QCOMPARE(numberAt(then, "reserved_nanos"), 0);
        QCOMPARE(numberAt(after, "spent_nanos"), spent);
        QCOMPARE(numberAt(after, "free_nanos"), 800'000 - spent);
        QVERIFY(numberAt(after, "soft_reached_percent") >= 1);
    }

    void routesTellHowTheyFare()
    {
        proxy::Options options;
        options.aliases = {{"safe", {{"scripted", "test-500", 3}, {"scripted", "test-echo", 1}}, {}}};
        options.aliases.front().strategy = proxy::Strategy::Ordered;
        options.limits.breakerFailures = 1;
        Fixture f(options);
        QVERIFY(f.start());
        const auto safe = [&] {
            QJsonArray lines;
            for (const QJsonValue &line :
                jsonOf(f.admin("GET", "/routes?limit=1000")).value(QLatin1String("items")).toArray()) {
                if (textAt(line.toObject(), "alias") == QLatin1String("safe"))
                    lines << line;
            }
            return lines;
        };
        QCOMPARE(safe().size(), 2);
        QCOMPARE(numberAt(safe().at(0).toObject(), "weight"), 3);
        QVERIFY(safe().at(0).toObject().value(QLatin1String("last_error_class")).isNull());
        QCOMPARE(f.chat(f.newKey(), "safe", "hello").status, 200);
        const QJsonObject failed = safe().at(0).toObject();
        QCOMPARE(textAt(failed, "breaker"), QStringLiteral("open"));
        QCOMPARE(textAt(failed, "last_error_class"), QStringLiteral("upstream"));
        QVERIFY(textAt(failed, "next_probe_at") > textAt(failed, "last_failed_at"));
        QCOMPARE(textAt(safe().at(1).toObject(), "breaker"), QStringLiteral("closed"));
        QCOMPARE(textAt(jsonOf(f.admin("GET", "/health")), "status"), QStringLiteral("degraded"));
        const std::string text = metricsOf(f).body;
        QCOMPARE(sample(text, R"(gatewright_breaker_state{upstream="scripted",model="test-500"})"), 2.0);
        QCOMPARE(sample(text, R"(gatewright_breaker_state{upstream="scripted",model="test-echo"})"), 0.0);
        QCOMPARE(sample(text, "gatewright_failovers_total"), 1.0);
        QCOMPARE(f.lastRow().value(QLatin1String("chain")).toArray().size(), 1);
    }

    // A full disk: the calls go on, what is lost is told with its time, and it heals when there is room again.
    void aFullDiskIsToldAndHealsByItself()
    {
        proxy::Options options;
        options.limits.databasePages = 45;
        Fixture f(options);
        QVERIFY(f.start());
        const std::string key = f.newKey();
        const auto health = [&] { return jsonOf(f.admin("GET", "/health")); };
        QCOMPARE(textAt(health(), "status"), QStringLiteral("ok"));
        const std::string id = "X-Client-Request-Id: " + std::string(120, 'i') + "\r\n";
        const auto fillUntil = [&](const std::function<bool()> &reached) {
            bool done = false;
            for (int i = 0; i < 3000 && !done; i += 50) {
                for (int call = 0; call < 50; ++call)
                    done = f.chat(key, "test-echo", "hello", {}, id).status != 200;
                done = done || reached();
            }
        };
        QJsonObject ill;
        fillUntil([&] {
            ill = health();
            return textAt(ill, "status") == QLatin1String("degraded");
        });
        QVERIFY(numberAt(ill, "rows_lost") > 0);
        QVERIFY(textAt(ill, "rows_lost_since") >= textAt(jsonOf(f.admin("GET", "/status")), "started_at"));
        std::string text; // the last free bytes may take a row or two: full is full again a moment later
        fillUntil([&] {
            text = metricsOf(f).body;
            return sample(text, "gatewright_usage_rows_failing") == 1.0;
        });
        QCOMPARE(sample(text, "gatewright_usage_rows_failing"), 1.0);
        QVERIFY(sample(text, "gatewright_usage_rows_lost_total") > 0);
        QCOMPARE(f.chat(key, "test-echo", "hello").status, 200);
        QVERIFY(sql::Database::open(f.options.dbPath)->exec("DELETE FROM usage WHERE id%10<8"));
        const auto healed = [&] {
            f.chat(key, "test-echo", "hello");
            return textAt(health(), "status");
        };
        QTRY_COMPARE_WITH_TIMEOUT(healed(), QStringLiteral("ok"), 20'000);
        QVERIFY(health().value(QLatin1String("rows_lost_since")).isNull());
        QVERIFY(health().value(QLatin1String("db_error")).isNull());
        QVERIFY(numberAt(health(), "rows_lost") >= numberAt(ill, "rows_lost"));
    }

    void metricsEqualTheRows()
    {
        const std::string key = m_f->newKey("k", R"("rpm":7)");
        for (const char *alias : {"test-echo", "test-echo", "test-500", "test-tools", "no-such"})
            m_f->chat(key, alias, "hello");
        m_f->chat(key, "test-echo", "Count from 1 to 9", R"("stream":true)");
        for (int i = 0; i < 4; ++i)
            m_f->chat(key, "test-echo", "hello");
        const QJsonArray rows = m_f->rows();
        const client::Answer answer = metricsOf(*m_f);
        QCOMPARE(answer.header("content-type"), std::string("text/plain; version=0.0.4; charset=utf-8"));
        double ms = 0, spent = 0, input = 0, routed = 0, refused = 0, streams = 0;
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            spent += double(std::max<qint64>(0, numberAt(row, "cost_nanos")));
            refused += textAt(row, "ended") == QLatin1String("refused");
            if (numberAt(row, "attempts") == 0)
                continue;
            ++routed;
            ms += double(numberAt(row, "total_ms"));
            input += double(std::max<qint64>(0, numberAt(row, "input_tokens")));
            streams += numberAt(row, "first_token_ms") >= 0;
        }
        QCOMPARE(total(answer.body, "gatewright_calls_total"), double(rows.size()));
        QCOMPARE(total(answer.body, "gatewright_refusals_total"), refused);
        QCOMPARE(total(answer.body, "gatewright_spend_nanos_total"), spent);
        QCOMPARE(total(answer.body, "gen_ai_client_operation_duration_seconds_count"), routed);
        QVERIFY(std::abs(total(answer.body, "gen_ai_client_operation_duration_seconds_sum") - ms / 1000) < 1e-6);
        QCOMPARE(total(answer.body, "gen_ai_server_time_to_first_token_seconds_count"), streams);
        QVERIFY(refused > 1 && streams > 0);
        const std::string labels = R"(gen_ai_operation_name="chat",gen_ai_provider_name="scripted",)"
                                   R"(gen_ai_request_model="test-tools",gen_ai_response_model="test-tools",)"
                                   R"(gatewright_upstream="scripted",gen_ai_token_type="input")";
        QCOMPARE(sample(answer.body, "gen_ai_client_token_usage_count{" + labels + '}'), 1.0);
        QVERIFY(input > 0);
    }

    // What callers send is never a label, and there is an end to how many combinations there are.
    void labelsAreBounded()
    {
        const std::string key = m_f->newKey();
        for (int i = 0; i < 40; ++i)
            m_f->chat(key, "nobody-knows-" + std::to_string(i), "hello");
        const std::string told = metricsOf(*m_f).body;
        QVERIFY(told.find("nobody-knows-") == std::string::npos);
        const std::string body = R"({"routes":[{"upstream":"scripted","model":"test-echo"}]})";
        client::Connection admin(m_f->adminPort());
        for (int i = 0; i < 600; ++i) {
            admin.send(client::requestText("PUT", "/admin/v1/aliases/made" + std::to_string(i), adminKey, body));
            QCOMPARE(admin.read().status, 201);
        }
        client::Connection data(m_f->dataPort());
        for (int i = 0; i < 600; ++i) {
            const std::string call = Fixture::chatBody("made" + std::to_string(i), "hello");
            data.send(client::requestText("POST", "/v1/chat/completions", key, call));
            QCOMPARE(data.read().status, 200);
        }
        const std::string text = metricsOf(*m_f).body;
        QCOMPARE(total(text, "gen_ai_client_operation_duration_seconds_count"), 600.0);
        QCOMPARE(sample(text, R"(gen_ai_client_operation_duration_seconds_count{otel_metric_overflow="true"})"), 100.0);
    }

    void metricsNeedTheAdminKey()
    {
        QCOMPARE(client::ask(m_f->adminPort(), "GET", "/metrics", {}).status, 401);
        QCOMPARE(client::ask(m_f->adminPort(), "GET", "/metrics", m_f->newKey()).status, 401);
        QCOMPARE(client::ask(m_f->dataPort(), "GET", "/metrics", adminKey).status, 404);
    }

private:
    std::unique_ptr<Fixture> m_f;
};

QTEST_GUILESS_MAIN(ObservedTest)
#include "tst_observed.moc"
