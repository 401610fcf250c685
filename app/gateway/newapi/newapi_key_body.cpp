// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "gateway/newapi/newapi_key_wire.h"
#include "gateway/newapi/newapi_money.h"
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr qsizetype longestList = 1024; // of old New API's model limits, in characters

Result<> refuse(const QString &why)
{
    return fail(FailureKind::Input, why);
}

QString usd(qint64 nanos)
{
    return money::decimal(nanos) + u" USD"_s;
}

bool hasOneBudget(const Key &key)
{
    if (key.budgets.isEmpty())
        return true;
    const Budget &budget = key.budgets.first();
    return key.budgets.size() == 1 && budget.window == "lifetime"_L1 && budget.raiseNanos == 0;
}

// The first thing of a key this family has no place for; empty: none.
QString missingPart(const Key &before, const Key &after, const Server &server)
{
    if (before.families != after.families)
        return u"API families of a key"_s;
    if (before.upstreams != after.upstreams)
        return u"upstreams of a key"_s;
    if (before.rates != after.rates)
        return u"rates of a key"_s;
    if (before.softPercents != after.softPercents)
        return u"soft thresholds of a key"_s;
    if (before.passport != after.passport)
        return u"a passport: keep it in the key's name"_s;
    if (!hasOneBudget(after))
        return u"more than one budget, or another window than the lifetime"_s;
    if (before.group != after.group && server.generation == Generation::OneApi)
        return u"groups of keys"_s;
    return {};
}

Result<> nameFits(const QString &name, const Server &server)
{
    const qsizetype bytes = name.toUtf8().size();
    if (bytes <= server.longestName())
        return {};
    return refuse(
        u"the name has %1 bytes and this gateway takes %2; letters other than a to z count up to 4"_s.arg(bytes).arg(
            server.longestName()));
}

Result<> aliasesFit(const QStringList &aliases, const Server &server)
{
    for (const QString &alias : aliases)
        if (alias.contains(u',') || alias.contains(u'\n'))
            return refuse(u"the alias \"%1\" has a comma, which divides aliases on this gateway"_s.arg(alias));
    if (server.generation == Generation::Old && aliases.join(u',').size() > longestList)
        return refuse(u"this gateway keeps %1 characters of aliases per key, these have more"_s.arg(longestList));
    return {};
}

Result<> networksFit(const QStringList &networks, const Server &server)
{
    for (const QString &network : networks) {
        const bool wide = network.contains(u'/');
        if (wide && !server.takesNetworks())
            return fail(FailureKind::Unsupported, u"networks of a key (%1): single addresses only"_s.arg(network));
        if (!wide && server.generation == Generation::OneApi)
            return refuse(
                u"One API takes networks: write %1 as %1/%2"_s.arg(network).arg(network.contains(u':') ? 128 : 32));
    }
    return {};
}

Result<> budgetFits(const Key &after, const Server &server)
{
    if (after.budgets.isEmpty())
        return {};
    const qint64 nanos = after.budgets.first().nanos;
    if (quotaOf(nanos, server.quotaPerUnit))
        return {};
    const auto nearest = nanosOf(nearestQuota(nanos, server.quotaPerUnit), server.quotaPerUnit);
    return refuse(u"this gateway counts in steps of %1: take %2 instead of %3"_s.arg(
        usd(nanosOf(1, server.quotaPerUnit).value_or(0)), usd(nearest.value_or(0)), usd(nanos)));
}

QLatin1StringView modelsField(const Server &server)
{
    return server.generation == Generation::OneApi ? "models"_L1 : "model_limits"_L1;
}

QLatin1StringView networksField(const Server &server)
{
    return server.generation == Generation::OneApi ? "subnet"_L1 : "allow_ips"_L1;
}

void putAliases(QJsonObject &row, const Key &key, const Server &server)
{
    row[modelsField(server)] = key.aliases.join(u',');
    if (server.generation != Generation::OneApi)
        row[u"model_limits_enabled"_s] = !key.aliases.isEmpty();
}

void putNetworks(QJsonObject &row, const Key &key, const Server &server)
{
    row[networksField(server)] = key.networks.join(server.generation == Generation::OneApi ? u',' : u'\n');
}

void putExpiry(QJsonObject &row, const Key &key)
{
    row[u"expired_time"_s] = key.expiresAt ? key.expiresAt->toSecsSinceEpoch() : -1;
}

// `remain_quota` is an absolute value over a counter that traffic moves: what is added is added to the fresh one.
Result<> putBudget(QJsonObject &row, const Key &key, const Server &server, qint64 used)
{
    row[u"unlimited_quota"_s] = key.budgets.isEmpty();
    if (key.budgets.isEmpty())
        return {};
    const qint64 nanos = key.budgets.first().nanos;
    const qint64 remain = sumOf(quotaOf(nanos, server.quotaPerUnit).value_or(0), -used);
    if (remain < 0)
        return refuse(u"%1 is less than the %2 that are spent already"_s.arg(
            usd(nanos), usd(nanosOf(used, server.quotaPerUnit).value_or(0))));
    row[u"remain_quota"_s] = remain;
    return {};
}

// Lists that are not set come as null or as an empty text.
bool sameField(const QJsonValue &a, const QJsonValue &b)
{
    const auto empty = [](const QJsonValue &value) {
        return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
    };
    return a == b || (empty(a) && empty(b));
}

QStringList replacedFields(const Server &server)
{
    QStringList fields{u"id"_s, u"name"_s, u"expired_time"_s, u"remain_quota"_s, u"unlimited_quota"_s,
        QString(modelsField(server)), QString(networksField(server))};
    if (server.generation != Generation::OneApi)
        fields << u"model_limits_enabled"_s << u"group"_s;
    return fields;
}

// What a server takes from a row that is put in place: the fields it has, and those of forks and later ones. Others it
// answers with (when a client was last seen, its version) it counts by itself.
bool isSetting(const QString &field, const Server &server)
{
    static const QSet<QString> more{u"model_limits_enabled"_s, u"group"_s, u"cross_group_retry"_s, u"auto_groups"_s,
        u"model_blacklist_enabled"_s, u"model_blacklist"_s};
    return replacedFields(server).contains(field) || more.contains(field);
}

// Only for keys of the group "auto": the server clears them for any other.
void leaveAuto(QJsonObject &row)
{
    if (row.value("group"_L1).toString() == "auto"_L1)
        return;
    if (row.contains("cross_group_retry"_L1))
        row[u"cross_group_retry"_s] = false;
    if (row.contains("auto_groups"_L1))
        row[u"auto_groups"_s] = QJsonValue();
}

} // namespace

Result<> expressible(const Key &before, const Key &after, const Server &server)
{
    if (const QString part = missingPart(before, after, server); !part.isEmpty())
        return fail(FailureKind::Unsupported, part);
    return nameFits(after.name, server)
        .and_then([&] { return before.aliases == after.aliases ? Result<>() : aliasesFit(after.aliases, server); })
        .and_then([&] { return before.networks == after.networks ? Result<>() : networksFit(after.networks, server); })
        .and_then([&] { return before.budgets == after.budgets ? Result<>() : budgetFits(after, server); });
}

Result<QByteArray> newKeyBody(const Key &wanted, const Server &server)
{
    QJsonObject row{{u"name"_s, wanted.name}, {u"remain_quota"_s, 0}};
    putAliases(row, wanted, server);
    putNetworks(row, wanted, server);
    putExpiry(row, wanted);
    if (server.generation != Generation::OneApi) {
        row[u"group"_s] = wanted.group;
        row[u"cross_group_retry"_s] = false;
    }
    return putBudget(row, wanted, server, 0).map([&row] { return QJsonDocument(row).toJson(QJsonDocument::Compact); });
}

Result<QJsonObject> changedRow(const KeyRow &now, const Key &after, const Server &server)
{
    Key switched = after;
    switched.enabled = now.key.enabled;
    if (sameSettings(now.key, switched))
        return QJsonObject();
    for (const QString &field : replacedFields(server))
        if (!now.raw.contains(field))
            return fail(FailureKind::Rejected,
                u"the gateway's row lacks \"%1\": writing it back would drop that limit of the key"_s.arg(field));
    QJsonObject row = now.raw;
    for (const char *field : {"DeletedAt", "user_id", "created_time", "accessed_time", "used_quota", "status"})
        row.remove(QLatin1StringView(field));
    row[u"remain_quota"_s] = std::max<qint64>(now.remain, 0); // an overdrawn one may be read, and not written (3.1)
    row[u"name"_s] = after.name;
    if (now.key.aliases != after.aliases)
        putAliases(row, after, server);
    if (now.key.networks != after.networks)
        putNetworks(row, after, server);
    if (now.key.expiresAt != after.expiresAt)
        putExpiry(row, after);
    if (now.key.group != after.group)
        row[u"group"_s] = after.group;
    leaveAuto(row);
    Key budgeted = now.key;
    budgeted.budgets = after.budgets;
    const auto put = sameSettings(now.key, budgeted) ? Result<>() : putBudget(row, after, server, now.used);
    return put.map([&row] { return row; });
}

Result<> judgeRow(const KeyRow &before, const QJsonObject &sent, const KeyRow &after, const Server &server)
{
    QStringList differ;
    bool moved = false;
    for (auto field = sent.begin(); field != sent.end(); ++field) {
        const bool counter = field.key() == "remain_quota"_L1; // calls move it; with what they used it stays
        if (!isSetting(field.key(), server) || (counter && after.unlimited))
            continue;
        const QJsonValue was = before.raw[field.key()];
        const QJsonValue found =
            counter ? sumOf(sumOf(after.remain, after.used), -before.used) : after.raw[field.key()];
        if (!sameField(found, field.value()))
            differ << field.key();
        moved = moved || !sameField(found, was);
    }
    if (differ.isEmpty())
        return {};
    if (!moved)
        return fail(FailureKind::Rejected, u"the server ignored this"_s);
    return fail(FailureKind::Conflict, u"the server now has something else: %1"_s.arg(differ.join(u", "_s)));
}

} // namespace gateway::newapi
