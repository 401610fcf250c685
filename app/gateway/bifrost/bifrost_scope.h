// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/bifrost/bifrost_wire.h"
#include "gateway/json_reader.h"
#include <QJsonArray>

namespace gateway::bifrost {

// What a key may ask for: "provider/model", "provider/*"; "*": every provider that is not named; "(none)": nothing.
// Empty: everything.
inline const QString nothing = QStringLiteral("(none)");

QStringList readScope(JsonReader &key, Shape shape);

// The provider_configs of a key. `there` are those it has: they keep their ids, weights, budgets, limits and keys.
QJsonArray carriedConfigs(const QJsonArray &there);
QJsonArray scopedConfigs(const QJsonArray &there, const QStringList &scope, Shape shape);
bool allowsOthers(const QStringList &scope); // providers that are not named

QJsonObject carriedRateLimit(const QJsonObject &there);

} // namespace gateway::bifrost
