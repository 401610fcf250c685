// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/config.h"
#include "workspace/texts.h"
#include <QHash>
#include <QSet>
#include <yaml-cpp/yaml.h>

namespace workspace {

// Walks one configuration file, top to bottom: config.cpp its head, config_routes.cpp upstreams and aliases,
// config_keys.cpp keys. Lives for one reading.
class ConfigReader
{
public:
    explicit ConfigReader(const QByteArray &yaml) : m_root(m_yaml.load(yaml)) {}
    tl::expected<GatewayConfig, FileProblem> read();

private:
    std::optional<Listen> listen(const char *field);
    void limits(const YAML::Node &node);
    std::string name(const YAML::Node &node, QSet<QString> &taken);
    std::string secret(const YAML::Node &node, const char *field, SecretWish::Of of, std::size_t index);

    void upstream(const YAML::Node &node);
    void baseOf(const YAML::Node &node, proxy::UpstreamConfig &upstream);
    void alias(const YAML::Node &node);
    void strategyOf(const YAML::Node &node, proxy::AliasConfig &alias);
    void familiesOf(const YAML::Node &node, proxy::AliasConfig &alias);
    void fallbacks();
    proxy::RouteConfig route(const YAML::Node &node);
    std::optional<proxy::Price> price(const YAML::Node &node);
    bool spoken(const proxy::AliasConfig &alias, const QString &family) const;

    void key(const YAML::Node &node);
    proxy::Budget budget(const YAML::Node &node);
    void scopeOf(const YAML::Node &node, proxy::KeyConfig &key);
    void ratesOf(const YAML::Node &node, proxy::KeyConfig &key);
    std::optional<std::string> passport(const YAML::Node &node);

    QString noUpstream(const QString &name) const; // what is wrong with it as a reference; empty: nothing

    StrictYaml m_yaml;
    YAML::Node m_root;
    GatewayConfig m_config;
    QHash<QString, proxy::UpstreamKind> m_kinds{{QStringLiteral("scripted"), proxy::UpstreamKind::Scripted}};
    QSet<QString> m_upstreams;
    QSet<QString> m_aliases;
    QSet<QString> m_keys;
};

// Whether an upstream of this kind speaks the family of this name.
bool speaks(proxy::UpstreamKind kind, const QString &family);
// Whether the gateway brings an alias of this name.
bool isBuiltIn(const std::string &alias);
// Why this is no family of calls; empty: it is one.
QString wrongFamily(const QString &family);

} // namespace workspace
