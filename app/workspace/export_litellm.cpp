// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exports.h"
#include "workspace/litellm_file.h"
#include "workspace/words.h"
#include "workspace/yaml_out.h"
#include <QSet>
#include <set>

using namespace Qt::StringLiterals;
using proxy::Strategy;
using proxy::UpstreamKind;

// Format: docs.litellm.ai/docs/proxy/configs and .../routing (model_list, litellm_params, router_settings).
namespace workspace {

namespace {

Yaml perToken(std::int64_t nanos)
{
    return Yaml::decimal(usdPerToken(nanos));
}

Yaml seconds(std::int64_t ms)
{
    return Yaml::decimal(u"%1.%2"_s.arg(ms / 1000).arg(ms % 1000, 3, 10, QLatin1Char('0')));
}

// Lives for one export.
class LiteLlm
{
public:
    explicit LiteLlm(const GatewayConfig &config) : m_config(config) {}

    Exported write()
    {
        Yaml models = Yaml::list();
        for (const proxy::AliasConfig &alias : m_config.options.aliases)
            addAlias(models, alias);
        Yaml root = Yaml::map();
        root.put("model_list", std::move(models)).put("router_settings", router());
        Yaml general = Yaml::map();
        root.put(
            "general_settings", std::move(general.put("master_key", Yaml::text(u"os.environ/LITELLM_MASTER_KEY"_s))));
        missingElsewhere();
        const QString title = Words::tr("LiteLLM proxy: litellm --config FILE, with LITELLM_MASTER_KEY set");
        return {exportHead(title, m_missing) + root.toText(), m_missing};
    }

private:
    void lacks(const QString &what) { m_missing << what; }

    void addAlias(Yaml &models, const proxy::AliasConfig &alias)
    {
        const QString name = QString::fromStdString(alias.name);
        int order = 0;
        for (const proxy::RouteConfig &route : alias.routes) {
            const proxy::UpstreamConfig *upstream = upstreamOf(m_config, route.upstream);
            if (upstream)
                models.add(deployment(alias, route, *upstream, ++order));
            else
                lacks(Words::tr("alias \"%1\": the route %2/%3, which Gatewright answers by itself")
                          .arg(name, QString::fromStdString(route.upstream), QString::fromStdString(route.model)));
        }
        if (order == 0)
            lacks(Words::tr("alias \"%1\": no route is left").arg(name));
        if (alias.families.size() > 1)
            lacks(Words::tr("alias \"%1\": only the families %2").arg(name, qtTexts(alias.families).join(u", "_s)));
    }

    Yaml deployment(const proxy::AliasConfig &alias, const proxy::RouteConfig &route,
        const proxy::UpstreamConfig &upstream, int order)
    {
        Yaml params = Yaml::map();
        params.put("model", Yaml::text(nameOf(upstream.kind) + u'/' + QString::fromStdString(route.model)));
        params.put("api_base", Yaml::text(baseOf(upstream)));
        const QString variable = variableOf(upstream);
        params.put("api_key", Yaml::text(variable.isEmpty() ? u"none"_s : u"os.environ/"_s + variable));
        if (alias.strategy == Strategy::Ordered)
            params.put("order", Yaml::number(order));
        else
            params.put("weight", Yaml::number(route.weight));
        putPrice(params, route.price ? route.price : alias.price);
        if (route.times.totalMs > 0)
            params.put("timeout", seconds(route.times.totalMs));
        missingTimes(alias, route);
        Yaml out = Yaml::map();
        out.put("model_name", Yaml::text(QString::fromStdString(alias.name))).put("litellm_params", std::move(params));
        if (const QString mode = modeOf(alias); !mode.isEmpty()) {
            Yaml info = Yaml::map();
            out.put("model_info", std::move(info.put("mode", Yaml::text(mode))));
        }
        return out;
    }

    // LiteLLM puts /v1/messages behind the base of Anthropic, and /models/... behind that of Gemini.
    QString baseOf(const proxy::UpstreamConfig &upstream)
    {
        QString base = QString::fromStdString(upstream.baseUrl);
        while (base.endsWith(u'/'))
            base.chop(1);
        if (upstream.kind != UpstreamKind::Anthropic)
            return base;
        if (base.endsWith("/v1"_L1))
            base.chop(3);
        else if (!m_told.contains(base))
            lacks(Words::tr("upstream \"%1\": a base_url that does not end in /v1; LiteLLM adds /v1/messages")
                      .arg(QString::fromStdString(upstream.name)));
        m_told.insert(base);
        return base;
    }

    static void putPrice(Yaml &params, const std::optional<proxy::Price> &price)
    {
        if (!price)
            return;
        params.put("input_cost_per_token", perToken(price->input));
        params.put("output_cost_per_token", perToken(price->output));
        if (price->cached)
            params.put("cache_read_input_token_cost", perToken(*price->cached));
    }

    static QString modeOf(const proxy::AliasConfig &alias)
    {
        const std::string family = alias.families.size() == 1 ? alias.families.front() : std::string();
        return family == "embeddings" ? u"embedding"_s
            : family == "images"      ? u"image_generation"_s
            : family == "responses"   ? u"responses"_s
            : family == "chat"        ? u"chat"_s
                                      : QString();
    }

    void missingTimes(const proxy::AliasConfig &alias, const proxy::RouteConfig &route)
    {
        const proxy::RouteTimes &times = route.times;
        if (times.connectMs > 0 || times.firstByteMs > 0 || times.idleMs > 0)
            lacks(Words::tr("alias \"%1\", route %2/%3: its limits for connecting, the first byte and silence")
                      .arg(QString::fromStdString(alias.name), QString::fromStdString(route.upstream),
                          QString::fromStdString(route.model)));
    }

    // One strategy serves all aliases there. Those that have something to choose decide; when they differ it is by weight.
    Yaml router()
    {
        const proxy::Limits &limits = m_config.options.limits;
        std::set<Strategy> wanted;
        for (const proxy::AliasConfig &alias : m_config.options.aliases)
            if (alias.strategy != Strategy::Ordered && alias.routes.size() > 1)
                wanted.insert(alias.strategy);
        const Strategy common = wanted.size() == 1 ? *wanted.begin() : Strategy::Weighted;
        for (const proxy::AliasConfig &alias : m_config.options.aliases)
            if (alias.strategy != common && alias.strategy != Strategy::Ordered && alias.routes.size() > 1)
                lacks(Words::tr("alias \"%1\": its own strategy; LiteLLM has one for all aliases")
                          .arg(QString::fromStdString(alias.name)));
        Yaml out = Yaml::map();
        out.put("routing_strategy", Yaml::text(strategyOf(common)));
        if (common == Strategy::Weighted)
            out.put("enable_weighted_failover", Yaml::flag(true));
        out.put("num_retries", Yaml::number(limits.mostAttempts - 1)).put("timeout", seconds(limits.totalMs));
        if (Yaml fallbacks = fallbacksOf(); !fallbacks.isEmpty())
            out.put("fallbacks", std::move(fallbacks));
        out.put("allowed_fails", Yaml::number(limits.breakerFailures));
        return std::move(out.put("cooldown_time", seconds(limits.breakerRestMs)));
    }

    // A list of maps with one alias each.
    Yaml fallbacksOf()
    {
        const proxy::AliasLookup known = aliasesOf(m_config);
        Yaml out = Yaml::list();
        for (const proxy::AliasConfig &alias : m_config.options.aliases) {
            QStringList names;
            for (const std::string &name : proxy::namesBehind(known, alias))
                if (goesOut(m_config, *known(name)))
                    names << QString::fromStdString(name);
            Yaml entry = Yaml::map();
            if (!names.isEmpty())
                out.add(std::move(entry.put(QString::fromStdString(alias.name), Yaml::texts(names))));
        }
        return out;
    }

    static QString strategyOf(Strategy strategy)
    {
        return strategy == Strategy::Cheapest ? u"cost-based-routing"_s
            : strategy == Strategy::Fastest   ? u"latency-based-routing"_s
                                              : u"simple-shuffle"_s;
    }

    void missingElsewhere()
    {
        for (const proxy::UpstreamConfig &upstream : m_config.options.upstreams) {
            const QString name = QString::fromStdString(upstream.name);
            const QString ref = QString::fromStdString(upstream.keyRef);
            if (!ref.isEmpty() && !ref.startsWith("env:"_L1))
                lacks(Words::tr("upstream \"%1\": its key lies at %2; set the variable %3 to it")
                          .arg(name, ref, variableOf(upstream)));
            if (!upstream.caFile.empty())
                lacks(Words::tr("upstream \"%1\": ca_file; set SSL_CERT_FILE for LiteLLM").arg(name));
        }
        m_missing << foreignFallbacks(m_config)
                  << foreignKeys(m_config,
                         Words::tr("LiteLLM keeps keys in its database; make it there with POST /key/generate"));
        if (m_config.listen)
            lacks(Words::tr("listen: start it with --host %1 --port %2")
                      .arg(m_config.listen->host)
                      .arg(m_config.listen->port));
        lacks(Words::tr("the retry budget, and the limits of heads, bodies and connections"));
    }

    const GatewayConfig &m_config;
    QStringList m_missing;
    QSet<QString> m_told;
};

} // namespace

Exported asLiteLlm(const GatewayConfig &config)
{
    return LiteLlm(config).write();
}

} // namespace workspace
