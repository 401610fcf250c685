// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_numbers.h"
#include "gateway/openrouter/openrouter_wire.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

const QList<std::pair<QString, QString>> windows{
    {u"daily"_s, u"day"_s}, {u"weekly"_s, u"week"_s}, {u"monthly"_s, u"month"_s}, {QString(), u"lifetime"_s}};

// An interval that we do not know stays as it is written.
QString windowOf(const QString &reset)
{
    const auto known = std::ranges::find(windows, reset, &std::pair<QString, QString>::first);
    return known == windows.end() ? reset : known->second;
}

QJsonValue resetOf(const QString &window)
{
    const auto known = std::ranges::find(windows, window, &std::pair<QString, QString>::second);
    return known == windows.end() || known->first.isEmpty() ? QJsonValue() : QJsonValue(known->first);
}

// "sk-or-v1-0e6...1c9" is masked; anything else in that place is somebody's text, or a key: not kept.
void readLabel(JsonReader &row, Key &key)
{
    const QString label = row.textOrEmpty("label"_L1);
    const qsizetype gap = label.indexOf(u"..."_s);
    if (gap < 0 || label.size() > 40)
        return;
    key.prefix = label.left(gap);
    key.lastFour = label.mid(gap + 3).right(4);
}

void readBudget(JsonReader &row, Key &key)
{
    const auto limit = row.nanosOrNull("limit"_L1);
    const auto left = row.nanosOrNull("limit_remaining"_L1);
    const QString window = windowOf(row.textOrEmpty("limit_reset"_L1));
    if (!limit)
        return;
    Budget budget{*limit, window, {}};
    if (left)
        budget.spentNanos = *limit - *left;
    key.budgets << budget;
}

Key keyOf(JsonReader &row)
{
    Key key;
    key.id = row.text("hash"_L1);
    key.name = row.text("name"_L1);
    readLabel(row, key);
    readBudget(row, key);
    key.spentNanos = row.nanosOrNull("usage"_L1);
    key.enabled = !row.boolean("disabled"_L1);
    key.expiresAt = row.time("expires_at"_L1);
    key.createdAt = row.time("created_at"_L1);
    key.holder = row.textOrEmpty("workspace_id"_L1);
    return key;
}

void putBudget(QJsonObject &body, const Key &key)
{
    const bool limited = !key.budgets.isEmpty();
    body[u"limit"_s] = limited ? decimalJson(key.budgets.first().nanos) : QJsonValue();
    body[u"limit_reset"_s] = limited ? resetOf(key.budgets.first().window) : QJsonValue();
}

bool sameBudget(const Key &a, const Key &b)
{
    const auto limit = [](const Key &key) {
        return key.budgets.isEmpty() ? std::pair(qint64(-1), QString())
                                     : std::pair(key.budgets.first().nanos, key.budgets.first().window);
    };
    return limit(a) == limit(b);
}

} // namespace

Result<JsonReader> readData(const QByteArray &body, const QString &what)
{
    return readObject(body, what).and_then([](JsonReader root) -> Result<JsonReader> {
        auto data = root.objectOrNull("data"_L1);
        if (!data)
            root.refuse("data"_L1, u"no object"_s);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        return *data;
    });
}

Result<Holder> readHolder(const QByteArray &body)
{
    return readData(body, u"key"_s).and_then([](JsonReader data) {
        Holder holder;
        const auto older = data.booleanOrNull("is_provisioning_key"_L1);
        holder.management = older.value_or(false) ? true : data.boolean("is_management_key"_L1);
        Allowance &own = holder.allowance;
        own.scope = u"key"_s;
        own.currency = u"USD"_s;
        own.limitNanos = data.nanosOrNull("limit"_L1);
        own.leftNanos = data.nanosOrNull("limit_remaining"_L1);
        own.window = windowOf(data.textOrEmpty("limit_reset"_L1));
        own.unlimited = !own.limitNanos;
        if (own.limitNanos && own.leftNanos)
            own.spentNanos = *own.limitNanos - *own.leftNanos;
        return data.result(holder);
    });
}

Result<QList<Key>> readKeys(const QByteArray &body)
{
    return readObject(body, u"key list"_s).and_then([](JsonReader root) {
        QList<Key> keys;
        for (JsonReader row : root.objects("data"_L1)) {
            keys << keyOf(row);
            root.adopt(row);
        }
        return root.result(keys);
    });
}

Result<Key> readKey(const QByteArray &body)
{
    return readData(body, u"key"_s).and_then([](JsonReader row) {
        const Key key = keyOf(row);
        return row.result(key);
    });
}

Result<IssuedKey> readIssuedKey(const QByteArray &body)
{
    IssuedKey issued;
    const auto key = readKey(body);
    if (!key)
        return tl::unexpected<Failure>(key.error());
    issued.key = *key;
    return readObject(body, u"created key"_s).and_then([&issued](JsonReader root) {
        issued.secret = Secret(root.text("key"_L1).toUtf8());
        return root.result(issued);
    });
}

Result<> readDeleted(const QByteArray &body)
{
    return readObject(body, u"deleted"_s).and_then([](JsonReader root) -> Result<> {
        const bool gone = root.boolean("deleted"_L1);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        return gone ? Result<>() : fail(FailureKind::Rejected, u"the server says it did not delete it"_s);
    });
}

Result<> writableBudgets(const Key &key)
{
    if (key.budgets.size() > 1)
        return fail(FailureKind::Unsupported, u"more than one budget on a key"_s);
    if (key.budgets.isEmpty())
        return {};
    const QString window = key.budgets.first().window;
    const bool known = std::ranges::find(windows, window, &std::pair<QString, QString>::second) != windows.end();
    return known ? Result<>() : fail(FailureKind::Unsupported, u"a budget window of "_s + window);
}

QByteArray createBody(const Key &wanted)
{
    QJsonObject body{{u"name"_s, wanted.name}};
    if (!wanted.budgets.isEmpty())
        putBudget(body, wanted);
    if (wanted.expiresAt) // UTC only, or it is refused
        body[u"expires_at"_s] = wanted.expiresAt->toUTC().toString(Qt::ISODate);
    return compactJson(body);
}

QByteArray patchBody(const Key &before, const Key &after)
{
    QJsonObject body;
    if (before.name != after.name)
        body[u"name"_s] = after.name;
    if (before.enabled != after.enabled)
        body[u"disabled"_s] = !after.enabled;
    if (!sameBudget(before, after))
        putBudget(body, after);
    return compactJson(body);
}

} // namespace gateway::openrouter
