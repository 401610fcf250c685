// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/family.h"
#include "proxy/routing.h"
#include "workspace/config_reader.h"
#include "workspace/words.h"
#include <algorithm>
#include <QDate>
#include <QUrl>

using namespace Qt::StringLiterals;
using proxy::UpstreamKind;

namespace workspace {

static std::optional<UpstreamKind> kindOf(const QString &name)
{
    static const QHash<QString, UpstreamKind> kinds{{u"openai"_s, UpstreamKind::OpenAi},
        {u"anthropic"_s, UpstreamKind::Anthropic}, {u"gemini"_s, UpstreamKind::Gemini},
        {u"scripted"_s, UpstreamKind::Scripted}};
    const auto kind = kinds.find(name);
    return kind == kinds.end() ? std::nullopt : std::optional(*kind);
}

void ConfigReader::upstream(const YAML::Node &node)
{
    m_yaml.fields(node, {"name", "kind", "base_url", "key_ref", "ca_file"});
    proxy::UpstreamConfig upstream;
    upstream.name = name(node, m_upstreams);
    const QString kind = m_yaml.neededText(node, "kind");
    const auto known = kindOf(kind);
    if (!m_yaml.problem() && !known)
        m_yaml.reject(m_yaml.member(node, "kind"),
            Words::tr("kind must be openai, anthropic, gemini or scripted, not \"%1\"").arg(kind));
    if (!m_yaml.problem() && upstream.name == "scripted" && known != UpstreamKind::Scripted)
        m_yaml.reject(
            m_yaml.member(node, "name"), Words::tr("\"scripted\" is the built-in upstream; choose another name"));
    if (m_yaml.problem())
        return;
    upstream.kind = *known;
    baseOf(node, upstream);
    upstream.keyRef = secret(node, "key_ref", SecretWish::Of::Upstream, m_config.options.upstreams.size());
    const YAML::Node authorities = m_yaml.member(node, "ca_file");
    const QString caFile = m_yaml.text(node, "ca_file");
    if (!caFile.isEmpty())
        m_config.files.append(FileProblem{authorities.Mark().line + 1, authorities.Mark().column + 1, caFile});
    upstream.caFile = caFile.toStdString();
    m_kinds.insert(QString::fromStdString(upstream.name), upstream.kind);
    m_config.options.upstreams.push_back(std::move(upstream));
}

// The address of a real upstream. A scripted one has none, and no key.
void ConfigReader::baseOf(const YAML::Node &node, proxy::UpstreamConfig &upstream)
{
    if (upstream.kind == UpstreamKind::Scripted) {
        for (const char *field : {"base_url", "key_ref", "ca_file"})
            if (m_yaml.member(node, field).IsDefined())
                m_yaml.reject(m_yaml.member(node, field),
                    Words::tr("an upstream of kind scripted answers by itself and has no %1")
                        .arg(QLatin1StringView(field)));
        return;
    }
    const QString base = m_yaml.neededText(node, "base_url");
    const QUrl url(base, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    const bool plain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!m_yaml.problem() && (!url.isValid() || url.host().isEmpty() || !web || !plain))
        m_yaml.reject(m_yaml.member(node, "base_url"),
            Words::tr("base_url must be an address such as https://api.openai.com/v1, without a password in it"));
    upstream.baseUrl = base.toStdString();
}

proxy::RouteConfig ConfigReader::route(const YAML::Node &node)
{
    static constexpr qint64 day = 86'400'000; // in ms
    m_yaml.fields(node, {"upstream", "model", "weight", "connect_ms", "first_byte_ms", "idle_ms", "total_ms", "price"});
    proxy::RouteConfig route;
    const QString upstream = m_yaml.neededText(node, "upstream");
    if (!m_yaml.problem() && !noUpstream(upstream).isEmpty())
        m_yaml.reject(m_yaml.member(node, "upstream"), noUpstream(upstream));
    route.upstream = upstream.toStdString();
    route.model = m_yaml.neededText(node, "model").toStdString();
    route.weight = int(m_yaml.integer(node, "weight", 1, 1'000'000).value_or(1));
    route.times.connectMs = int(m_yaml.integer(node, "connect_ms", 0, day).value_or(0));
    route.times.firstByteMs = int(m_yaml.integer(node, "first_byte_ms", 0, day).value_or(0));
    route.times.idleMs = int(m_yaml.integer(node, "idle_ms", 0, day).value_or(0));
    route.times.totalMs = int(m_yaml.integer(node, "total_ms", 0, day).value_or(0));
    route.price = price(m_yaml.member(node, "price"));
    return route;
}

std::optional<proxy::Price> ConfigReader::price(const YAML::Node &node)
{
    if (!node.IsDefined())
        return std::nullopt;
    m_yaml.fields(node, {"input", "output", "cached", "date"});
    const auto input = m_yaml.amount(node, "input");
    const auto output = m_yaml.amount(node, "output");
    if (!input || !output)
        m_yaml.reject(node, Words::tr("a price needs input and output; leave the price out if it is unknown"));
    proxy::Price price;
    price.input = input.value_or(0);
    price.output = output.value_or(0);
    if (const auto cached = m_yaml.amount(node, "cached"))
        price.cached = *cached;
    const QString date = m_yaml.text(node, "date");
    if (!date.isEmpty() && (date.size() != 10 || !QDate::fromString(date, Qt::ISODate).isValid()))
        m_yaml.reject(m_yaml.member(node, "date"), Words::tr("date must be a day such as 2026-11-01"));
    price.date = date.toStdString();
    return price;
}

void ConfigReader::strategyOf(const YAML::Node &node, proxy::AliasConfig &alias)
{
    const QString strategy = m_yaml.text(node, "strategy");
    const auto known = proxy::strategyOf(strategy.toStdString());
    if (!strategy.isEmpty() && !known)
        m_yaml.reject(m_yaml.member(node, "strategy"),
            Words::tr("strategy must be weighted, ordered, cheapest or fastest, not \"%1\"").arg(strategy));
    alias.strategy = known.value_or(proxy::Strategy::Weighted);
}

// The families that call models.
static QList<proxy::Family> callFamilies()
{
    QList<proxy::Family> all;
    for (int i = 0; i < int(proxy::Family::Models); ++i)
        all << proxy::Family(i);
    return all;
}

QString wrongFamily(const QString &family)
{
    QStringList names;
    for (const proxy::Family one : callFamilies())
        names << QLatin1StringView(proxy::nameOf(one));
    return names.contains(family)
        ? QString()
        : Words::tr("there is no family \"%1\"; there are: %2").arg(family, names.join(u", "_s));
}

bool speaks(proxy::UpstreamKind kind, const QString &family)
{
    return std::ranges::any_of(callFamilies(),
        [&](proxy::Family one) { return family == QLatin1StringView(proxy::nameOf(one)) && proxy::speaks(kind, one); });
}

// Whether one of the alias's upstreams speaks the family.
bool ConfigReader::spoken(const proxy::AliasConfig &alias, const QString &family) const
{
    return std::ranges::any_of(alias.routes, [&](const proxy::RouteConfig &route) {
        return speaks(m_kinds.value(QString::fromStdString(route.upstream)), family);
    });
}

void ConfigReader::familiesOf(const YAML::Node &node, proxy::AliasConfig &alias)
{
    const auto wrong = [&](const QString &family) {
        const QString unknown = wrongFamily(family);
        if (!unknown.isEmpty() || spoken(alias, family))
            return unknown;
        return Words::tr("no upstream of this alias speaks \"%1\"").arg(family);
    };
    alias.families = stdTexts(m_yaml.texts(node, "families", wrong));
}

void ConfigReader::alias(const YAML::Node &node)
{
    m_yaml.fields(node, {"name", "strategy", "families", "routes", "fallbacks", "price"});
    proxy::AliasConfig alias;
    alias.name = name(node, m_aliases);
    strategyOf(node, alias);
    for (const YAML::Node &entry : m_yaml.maps(node, "routes"))
        alias.routes.push_back(route(entry));
    if (!m_yaml.problem() && alias.routes.empty())
        m_yaml.reject(node, Words::tr("an alias needs at least one route"));
    familiesOf(node, alias);
    alias.price = price(m_yaml.member(node, "price"));
    m_config.options.aliases.push_back(std::move(alias));
}

} // namespace workspace
