// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/config_reader.h"
#include "workspace/gateway_limits.h"
#include "workspace/words.h"
#include <QHostAddress>
#include <QRegularExpression>

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

tl::expected<GatewayConfig, FileProblem> ConfigReader::read()
{
    m_yaml.fields(m_root, {"listen", "admin_listen", "tls", "limits", "upstreams", "aliases", "keys"});
    m_config.listen = listen("listen");
    m_config.adminListen = listen("admin_listen");
    if (m_config.listen && m_config.adminListen && m_config.listen->host != m_config.adminListen->host)
        m_yaml.reject(m_yaml.member(m_root, "admin_listen"), Words::tr("both ports must be on the same address"));
    readTls(m_yaml, m_root, m_config.options);
    limits(m_yaml.member(m_root, "limits"));
    for (const YAML::Node &node : m_yaml.maps(m_root, "upstreams"))
        upstream(node);
    for (const YAML::Node &node : m_yaml.maps(m_root, "aliases"))
        alias(node);
    fallbacks();
    for (const YAML::Node &node : m_yaml.maps(m_root, "keys"))
        key(node);
    if (m_yaml.problem())
        return tl::unexpected<FileProblem>(*m_yaml.problem());
    return std::move(m_config);
}

std::optional<Listen> ConfigReader::listen(const char *field)
{
    const QString text = m_yaml.text(m_root, field);
    const auto found = listenOf(text);
    if (!text.isEmpty() && !found)
        m_yaml.reject(m_yaml.member(m_root, field),
            Words::tr("%1 must be an address of this machine with a port, such as 127.0.0.1:8790")
                .arg(QLatin1StringView(field)));
    return found;
}

void ConfigReader::limits(const YAML::Node &node)
{
    if (!node.IsDefined())
        return;
    QStringList names;
    for (const LimitField &field : limitFields())
        names << QLatin1StringView(field.name);
    m_yaml.fields(node, names);
    for (const LimitField &field : limitFields())
        if (const auto value = m_yaml.integer(node, field.name, field.least, field.most))
            field.set(m_config.options.limits, *value);
}

std::string ConfigReader::name(const YAML::Node &node, QSet<QString> &taken)
{
    static constexpr qsizetype longest = 100;
    const QString name = m_yaml.neededText(node, "name");
    if (name.size() > longest)
        m_yaml.reject(m_yaml.member(node, "name"), Words::tr("a name has at most %1 characters").arg(longest));
    if (taken.contains(name))
        m_yaml.reject(m_yaml.member(node, "name"), Words::tr("the name \"%1\" is there twice").arg(name));
    taken.insert(name);
    return name.toStdString();
}

// Notes the secret that the field names, and gives the reference.
std::string ConfigReader::secret(const YAML::Node &node, const char *field, SecretWish::Of of, std::size_t index)
{
    static const QRegularExpression known(u"^(env|file|vault):."_s);
    const QString ref = m_yaml.text(node, field);
    if (ref.isEmpty())
        return {};
    const YAML::Node at = m_yaml.member(node, field);
    if (!known.match(ref).hasMatch()) {
        m_yaml.reject(at,
            Words::tr("%1 names a secret and never holds one: env:VARIABLE, file:PATH or vault:ID")
                .arg(QLatin1StringView(field)));
        return {};
    }
    m_config.secrets.append(SecretWish{of, index, ref, FileProblem{at.Mark().line + 1, at.Mark().column + 1, {}}});
    return ref.toStdString();
}

QString ConfigReader::noUpstream(const QString &name) const
{
    return m_kinds.contains(name) ? QString() : Words::tr("no upstream \"%1\" is defined in this file").arg(name);
}

tl::expected<GatewayConfig, FileProblem> readConfig(const QByteArray &yaml)
{
    return ConfigReader(yaml).read();
}

} // namespace workspace
