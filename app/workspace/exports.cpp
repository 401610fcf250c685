// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exports.h"
#include "base/money.h"
#include "workspace/words.h"
#include <algorithm>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace workspace {

QString exportHead(const QString &title, const QStringList &missing)
{
    QString out = u"# "_s + title + u'\n';
    if (!missing.isEmpty())
        out += u"# "_s + Words::tr("Not held by this file:") + u'\n';
    for (QString line : missing)
        out += u"#  - "_s + line.replace(QRegularExpression(u"[\\x00-\\x1f\\x7f-\\x9f\\x{2028}\\x{2029}]"_s), u" "_s)
            + u'\n';
    return out;
}

QString nameOf(proxy::UpstreamKind kind)
{
    switch (kind) {
    case proxy::UpstreamKind::OpenAi:
        return u"openai"_s;
    case proxy::UpstreamKind::Anthropic:
        return u"anthropic"_s;
    case proxy::UpstreamKind::Gemini:
        return u"gemini"_s;
    case proxy::UpstreamKind::Scripted:
        break;
    }
    return u"scripted"_s;
}

const proxy::UpstreamConfig *upstreamOf(const GatewayConfig &config, const std::string &name)
{
    for (const proxy::UpstreamConfig &upstream : config.options.upstreams)
        if (upstream.name == name && upstream.kind != proxy::UpstreamKind::Scripted)
            return &upstream;
    return nullptr;
}

bool goesOut(const GatewayConfig &config, const proxy::AliasConfig &alias)
{
    return std::ranges::any_of(
        alias.routes, [&](const auto &route) { return upstreamOf(config, route.upstream) != nullptr; });
}

QStringList foreignFallbacks(const GatewayConfig &config)
{
    QStringList out;
    const proxy::AliasLookup known = aliasesOf(config);
    for (const proxy::AliasConfig &alias : config.options.aliases)
        for (const std::string &name : alias.fallbacks)
            if (const proxy::AliasConfig *next = known(name); !next || !goesOut(config, *next))
                out << Words::tr("alias \"%1\": the fallback on \"%2\", which Gatewright answers by itself")
                           .arg(QString::fromStdString(alias.name), QString::fromStdString(name));
    return out;
}

QString variableOf(const proxy::UpstreamConfig &upstream)
{
    const QString ref = QString::fromStdString(upstream.keyRef);
    if (ref.startsWith("env:"_L1) || ref.isEmpty())
        return ref.mid(4);
    static const QRegularExpression other(u"[^A-Z0-9]+"_s);
    return u"UPSTREAM_"_s + QString::fromStdString(upstream.name).toUpper().replace(other, u"_"_s) + u"_KEY"_s;
}

static QString limitsOf(const proxy::KeyConfig &key)
{
    QStringList parts;
    for (const proxy::Budget &budget : key.budgets)
        parts << u"%1 USD/%2"_s.arg(money::decimal(budget.nanos), QString::fromStdString(budget.window));
    const auto named = [&parts](const char *name, const std::vector<std::string> &values) {
        if (!values.empty())
            parts << QLatin1StringView(name) + u' ' + qtTexts(values).join(u' ');
    };
    named("aliases", key.aliases);
    named("families", key.scope.families);
    named("upstreams", key.scope.upstreams);
    named("networks", key.scope.cidrs);
    const auto rate = [&parts](const char *name, std::int64_t value) {
        if (value > 0)
            parts << QLatin1StringView(name) + u' ' + QString::number(value);
    };
    rate("rpm", key.rates.requestsPerMinute);
    rate("tpm", key.rates.tokensPerMinute);
    rate("parallel", key.rates.parallel);
    return parts.join(u", "_s);
}

QStringList foreignKeys(const GatewayConfig &config, const QString &instead)
{
    QStringList out;
    for (const proxy::KeyConfig &key : config.options.keys) {
        const QString limits = limitsOf(key);
        out << Words::tr("key \"%1\"%2: %3")
                   .arg(QString::fromStdString(key.name), limits.isEmpty() ? QString() : u" ("_s + limits + u')',
                       instead);
    }
    return out;
}

} // namespace workspace
