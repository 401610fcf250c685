// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "proxy/fallbacks.h"
#include "workspace/config.h"
#include "workspace/texts.h"
#include <QStringList>

namespace workspace {

// A set-up in the words of another program.
struct Exported
{
    QString yaml; // what it cannot hold is a comment at its head
    QStringList missing; // the same, a line each
};

// The embedded gateway's own configuration file: readConfig() gives the same set-up again.
Exported asGatewright(const GatewayConfig &config);
// config.yaml of the LiteLLM proxy.
Exported asLiteLlm(const GatewayConfig &config);
// Kubernetes resources of Envoy AI Gateway (aigateway.envoyproxy.io/v1alpha1), several documents.
Exported asEnvoy(const GatewayConfig &config);

// The set-up that a running gateway tells (GET /admin/v1/config). Decode names the field. What the file format has no
// room for is in `notes`, with line 0.
Result<GatewayConfig> toldConfig(const QByteArray &body);

// For the writers: the head of a file, the names of kinds, what secrets are called in an environment.
QString exportHead(const QString &title, const QStringList &missing);
QString nameOf(proxy::UpstreamKind kind);
const proxy::UpstreamConfig *upstreamOf(const GatewayConfig &config, const std::string &name); // null: scripted
QString variableOf(const proxy::UpstreamConfig &upstream); // where the key is expected; "" when it has none
proxy::AliasLookup aliasesOf(const GatewayConfig &config); // its own; the config must outlive it
// Whether one of its routes leaves this machine: the others are answered by Gatewright itself.
bool goesOut(const GatewayConfig &config, const proxy::AliasConfig &alias);
// What neither target holds: fallbacks on aliases that do not.
QStringList foreignFallbacks(const GatewayConfig &config);
// What neither target holds: each key with its limits, what this gateway alone does.
QStringList foreignKeys(const GatewayConfig &config, const QString &instead);

} // namespace workspace
