// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/api.h"
#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace gateway::litellm {

// The settings of the router (contract 5.3): aliases of model groups, fallbacks, and all that must stay as it is.
struct RouterSettings
{
    QJsonObject values; // as they came
    QJsonObject owners; // of each: "config", "db", "default", "unset"; empty: an older server, which does not tell

    bool fileOwns(const QString &name) const;
    QHash<QString, QString> aliases() const; // name -> model group
    QHash<QString, QStringList> fallbacks() const; // model group -> others, in order
};
Result<RouterSettings> readRouterSettings(const QByteArray &body); // of /router/settings
Result<RouterSettings> readConfigCallbacks(const QByteArray &body); // of /get/config/callbacks; the rest holds secrets

// What is sent to change some of them: every setting that is not the server's own default, for servers that lose what is
// left out.
QJsonObject mergedSettings(const RouterSettings &now, const QJsonObject &changes);
// The names, beside those of `changes`, that are not as they were.
QStringList otherDifferences(const RouterSettings &before, const RouterSettings &now, const QJsonObject &changes);
bool holds(const RouterSettings &now, const QJsonObject &changes);

// How long a write may take to be seen: other workers of the server reload every 30 s.
struct Patience
{
    std::chrono::milliseconds pause{2000};
    int looks = 30;
};

// Reads and writes them. Part of the adapter's Aliases, main thread.
class Router
{
public:
    Router(Api &api, Patience patience) : m_api(api), m_patience(patience) {}
    Task<Result<RouterSettings>> settings();
    // Writes, reads back and compares all. What the server changed besides is put back, and said.
    Task<Result<>> change(RouterSettings before, QJsonObject changes);
    // The fallbacks of one model group; none: removed.
    Task<Result<>> setFallbacks(RouterSettings before, QString group, QStringList others);

private:
    Task<Result<>> send(QJsonObject settings);
    Task<Result<>> confirm(RouterSettings before, QJsonObject changes);

    Api &m_api;
    Patience m_patience;
};

} // namespace gateway::litellm
