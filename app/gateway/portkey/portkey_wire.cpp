// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_wire.h"
#include "base/money.h"
#include "gateway/json_numbers.h"
#include "gateway/json_reader.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

const QList<std::pair<QString, QString>> windows{
    {u"weekly"_s, u"week"_s}, {u"monthly"_s, u"month"_s}, {QString(), u"lifetime"_s}};

QString windowOf(const QString &reset)
{
    const auto known = std::ranges::find(windows, reset, &std::pair<QString, QString>::first);
    return known == windows.end() ? reset : known->second;
}

// A limit in tokens is no budget of ours.
void readBudget(JsonReader &row, Key &key)
{
    auto limits = row.objectOrNull("usage_limits"_L1);
    if (!limits)
        return;
    const auto limit = limits->nanosOrNull("credit_limit"_L1);
    const QString type = limits->textOrEmpty("type"_L1);
    const QString window = windowIn(*limits);
    if (limit && (type.isEmpty() || type == "cost"_L1))
        key.budgets << Budget{*limit, window, {}};
    row.adopt(*limits);
}

void readRates(JsonReader &row, Key &key)
{
    for (JsonReader limit : objectsOrNone(row, "rate_limits"_L1)) {
        const QString type = limit.textOrEmpty("type"_L1);
        const bool byMinute = limit.textOrEmpty("unit"_L1) == "rpm"_L1;
        const qint64 value = limit.integerOrNull("value"_L1).value_or(0);
        if (byMinute && type == "requests"_L1)
            key.rates.requestsPerMinute = value;
        if (byMinute && type == "tokens"_L1)
            key.rates.tokensPerMinute = value;
        row.adopt(limit);
    }
}

// "pk-***1234", "AbC...xyz": only where it is masked.
void readMasked(JsonReader &row, Key &key)
{
    const QString masked = row.textOrEmpty("key"_L1);
    const qsizetype gap = masked.indexOf(masked.contains(u'*') ? u"*"_s : u"..."_s);
    if (gap < 0 || masked.size() > 64)
        return;
    key.prefix = masked.left(gap);
    QString tail = masked.mid(gap);
    while (tail.startsWith(u'*') || tail.startsWith(u'.'))
        tail.remove(0, 1);
    key.lastFour = tail.right(4);
}

Key keyOf(JsonReader &row)
{
    Key key;
    key.id = row.text("id"_L1);
    key.name = row.text("name"_L1);
    readMasked(row, key);
    readBudget(row, key);
    readRates(row, key);
    key.expiresAt = row.time("expires_at"_L1);
    key.createdAt = row.time("created_at"_L1);
    key.holder = row.textOrEmpty("workspace_id"_L1);
    return key;
}

QJsonValue budgetJson(const Key &key, const QJsonObject &there)
{
    if (key.budgets.isEmpty())
        return {};
    QJsonObject limits = there; // its threshold for mails, among others
    for (const QString &field : {u"periodic_reset"_s, u"periodic_reset_days"_s})
        limits.remove(field);
    const Budget &budget = key.budgets.first();
    limits[u"credit_limit"_s] = budget.nanos / money::nanosPerUnit;
    limits[u"type"_s] = u"cost"_s;
    const auto known = std::ranges::find(windows, budget.window, &std::pair<QString, QString>::second);
    if (known != windows.end() && !known->first.isEmpty())
        limits[u"periodic_reset"_s] = known->first;
    return limits;
}

void putRate(QJsonArray &limits, const QString &type, qint64 perMinute)
{
    for (qsizetype i = limits.size(); i-- > 0;)
        if (limits[i]["type"_L1] == type && limits[i]["unit"_L1] == "rpm"_L1)
            limits.removeAt(i);
    if (perMinute > 0)
        limits << QJsonObject{{u"type"_s, type}, {u"unit"_s, u"rpm"_s}, {u"value"_s, perMinute}};
}

QJsonArray ratesJson(QJsonArray there, const KeyRates &before, const KeyRates &after)
{
    if (before.requestsPerMinute != after.requestsPerMinute)
        putRate(there, u"requests"_s, after.requestsPerMinute);
    if (before.tokensPerMinute != after.tokensPerMinute)
        putRate(there, u"tokens"_s, after.tokensPerMinute);
    return there;
}

QJsonValue timeJson(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

void putDifferences(QJsonObject &body, const Key &before, const Key &after)
{
    body[u"name"_s] = after.name;
    if (before.budgets != after.budgets)
        body[u"usage_limits"_s] = budgetJson(after, body["usage_limits"_L1].toObject());
    if (before.rates != after.rates)
        body[u"rate_limits"_s] = ratesJson(body["rate_limits"_L1].toArray(), before.rates, after.rates);
    if (before.expiresAt != after.expiresAt)
        body[u"expires_at"_s] = timeJson(after.expiresAt);
}

} // namespace

QString windowIn(JsonReader &limits)
{
    const QString window = windowOf(limits.textOrEmpty("periodic_reset"_L1));
    const auto days = limits.integerOrNull("periodic_reset_days"_L1);
    return days ? u"%1h"_s.arg(*days * 24) : window;
}

Result<KeyRows> readKeys(const QByteArray &body)
{
    return readObject(body, u"key list"_s).and_then([](JsonReader root) {
        KeyRows out;
        for (JsonReader row : root.objects("data"_L1)) {
            out.rows << keyOf(row);
            root.adopt(row);
        }
        out.total = root.countOrNull("total"_L1).value_or(out.rows.size());
        return root.result(out);
    });
}

Result<Key> readKey(const QByteArray &body)
{
    return readObject(body, u"key"_s).and_then([](JsonReader row) {
        const Key key = keyOf(row);
        return row.result(key);
    });
}

Result<Issued> readIssued(const QByteArray &body)
{
    return readObject(body, u"issued key"_s).and_then([](JsonReader root) {
        Issued issued;
        issued.id = root.text("id"_L1);
        issued.secret = Secret(root.text("key"_L1).toUtf8());
        issued.previousUntil = root.time("key_transition_expires_at"_L1);
        return root.result(issued);
    });
}

Result<QJsonObject> readRaw(const QByteArray &body)
{
    return readKey(body).map([&body](const Key &) { return QJsonDocument::fromJson(body).object(); });
}

Result<> writableLimits(const Key &key)
{
    if (key.budgets.size() > 1)
        return fail(FailureKind::Unsupported, u"more than one budget on a key"_s);
    if (key.budgets.isEmpty())
        return {};
    const Budget &budget = key.budgets.first();
    if (std::ranges::find(windows, budget.window, &std::pair<QString, QString>::second) == windows.end())
        return fail(FailureKind::Unsupported, u"a budget window of "_s + budget.window);
    if (budget.nanos < money::nanosPerUnit || budget.nanos % money::nanosPerUnit != 0)
        return fail(
            FailureKind::Input, u"Portkey's budgets are whole dollars from 1, not "_s + money::decimal(budget.nanos));
    return {};
}

QByteArray createBody(const Key &wanted, const QString &workspace)
{
    QJsonObject body{{u"scopes"_s, QJsonArray{u"completions.write"_s}}};
    if (!workspace.isEmpty())
        body[u"workspace_id"_s] = workspace;
    putDifferences(body, {}, wanted);
    return compactJson(body);
}

QByteArray updateBody(const QJsonObject &raw, const Key &before, const Key &after)
{
    QJsonObject body;
    for (const QLatin1StringView field : {"description"_L1, "scopes"_L1, "rate_limits"_L1, "usage_limits"_L1,
             "defaults"_L1, "alert_emails"_L1, "expires_at"_L1, "rotation_policy"_L1})
        if (raw.contains(field) && !raw[field].isNull())
            body[field] = raw[field];
    putDifferences(body, before, after);
    return compactJson(body);
}

QByteArray rotateBody(std::chrono::seconds overlap)
{
    return compactJson({{u"key_transition_period_ms"_s, qint64(std::chrono::milliseconds(overlap).count())}});
}

} // namespace gateway::portkey
