// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <optional>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// What a person wants to see of the embedded gateway while it runs. Values only; read from its admin API.
namespace workspace {

// One way behind an alias, and how it fares. Counts are of attempts since the gateway's start.
struct GatewayRoute
{
    QString alias;
    QString strategy;
    QString upstream;
    QString model;
    qint64 weight = 1;
    QString breaker; // "closed", "open", "half_open"; empty: not told
    qint64 restsMs = 0; // until the next call probes it
    qint64 served = 0;
    qint64 failed = 0;
    std::optional<qint64> firstByteMs; // smoothed; empty: none yet
    QString lastError; // class of the last failure
    bool builtIn = false; // a scripted model under its own name

    friend bool operator==(const GatewayRoute &, const GatewayRoute &) = default;
};

// One budget of a key, or a key without any. Amounts in nanos of USD.
struct GatewayLimit
{
    QString keyId;
    QString key;
    bool enabled = true;
    QString window; // of the budget; empty: the key has none
    std::optional<qint64> capNanos; // with a raise in force
    std::optional<qint64> spentNanos;
    std::optional<qint64> reservedNanos; // held by calls that run
    std::optional<qint64> freeNanos;
    qint64 running = 0;
    qint64 waiting = 0;
    qint64 requestsPerMinute = 0; // 0: no limit; so with the two that follow
    qint64 tokensPerMinute = 0;
    qint64 parallel = 0;

    friend bool operator==(const GatewayLimit &, const GatewayLimit &) = default;
};

// All of it at one moment.
struct GatewayGlance
{
    QList<GatewayRoute> routes;
    QList<GatewayLimit> limits;
    bool looked = false; // at least once
    std::optional<Failure> failure; // of the last look; the rows of the one before stay

    friend bool operator==(const GatewayGlance &, const GatewayGlance &) = default;
};

// From the items of /admin/v1/aliases and /admin/v1/routes: a row for each route, in the order of the aliases. What
// the gateway tells of the route stands in it, and its alias, strategy, origin, upstream, model and weight.
QJsonArray routeRows(const QJsonArray &aliases, const QJsonArray &states);
// One of those rows, read.
GatewayRoute routeOf(const QJsonObject &row);
// All of them, read.
QList<GatewayRoute> routesIn(const QJsonArray &aliases, const QJsonArray &states);
// From the items of /admin/v1/keys; a line for each budget.
QList<GatewayLimit> limitsIn(const QJsonArray &keys);

} // namespace workspace
