// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"

namespace smoke {

// What the calls of T00 brought. An exchange that was not made has neither status nor failure.
struct PreflightFacts
{
    QUrl dataBase;
    QString kind;
    QStringList wanted; // aliases of the run
    net::Exchange list; // GET models with the key
    net::Exchange listBelowV1; // the same below /v1; made when the first was 404 and the base has no version
    net::Exchange wrongKeyList;
    net::Exchange noKeyList;
    net::Exchange wrongKeyChat; // one token
    QString chatAlias; // asked for in it; empty: none is known
    net::Exchange status; // GET of the admin plane's status route
    bool hasStatusRoute = false;
    QDateTime listStarted; // UTC, our clock
};

constexpr QLatin1StringView hungEntry("D103"); // connections are accepted, calls are never answered

QStringList modelsIn(const net::Exchange &list);
int versionSegments(const QUrl &url); // "v1", "v1beta" in its path
bool answered(const net::Exchange &exchange);
std::optional<qint64> clockOffsetMs(const net::Exchange &exchange, const QDateTime &started); // theirs minus ours
QString statusRouteOf(const QString &kind); // below the admin base; empty: none known

void judgePreflight(const PreflightFacts &facts, const QDateTime &now, Verdict &verdict); // V1 to V8, in order

} // namespace smoke
