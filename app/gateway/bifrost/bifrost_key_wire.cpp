// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_row.h"
#include "gateway/bifrost/bifrost_scope.h"
#include "gateway/bifrost/bifrost_wire.h"
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

const QList<std::pair<QString, QString>> windows{{u"1d"_s, u"day"_s}, {u"1w"_s, u"week"_s}, {u"1M"_s, u"month"_s}};

Budget budgetOf(JsonReader &row)
{
    Budget budget;
    budget.nanos = row.nanosOrNull("max_limit"_L1).value_or(0);
    budget.window = windowOf(row.text("reset_duration"_L1));
    budget.spentNanos = row.nanosOrNull("current_usage"_L1);
    return budget;
}

void readBudgetsOf(JsonReader &row, Key &key)
{
    for (JsonReader part : objectsOrNone(row, "budgets"_L1)) {
        key.budgets << budgetOf(part);
        row.adopt(part);
    }
    auto only = row.objectOrNull("budget"_L1);
    if (!only)
        return;
    if (key.budgets.isEmpty())
        key.budgets << budgetOf(*only);
    row.adopt(*only);
}

qint64 perMinute(JsonReader &limit, QLatin1StringView most, QLatin1StringView duration)
{
    const QString window = limit.textOrEmpty(duration);
    const bool byMinute = window == "1m"_L1 || window == "60s"_L1;
    const qint64 count = limit.integerOrNull(most).value_or(0);
    return byMinute ? count : 0;
}

void readRates(JsonReader &row, Key &key)
{
    auto limit = row.objectOrNull("rate_limit"_L1);
    if (!limit)
        return;
    key.rates.requestsPerMinute = perMinute(*limit, "request_max_limit"_L1, "request_reset_duration"_L1);
    key.rates.tokensPerMinute = perMinute(*limit, "token_max_limit"_L1, "token_reset_duration"_L1);
    row.adopt(*limit);
}

// The value is the key itself.
void readValueOf(JsonReader &row, Key &key)
{
    const QString value = row.textOrEmpty("value"_L1);
    if (value.size() < 24)
        return;
    key.prefix = value.left(10);
    key.lastFour = value.right(4);
}

Key keyOf(JsonReader &row, Shape shape)
{
    Key key;
    key.id = row.text("id"_L1);
    key.name = row.text("name"_L1);
    readValueOf(row, key);
    key.aliases = readScope(row, shape);
    readBudgetsOf(row, key);
    readRates(row, key);
    key.enabled = row.booleanOrNull("is_active"_L1).value_or(true);
    key.expiresAt = row.time("expires_at"_L1);
    key.createdAt = row.time("created_at"_L1);
    key.holder = row.textOrEmpty("team_id"_L1);
    if (key.holder.isEmpty())
        key.holder = row.textOrEmpty("customer_id"_L1);
    return key;
}

std::optional<Shape> shapeOfRow(const QJsonObject &row)
{
    if (row.contains("budgets"_L1))
        return Shape::Budgets;
    return row.contains("budget"_L1) ? std::optional(Shape::OneBudget) : std::nullopt;
}

Result<JsonReader> keyIn(const QByteArray &body)
{
    return readObject(body, u"answer"_s).and_then([](JsonReader root) -> Result<JsonReader> {
        auto key = root.objectOrNull("virtual_key"_L1);
        if (!key)
            root.refuse("virtual_key"_L1, u"no object"_s);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        return *key;
    });
}

} // namespace

QString windowOf(const QString &duration)
{
    const auto known = std::ranges::find(windows, duration, &std::pair<QString, QString>::first);
    return known == windows.end() ? duration : known->second;
}

QString durationOf(const QString &window)
{
    const auto known = std::ranges::find(windows, window, &std::pair<QString, QString>::second);
    if (known != windows.end())
        return known->first;
    const bool theirs = window.size() > 1 && u"smhdwMQY"_s.contains(window.back()) && window.front().isDigit();
    return theirs ? window : QString();
}

std::optional<Shape> shapeOf(const QString &version)
{
    const QString digits = version.startsWith(u'v') ? version.mid(1) : version;
    const QVersionNumber number = QVersionNumber::fromString(digits);
    if (number.isNull())
        return {};
    return number < QVersionNumber(1, 5) ? Shape::OneBudget : Shape::Budgets;
}

std::optional<Shape> shapeIn(const QByteArray &listOrKey)
{
    const QJsonObject root = QJsonDocument::fromJson(listOrKey).object();
    const QJsonObject only = root["virtual_key"_L1].toObject();
    return shapeOfRow(only.isEmpty() ? root["virtual_keys"_L1][0].toObject() : only);
}

Result<QString> readVersion(const QByteArray &body)
{
    const QJsonValue bare = QJsonDocument::fromJson('[' + body + ']')[0];
    if (bare.isString())
        return bare.toString();
    return readObject(body, u"version"_s).and_then([](JsonReader root) {
        const QString version = root.text("version"_L1);
        return root.result(version);
    });
}

Result<SignIn> readSignIn(const QByteArray &body)
{
    return readObject(body, u"sign-in"_s).and_then([](JsonReader root) {
        const SignIn signIn{root.boolean("is_auth_enabled"_L1)};
        return root.result(signIn);
    });
}

Result<KeyRows> readKeys(const QByteArray &body, Shape otherwise)
{
    const Shape shape = shapeIn(body).value_or(otherwise);
    const auto read = [shape](JsonReader &row, QList<Key> &keys) { keys << keyOf(row, shape); };
    const auto keys = valuesOf<Key>(rowsOf(body, u"key list"_s, {"virtual_keys"_L1}), read);
    if (!keys)
        return tl::unexpected<Failure>(keys.error());
    return readObject(body, u"key list"_s).and_then([&keys](JsonReader root) {
        const auto total = root.integerOrNull("total_count"_L1);
        return root.result(KeyRows{*keys, total.has_value(), total.value_or(keys->size())});
    });
}

Result<Key> readKey(const QByteArray &body, Shape otherwise)
{
    const Shape shape = shapeIn(body).value_or(otherwise);
    return keyIn(body).and_then([shape](JsonReader row) {
        const Key key = keyOf(row, shape);
        return row.result(key);
    });
}

Result<IssuedKey> readIssuedKey(const QByteArray &body, Shape otherwise)
{
    return readKey(body, otherwise).and_then([&body](const Key &key) {
        return readValue(body).map([&key](const Secret &secret) { return IssuedKey{key, secret}; });
    });
}

Result<Secret> readValue(const QByteArray &body)
{
    return keyIn(body).and_then([](JsonReader row) {
        const Secret secret(row.text("value"_L1).toUtf8());
        return row.result(secret);
    });
}

QJsonObject rawKey(const QByteArray &body)
{
    QJsonObject key = QJsonDocument::fromJson(body)["virtual_key"_L1].toObject();
    key.remove("value"_L1);
    return key;
}

} // namespace gateway::bifrost
