// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/yaml_out.h"

// The words that the resources of an Envoy AI Gateway have in common.
// Structure: the CRDs of github.com/envoyproxy/ai-gateway (v1alpha1), Envoy Gateway and the Kubernetes Gateway API.
namespace workspace::envoy {

inline constexpr const char *aiGroup = "aigateway.envoyproxy.io";
inline constexpr const char *envoyGroup = "gateway.envoyproxy.io";
inline constexpr const char *kubernetesGroup = "gateway.networking.k8s.io";

// Of everything the export makes; upstreams start with it.
QString gatewayName();
// One document: "GROUP/VERSION", its kind, its name in Kubernetes, its spec.
Yaml resource(const QString &version, const QString &kind, const QString &name, Yaml spec);
Yaml reference(const char *group, const QString &kind, const QString &name);
QString latin(const char *text);
Yaml listOf(Yaml one);
Yaml mapOf(const char *name, Yaml value);
// A time as the Gateway API writes it: 90s, 1500ms.
Yaml duration(std::int64_t ms);

} // namespace workspace::envoy
