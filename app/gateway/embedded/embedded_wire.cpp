// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_wire.h"
#include "gateway/api.h"
#include "gateway/embedded/embedded_page.h"
#include "gateway/passport_json.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

Passport readPassport(JsonReader &row)
{
    Passport passport;
    if (auto facts = row.objectOrNull("passport"_L1)) {
        passport = passportOf(*facts);
        row.adopt(*facts);
    }
    return passport;
}

Budget budgetOf(JsonReader &row, JsonReader part)
{
    Budget budget;
    budget.nanos = part.integer("nanos"_L1);
    budget.window = part.text("window"_L1);
    budget.spentNanos = part.integerOrNull("spent_nanos"_L1);
    budget.reservedNanos = part.integerOrNull("reserved_nanos"_L1);
    budget.freeNanos = part.integerOrNull("free_nanos"_L1);
    budget.raiseNanos = part.integerOrNull("raise_nanos"_L1).value_or(0);
    budget.raiseUntil = part.time("raise_until"_L1);
    row.adopt(part);
    return budget;
}

void readLimits(JsonReader &row, Key &key)
{
    key.families = row.textsOrNone("families"_L1);
    key.upstreams = row.textsOrNone("upstreams"_L1);
    key.networks = row.textsOrNone("cidrs"_L1);
    key.rates.requestsPerMinute = row.integerOrNull("rpm"_L1).value_or(0);
    key.rates.tokensPerMinute = row.integerOrNull("tpm"_L1).value_or(0);
    key.rates.parallel = row.integerOrNull("parallel"_L1).value_or(0);
    key.rates.waitMs = row.integerOrNull("wait_ms"_L1).value_or(0);
    for (const qint64 percent : row.integersOrNone("soft_percents"_L1))
        key.softPercents.push_back(int(percent));
    key.running = row.integerOrNull("running"_L1);
    key.waiting = row.integerOrNull("waiting"_L1);
    key.rotatedAt = row.time("rotated_at"_L1);
    auto previous = row.objectOrNull("previous_secret"_L1);
    if (previous && previous->boolean("valid"_L1))
        key.previousUntil = previous->time("valid_until"_L1);
    if (previous)
        row.adopt(*previous);
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
    key.reservedNanos = row.integerOrNull("reserved_nanos"_L1);
    readLimits(row, key);
    key.enabled = row.boolean("enabled"_L1);
    key.expiresAt = row.time("expires_at"_L1);
    key.createdAt = row.time("created_at"_L1);
    key.lastUsedAt = row.time("last_used_at"_L1);
    key.passport = readPassport(row);
    return key;
}

QJsonValue timeJson(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue(at->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray budgetsJson(const QList<Budget> &budgets)
{
    QJsonArray out;
    for (const Budget &budget : budgets) {
        QJsonObject one{{u"nanos"_s, budget.nanos}, {u"window"_s, budget.window}};
        if (budget.raiseNanos > 0) {
            one[u"raise_nanos"_s] = budget.raiseNanos;
            one[u"raise_until"_s] = timeJson(budget.raiseUntil);
        }
        out << one;
    }
    return out;
}

QJsonArray integersJson(const std::vector<int> &numbers)
{
    QJsonArray out;
    for (const int number : numbers)
        out << number;
    return out;
}

QJsonObject settingsJson(const Key &key, const QJsonObject &passportNow)
{
    return {
        {u"name"_s, key.name},
        {u"aliases"_s, QJsonArray::fromStringList(key.aliases)},
        {u"families"_s, QJsonArray::fromStringList(key.families)},
        {u"upstreams"_s, QJsonArray::fromStringList(key.upstreams)},
        {u"cidrs"_s, QJsonArray::fromStringList(key.networks)},
        {u"rpm"_s, key.rates.requestsPerMinute},
        {u"tpm"_s, key.rates.tokensPerMinute},
        {u"parallel"_s, key.rates.parallel},
        {u"wait_ms"_s, key.rates.waitMs},
        {u"soft_percents"_s, integersJson(key.softPercents)},
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

} // namespace gateway::embedded
