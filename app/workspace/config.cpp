// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/config.h"
#include "workspace/words.h"
#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

bool isWindow(const QString &text)
{
    static const QRegularExpression known(u"^(lifetime|day|week|month|([1-9][0-9]{0,3})h)$"_s);
    const auto match = known.match(text);
    return match.hasMatch() && match.captured(2).toInt() <= 8760;
}

std::optional<Listen> listenOf(const QString &text)
{
    static const QRegularExpression shape(u"^(?:\\[([0-9a-fA-F:.]+)\\]|([^:\\[\\]]+)):([0-9]{1,5})$"_s);
    const auto match = shape.match(text);
    const int port = match.captured(3).toInt();
    if (!match.hasMatch() || port > 65535)
        return std::nullopt;
    QString host = match.captured(1) + match.captured(2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (QHostAddress(host).isNull())
        return std::nullopt;
    return Listen{host, quint16(port)};
}

namespace {

// Walks the file once, top to bottom. Lives for one reading.
class Reader
{
public:
    explicit Reader(const QByteArray &yaml) : m_root(m_yaml.load(yaml)) {}

    tl::expected<GatewayConfig, FileProblem> read()
    {
        m_yaml.fields(m_root, {"listen", "admin_listen", "tls", "upstreams", "aliases", "keys"});
        m_config.listen = listen("listen");
        m_config.adminListen = listen("admin_listen");
        if (m_config.listen && m_config.adminListen && m_config.listen->host != m_config.adminListen->host)
            m_yaml.reject(m_yaml.member(m_root, "admin_listen"), Words::tr("both ports must be on the same address"));
        readTls(m_yaml, m_root, m_config.options);
        for (const YAML::Node &node : m_yaml.maps(m_root, "upstreams"))
            upstream(node);
        for (const YAML::Node &node : m_yaml.maps(m_root, "aliases"))
            alias(node);
        for (const YAML::Node &node : m_yaml.maps(m_root, "keys"))
            key(node);
        if (m_yaml.problem())
            return tl::unexpected<FileProblem>(*m_yaml.problem());
        return std::move(m_config);
    }

private:
    std::optional<Listen> listen(const char *field)
    {
        const QString text = m_yaml.text(m_root, field);
        const auto found = listenOf(text);
        if (!text.isEmpty() && !found)
            m_yaml.reject(m_yaml.member(m_root, field),
                Words::tr("%1 must be an address of this machine with a port, such as 127.0.0.1:8790")
                    .arg(QLatin1StringView(field)));
        return found;
    }

    std::string name(const YAML::Node &node, QSet<QString> &taken)
    {
        const QString name = m_yaml.neededText(node, "name");
        if (taken.contains(name))
            m_yaml.reject(m_yaml.member(node, "name"), Words::tr("the name \"%1\" is there twice").arg(name));
        taken.insert(name);
        return name.toStdString();
    }

    void secret(const YAML::Node &node, const char *field, SecretWish::Of of, std::size_t index)
    {
        const QString ref = m_yaml.text(node, field);
        if (ref.isEmpty())
            return;
        const YAML::Node at = m_yaml.member(node, field);
        if (!ref.startsWith("env:"_L1) && !ref.startsWith("file:"_L1) && !ref.startsWith("vault:"_L1))
            m_yaml.reject(at,
                Words::tr("%1 names a secret and never holds one: env:VARIABLE, file:PATH or vault:ID")
                    .arg(QLatin1StringView(field)));
        else
            m_config.secrets.append(
                SecretWish{of, index, ref, FileProblem{at.Mark().line + 1, at.Mark().column + 1, {}}});
    }

    void upstream(const YAML::Node &node)
    {
        m_yaml.fields(node, {"name", "kind", "base_url", "key_ref", "ca_file"});
        proxy::UpstreamConfig upstream;
        upstream.name = name(node, m_upstreams);
        const QString kind = m_yaml.neededText(node, "kind");
        const QString base = m_yaml.text(node, "base_url");
        if (m_yaml.problem())
            return;
        if (kind == "openai"_L1)
            upstream.kind = proxy::UpstreamKind::OpenAi;
        else if (kind != "scripted"_L1)
            m_yaml.reject(m_yaml.member(node, "kind"),
                Words::tr("this version speaks to upstreams of kind openai and scripted, not \"%1\"").arg(kind));
        const QUrl url(base, QUrl::StrictMode);
        const bool web = url.isValid() && !url.host().isEmpty() && url.scheme().startsWith("http"_L1);
        if (kind == "openai"_L1 && base.isEmpty())
            m_yaml.reject(node, Words::tr("base_url is missing here"));
        else if (!base.isEmpty() && (!web || !url.userInfo().isEmpty()))
            m_yaml.reject(m_yaml.member(node, "base_url"),
                Words::tr("base_url must be an address such as https://api.openai.com/v1, without a password in it"));
        upstream.baseUrl = base.toStdString();
        upstream.caFile = m_yaml.text(node, "ca_file").toStdString();
        secret(node, "key_ref", SecretWish::Of::Upstream, m_config.options.upstreams.size());
        m_config.options.upstreams.push_back(std::move(upstream));
    }

    proxy::RouteConfig route(const YAML::Node &node)
    {
        m_yaml.fields(node, {"upstream", "model", "weight"});
        proxy::RouteConfig route;
        const QString upstream = m_yaml.neededText(node, "upstream");
        if (!m_yaml.problem() && upstream != "scripted"_L1 && !m_upstreams.contains(upstream))
            m_yaml.reject(
                m_yaml.member(node, "upstream"), Words::tr("no upstream \"%1\" is defined in this file").arg(upstream));
        route.upstream = upstream.toStdString();
        route.model = m_yaml.neededText(node, "model").toStdString();
        route.weight = int(m_yaml.integer(node, "weight", 1, 1'000'000).value_or(1));
        return route;
    }

    std::optional<proxy::Price> price(const YAML::Node &node)
    {
        if (!node.IsDefined())
            return std::nullopt;
        m_yaml.fields(node, {"input", "output", "cached"});
        const auto input = m_yaml.amount(node, "input");
        const auto output = m_yaml.amount(node, "output");
        if (!input || !output)
            m_yaml.reject(node, Words::tr("a price needs input and output; leave the price out if it is unknown"));
        proxy::Price price;
        price.input = input.value_or(0);
        price.output = output.value_or(0);
        if (const auto cached = m_yaml.amount(node, "cached"))
            price.cached = *cached;
        return price;
    }

    void alias(const YAML::Node &node)
    {
        m_yaml.fields(node, {"name", "routes", "price"});
        proxy::AliasConfig alias;
        alias.name = name(node, m_aliases);
        for (const YAML::Node &entry : m_yaml.maps(node, "routes"))
            alias.routes.push_back(route(entry));
        if (!m_yaml.problem() && alias.routes.empty())
            m_yaml.reject(node, Words::tr("an alias needs at least one route"));
        alias.price = price(m_yaml.member(node, "price"));
        m_config.options.aliases.push_back(std::move(alias));
    }

    proxy::Budget budget(const YAML::Node &node)
    {
        m_yaml.fields(node, {"usd", "window"});
        proxy::Budget budget;
        budget.nanos = m_yaml.amount(node, "usd").value_or(0);
        if (!m_yaml.problem() && budget.nanos <= 0)
            m_yaml.reject(node, Words::tr("a budget needs usd above zero"));
        const QString window = m_yaml.neededText(node, "window");
        if (!m_yaml.problem() && !isWindow(window))
            m_yaml.reject(m_yaml.member(node, "window"),
                Words::tr("window must be lifetime, day, week, month or hours such as 12h"));
        budget.window = window.toStdString();
        return budget;
    }

    void key(const YAML::Node &node)
    {
        m_yaml.fields(node, {"name", "secret_ref", "budgets", "aliases", "enabled"});
        proxy::KeyConfig key;
        key.name = name(node, m_keys);
        for (const YAML::Node &entry : m_yaml.maps(node, "budgets"))
            key.budgets.push_back(budget(entry));
        for (const QString &alias : m_yaml.texts(node, "aliases"))
            key.aliases.push_back(alias.toStdString());
        key.enabled = m_yaml.flag(node, "enabled").value_or(true);
        secret(node, "secret_ref", SecretWish::Of::Key, m_config.options.keys.size());
        m_config.options.keys.push_back(std::move(key));
    }

    StrictYaml m_yaml;
    YAML::Node m_root;
    GatewayConfig m_config;
    QSet<QString> m_upstreams;
    QSet<QString> m_aliases;
    QSet<QString> m_keys;
};

} // namespace

tl::expected<GatewayConfig, FileProblem> readConfig(const QByteArray &yaml)
{
    return Reader(yaml).read();
}

} // namespace workspace
