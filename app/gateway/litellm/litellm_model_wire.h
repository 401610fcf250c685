// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/litellm/litellm_router.h"

// Deployments, and the aliases that callers see (contract 5), as pure functions.
namespace gateway::litellm {

// One upstream behind a model group.
struct Deployment
{
    QString id;
    QString group;
    bool fromFile = false; // it stands in config.yaml: read-only
    Route route; // its upstream is a stored credential, else an address, else a provider
    QString family;
    std::optional<qint64> contextTokens;
};
Result<QList<Deployment>> readDeployments(const QByteArray &body);
Result<QStringList> readCredentialNames(const QByteArray &body);

// Every name a caller may ask for: model groups with their deployments as routes, then names that lead to another group
// (one route without an upstream).
QList<Alias> aliasesOf(const QList<Deployment> &deployments, const RouterSettings &settings);
bool leadsToGroup(const Alias &alias);
Price priceOf(const Alias &alias, const Route &route); // the route's, else the alias's
bool shows(const Alias &found, const Alias &wanted); // all that `wanted` tells

// The deployments in the order of the alias's routes.
QList<Deployment> behind(const QList<Deployment> &deployments, const QString &group);

// What is sent. An empty object: nothing differs.
QJsonObject deploymentJson(const Alias &alias, const Route &route, const QString &id, bool storedCredential);
QJsonObject deploymentChange(const Alias &before, const Route &was, const Alias &after, const Route &is);
QString unheld(const Alias &before, const Alias &after); // in words; empty: it can be written

} // namespace gateway::litellm
