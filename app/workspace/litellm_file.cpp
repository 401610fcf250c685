// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/litellm_file.h"
#include "base/money.h"
#include "workspace/strict_yaml.h"
#include "workspace/words.h"
#include <algorithm>
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

constexpr int mostWeight = 1'000'000;

FileSpot spotOf(const YAML::Node &node)
{
    return node.IsDefined() ? FileSpot{node.Mark().line, node.Mark().column} : FileSpot();
}

// USD a token as nanos a million tokens, exactly: the decimal point moves six places.
std::optional<qint64> perMillion(const QString &text)
{
    const auto e = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    bool number = true;
    const int exponent = e < 0 ? 0 : text.mid(e + 1).toInt(&number);
    const QString mantissa = e < 0 ? text : text.first(e);
    return number ? money::nanosOf(u"%1e%2"_s.arg(mantissa).arg(exponent + 6)) : std::nullopt;
}

QString familyOf(const QString &mode)
{
    return mode == "embedding"_L1       ? u"embeddings"_s
        : mode == "image_generation"_L1 ? u"images"_s
        : mode == "chat"_L1             ? u"chat"_s
        : mode == "responses"_L1        ? u"responses"_s
        : mode == "completion"_L1       ? u"completions"_s
                                        : QString();
}

QString strategyOf(const QString &routing)
{
    return routing == "simple-shuffle"_L1       ? u"weighted"_s
        : routing == "cost-based-routing"_L1    ? u"cheapest"_s
        : routing == "latency-based-routing"_L1 ? u"fastest"_s
                                                : QString();
}

// Reads the parts that a catalog knows; LiteLLM has many more fields, and they are left alone.
class Reader
{
public:
    Result<LiteLlmFile> read(const QByteArray &text)
    {
        const YAML::Node root = m_yaml.load(text);
        for (const YAML::Node &entry : m_yaml.maps(root, "model_list"))
            m_file.entries << entryOf(entry);
        for (const char *settings : {"router_settings", "litellm_settings"})
            readFallbacks(this->part(root, settings));
        const YAML::Node router = part(root, "router_settings");
        if (router.IsDefined())
            m_file.strategy = strategyOf(m_yaml.text(router, "routing_strategy"));
        if (m_yaml.problem())
            return fail(FailureKind::Decode, m_yaml.problem()->text());
        return m_file;
    }

private:
    // A member that is missing may be asked for members of its own.
    YAML::Node part(const YAML::Node &map, const char *field) const
    {
        const YAML::Node found = m_yaml.member(map, field);
        return found.IsDefined() ? found : YAML::Node(YAML::NodeType::Undefined);
    }

    std::optional<qint64> price(const YAML::Node &params, const YAML::Node &info, const char *field, FileSpot &spot)
    {
        for (const YAML::Node &map : {params, info}) {
            const YAML::Node value = m_yaml.member(map, field);
            if (!value.IsDefined() || value.IsNull())
                continue;
            spot = spotOf(value);
            const auto nanos = value.IsScalar() ? perMillion(QString::fromStdString(value.Scalar())) : std::nullopt;
            if (!nanos || *nanos < 0)
                m_yaml.reject(value, Words::tr("%1 is no price of a token").arg(QLatin1StringView(field)));
            return nanos;
        }
        return {};
    }

    Route routeOf(const YAML::Node &params)
    {
        Route route;
        route.model = m_yaml.neededText(params, "model");
        for (const char *field : {"litellm_credential_name", "api_base"})
            if (route.upstream.isEmpty())
                route.upstream = m_yaml.text(params, field);
        if (route.upstream.isEmpty())
            route.upstream = route.model.section(u'/', 0, 0);
        route.weight = int(m_yaml.integer(params, "weight", 0, mostWeight).value_or(1));
        return route;
    }

    LiteLlmEntry entryOf(const YAML::Node &node)
    {
        const YAML::Node params = part(node, "litellm_params");
        const YAML::Node info = part(node, "model_info");
        LiteLlmEntry entry;
        entry.alias = m_yaml.neededText(node, "model_name");
        if (!params.IsDefined()) {
            m_yaml.reject(node, Words::tr("litellm_params is missing here"));
            return entry;
        }
        entry.route = routeOf(params);
        entry.route.price.inputNanos = price(params, info, "input_cost_per_token", entry.input);
        entry.route.price.outputNanos = price(params, info, "output_cost_per_token", entry.output);
        entry.route.price.cachedNanos = price(params, info, "cache_read_input_token_cost", entry.cached);
        entry.begin = spotOf(node);
        entry.model = spotOf(m_yaml.member(params, "model"));
        entry.weight = spotOf(m_yaml.member(params, "weight"));
        entry.inFlow = node.Style() == YAML::EmitterStyle::Flow
            || (params.IsDefined() && params.Style() == YAML::EmitterStyle::Flow);
        if (!info.IsDefined() || !info.IsMap())
            return entry;
        entry.family = familyOf(m_yaml.text(info, "mode"));
        entry.contextTokens = m_yaml.integer(info, "max_input_tokens", 1, 1'000'000'000);
        entry.context = spotOf(m_yaml.member(info, "max_input_tokens"));
        entry.info = spotOf(info);
        return entry;
    }

    // A list of maps with one alias each.
    void readFallbacks(const YAML::Node &settings)
    {
        if (!settings.IsDefined() || !settings.IsMap() || !m_yaml.member(settings, "fallbacks").IsDefined())
            return;
        for (const YAML::Node &entry : m_yaml.maps(settings, "fallbacks"))
            for (const auto &pair : entry.IsMap() ? entry : YAML::Node(YAML::NodeType::Map)) {
                if (!pair.first.IsScalar())
                    continue;
                const QString name = QString::fromStdString(pair.first.Scalar());
                m_file.fallbacks[name] = m_yaml.texts(entry, pair.first.Scalar().c_str());
                m_file.fallbackLists[name] = spotOf(pair.second);
            }
    }

    StrictYaml m_yaml;
    LiteLlmFile m_file;
};

std::optional<qint64> dearer(std::optional<qint64> a, std::optional<qint64> b)
{
    return a && b ? std::max(a, b) : a ? a : b;
}

// Of several routes the dearest, and the window that every route has, as the adapter tells it.
void add(Alias &alias, const LiteLlmEntry &entry)
{
    const Price &price = entry.route.price;
    alias.routes << entry.route;
    alias.price.inputNanos = dearer(alias.price.inputNanos, price.inputNanos);
    alias.price.outputNanos = dearer(alias.price.outputNanos, price.outputNanos);
    alias.price.cachedNanos = dearer(alias.price.cachedNanos, price.cachedNanos);
    if (entry.contextTokens && (!alias.contextTokens || *entry.contextTokens < *alias.contextTokens))
        alias.contextTokens = entry.contextTokens;
    if (!entry.family.isEmpty() && !alias.families.contains(entry.family))
        alias.families << entry.family;
}

} // namespace

Result<LiteLlmFile> readLiteLlm(const QByteArray &text)
{
    return Reader().read(text);
}

QList<Alias> aliasesOf(const LiteLlmFile &file)
{
    QList<Alias> aliases;
    for (const LiteLlmEntry &entry : file.entries) {
        auto at = std::ranges::find(aliases, entry.alias, &Alias::name);
        if (at == aliases.end()) {
            aliases.emplaceBack();
            at = aliases.end() - 1;
            at->name = entry.alias;
            at->fallbacks = file.fallbacks.value(entry.alias);
            at->strategy = file.strategy;
        }
        add(*at, entry);
    }
    for (Alias &alias : aliases)
        for (Route &route : alias.routes)
            if (route.price == alias.price)
                route.price = {};
    return aliases;
}

} // namespace workspace
