// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_wire.h"
#include "gateway/api.h"
#include "gateway/json_reader.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

struct PassportField
{
    QLatin1StringView name;
    QString Passport::*member;
};

const QList<PassportField> passportFields{
    {"app"_L1, &Passport::application},
    {"environment"_L1, &Passport::environment},
    {"owner"_L1, &Passport::owner},
    {"rotation_owner"_L1, &Passport::rotationOwner},
    {"budget_owner"_L1, &Passport::budgetOwner},
    {"ticket"_L1, &Passport::ticket},
    {"purpose"_L1, &Passport::purpose},
};
constexpr QLatin1StringView reviewDate("review_date");

Passport passportOf(JsonReader &row)
{
    Passport passport;
    auto facts = row.objectOrNull("passport"_L1);
    if (!facts)
        return passport;
    for (const PassportField &field : passportFields)
        passport.*field.member = facts->textOrEmpty(field.name);
    const QString date = facts->textOrEmpty(reviewDate);
    passport.reviewDate = QDate::fromString(date, Qt::ISODate);
    if (!date.isEmpty() && !passport.reviewDate.isValid())
        facts->refuse(reviewDate, u"no date"_s);
    row.adopt(*facts);
    return passport;
}

Budget budgetOf(JsonReader &row, JsonReader part)
{
    Budget budget;
    budget.nanos = part.integer("nanos"_L1);
    budget.window = part.text("window"_L1);
    budget.spentNanos = part.integerOrNull("spent_nanos"_L1);
    row.adopt(part);
    return budget;
}

Key keyOf(JsonReader &row)
{
    Key key;
    key.id = row.text("id"_L1);
    key.name = row.text("name"_L1);
    key.prefix = row.textOrEmpty("prefix"_L1);
    key.lastFour = row.textOrEmpty("last_four"_L1);
    key.aliases = row.texts("aliases"_L1);
    for (const JsonReader &part : row.objects("budgets"_L1))
        key.budgets << budgetOf(row, part);
    key.spentNanos = row.integerOrNull("spent_nanos"_L1);
    key.enabled = row.boolean("enabled"_L1);
    key.expiresAt = row.time("expires_at"_L1);
    key.createdAt = row.time("created_at"_L1);
    key.lastUsedAt = row.time("last_used_at"_L1);
    key.passport = passportOf(row);
    return key;
}

template<typename Row>
Result<Page<Row>> pageOf(JsonReader root, Row (*rowOf)(JsonReader &))
{
    Page<Row> page;
    for (JsonReader row : root.objects("items"_L1)) {
        page.rows << rowOf(row);
        root.adopt(row);
    }
    if (!root.boolean("complete"_L1))
        page.next = root.text("next"_L1);
    return root.result(page);
}

Alias aliasOf(JsonReader &row)
{
    Alias alias;
    alias.name = row.text("name"_L1);
    for (JsonReader part : row.objects("routes"_L1)) {
        const qint64 weight = part.integerOrNull("weight"_L1).value_or(1);
        alias.routes << Route{part.text("upstream"_L1), part.text("model"_L1), int(weight)};
        row.adopt(part);
    }
    alias.families = row.texts("families"_L1);
    if (auto price = row.objectOrNull("price"_L1)) {
        alias.price.inputNanos = price->integerOrNull("input_nanos_per_million"_L1);
        alias.price.outputNanos = price->integerOrNull("output_nanos_per_million"_L1);
        alias.price.cachedNanos = price->integerOrNull("cached_nanos_per_million"_L1);
        row.adopt(*price);
    }
    return alias;
}

QJsonArray budgetsJson(const QList<Budget> &budgets)
{
    QJsonArray out;
    for (const Budget &budget : budgets)
        out << QJsonObject{{u"nanos"_s, budget.nanos}, {u"window"_s, budget.window}};
    return out;
}

QJsonValue timeJson(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject passportJson(const Passport &passport, QJsonObject facts)
{
    const auto put = [&facts](QLatin1StringView name, const QString &value) {
        if (value.isEmpty())
            facts.remove(name);
        else
            facts[name] = value;
    };
    for (const PassportField &field : passportFields)
        put(field.name, passport.*field.member);
    put(reviewDate, passport.reviewDate.toString(Qt::ISODate));
    return facts;
}

QJsonObject settingsJson(const Key &key, const QJsonObject &passportNow)
{
    return {
        {u"name"_s, key.name},
        {u"aliases"_s, QJsonArray::fromStringList(key.aliases)},
        {u"budgets"_s, budgetsJson(key.budgets)},
        {u"enabled"_s, key.enabled},
        {u"expires_at"_s, timeJson(key.expiresAt)},
        {u"passport"_s, passportJson(key.passport, passportNow)},
    };
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QUrlQuery pageQuery(const QString &cursor)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"500"_s);
    if (!cursor.isEmpty())
        query.addQueryItem(u"after"_s, Api::encoded(cursor));
    return query;
}

Result<Page<Key>> readKeyPage(const QByteArray &body)
{
    return readObject(body, u"key list"_s).and_then([](JsonReader root) {
        return pageOf<Key>(std::move(root), keyOf);
    });
}

Result<Key> readKey(const QByteArray &body)
{
    return readObject(body, u"key"_s).and_then([](JsonReader root) {
        const Key key = keyOf(root);
        return root.result(key);
    });
}

Result<IssuedKey> readIssuedKey(const QByteArray &body)
{
    return readObject(body, u"created key"_s).and_then([](JsonReader root) -> Result<IssuedKey> {
        auto part = root.objectOrNull("key"_L1);
        if (!part)
            root.refuse("key"_L1, u"no object"_s);
        IssuedKey issued;
        issued.secret = Secret(root.text("secret"_L1).toUtf8());
        if (part) {
            issued.key = keyOf(*part);
            root.adopt(*part);
        }
        return root.result(issued);
    });
}

Result<QJsonObject> readRawPassport(const QByteArray &body)
{
    return readKey(body).map(
        [&body](const Key &) { return QJsonDocument::fromJson(body).object()["passport"_L1].toObject(); });
}

QByteArray keyBody(const Key &wanted)
{
    return compact(settingsJson(wanted, {}));
}

QByteArray keyBody(const Key &before, const Key &after, const QJsonObject &passportNow)
{
    const QJsonObject was = settingsJson(before, passportNow);
    QJsonObject body = settingsJson(after, passportNow);
    for (auto field = was.begin(); field != was.end(); ++field)
        if (body[field.key()] == field.value())
            body.remove(field.key());
    return compact(body);
}

Result<Page<Alias>> readAliasPage(const QByteArray &body)
{
    return readObject(body, u"alias list"_s).and_then([](JsonReader root) {
        return pageOf<Alias>(std::move(root), aliasOf);
    });
}

QByteArray aliasBody(const Alias &alias)
{
    QJsonArray routes;
    for (const Route &route : alias.routes)
        routes << QJsonObject{{u"upstream"_s, route.upstream}, {u"model"_s, route.model}, {u"weight"_s, route.weight}};
    QJsonObject body{{u"routes"_s, routes}, {u"families"_s, QJsonArray::fromStringList(alias.families)}};
    const Price &price = alias.price;
    if (price.inputNanos && price.outputNanos)
        body[u"price"_s] = QJsonObject{
            {u"input_nanos_per_million"_s, *price.inputNanos},
            {u"output_nanos_per_million"_s, *price.outputNanos},
            {u"cached_nanos_per_million"_s, price.cachedNanos ? QJsonValue(*price.cachedNanos) : QJsonValue()},
        };
    return compact(body);
}

} // namespace gateway::embedded
