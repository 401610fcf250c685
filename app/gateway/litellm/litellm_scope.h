// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QJsonValue>
#include <QStringList>

// How LiteLLM words what we word otherwise. Pure functions.
namespace gateway::litellm {

// "1d" -> "day", "30d" -> "month", "2d" -> "48h"; what has no word of ours ("30m") stays. Empty: "lifetime".
QString windowOf(const QString &duration);
std::optional<QJsonValue> durationOf(const QString &window); // empty: it knows no such window

// The families that allowed_routes let through; none: every one. Routes that are no whole families stay as they are.
QStringList familiesOf(const QStringList &routes);
std::optional<QStringList> routesOf(const QStringList &families); // empty: it has no routes for one of them

QString familyOfMode(const QString &mode); // of a deployment: "embedding" -> "embeddings"; empty: not told
QString modeOf(const QString &family); // back; empty: it has no mode for it
QString familyOfCall(const QString &callType); // of a usage row: "acompletion" -> "chat"

QJsonValue usd(qint64 nanos);

} // namespace gateway::litellm
