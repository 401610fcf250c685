// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gateway_glance.h"
#include <QHash>

using namespace Qt::StringLiterals;

namespace workspace {

static std::optional<qint64> told(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

static QString wayOf(const QString &alias, const QJsonObject &route)
{
    return alias + u'\n' + route["upstream"_L1].toString() + u'\n' + route["model"_L1].toString();
}

// One route with how it fares and what its alias is.
static QJsonObject rowOf(const QJsonObject &alias, const QJsonObject &route, QJsonObject state)
{
    state.insert(u"alias"_s, alias["name"_L1]);
    for (const char *field : {"strategy", "origin"})
        state.insert(QLatin1StringView(field), alias[QLatin1StringView(field)]);
    for (const char *field : {"upstream", "model", "weight"})
        state.insert(QLatin1StringView(field), route[QLatin1StringView(field)]);
    return state;
}

QJsonArray routeRows(const QJsonArray &aliases, const QJsonArray &states)
{
    QHash<QString, QJsonObject> known;
    for (const QJsonValue state : states)
        known.insert(wayOf(state["alias"_L1].toString(), state.toObject()), state.toObject());
    QJsonArray out;
    for (const QJsonValue value : aliases) {
        const QJsonObject alias = value.toObject();
        for (const QJsonValue route : alias["routes"_L1].toArray())
            out.append(
                rowOf(alias, route.toObject(), known.value(wayOf(alias["name"_L1].toString(), route.toObject()))));
    }
    return out;
}

GatewayRoute routeOf(const QJsonObject &row)
{
    GatewayRoute out;
    out.alias = row["alias"_L1].toString();
    out.strategy = row["strategy"_L1].toString();
    out.builtIn = row["origin"_L1].toString() == "builtin"_L1;
    out.upstream = row["upstream"_L1].toString();
    out.model = row["model"_L1].toString();
    out.weight = row["weight"_L1].toInteger(1);
    out.breaker = row["breaker"_L1].toString();
    out.restsMs = row["rests_ms"_L1].toInteger();
    out.served = row["served"_L1].toInteger();
    out.failed = row["failed"_L1].toInteger();
    out.firstByteMs = told(row["first_byte_ms"_L1]);
    out.lastError = row["last_error_class"_L1].toString();
    return out;
}

QList<GatewayRoute> routesIn(const QJsonArray &aliases, const QJsonArray &states)
{
    QList<GatewayRoute> out;
    for (const QJsonValue row : routeRows(aliases, states))
        out << routeOf(row.toObject());
    return out;
}

static GatewayLimit limitOf(const QJsonObject &key)
{
    GatewayLimit out;
    out.keyId = key["id"_L1].toString();
    out.key = key["name"_L1].toString();
    out.enabled = key["enabled"_L1].toBool(true);
    out.spentNanos = told(key["spent_nanos"_L1]);
    out.reservedNanos = told(key["reserved_nanos"_L1]);
    out.running = key["running"_L1].toInteger();
    out.waiting = key["waiting"_L1].toInteger();
    out.requestsPerMinute = key["rpm"_L1].toInteger();
    out.tokensPerMinute = key["tpm"_L1].toInteger();
    out.parallel = key["parallel"_L1].toInteger();
    return out;
}

QList<GatewayLimit> limitsIn(const QJsonArray &keys)
{
    QList<GatewayLimit> out;
    for (const QJsonValue key : keys) {
        const GatewayLimit plain = limitOf(key.toObject());
        const QJsonArray budgets = key["budgets"_L1].toArray();
        if (budgets.isEmpty())
            out << plain;
        for (const QJsonValue budget : budgets) {
            GatewayLimit line = plain;
            line.window = budget["window"_L1].toString();
            line.capNanos = told(budget["cap_nanos"_L1]);
            line.spentNanos = told(budget["spent_nanos"_L1]);
            line.reservedNanos = told(budget["reserved_nanos"_L1]);
            line.freeNanos = told(budget["free_nanos"_L1]);
            out << line;
        }
    }
    return out;
}

} // namespace workspace
