// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/envoy_backends.h"
#include "workspace/envoy_resources.h"
#include "workspace/exports.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;
using proxy::Strategy;
using proxy::UpstreamKind;

namespace workspace {

namespace {

using namespace envoy;

constexpr qsizetype mostRules = 128; // of one AIGatewayRoute
// Lives for one export.
class Envoy
{
public:
    explicit Envoy(const GatewayConfig &config) : m_config(config) {}

    Exported write()
    {
        front();
        for (const proxy::UpstreamConfig &upstream : m_config.options.upstreams)
            if (upstream.kind != UpstreamKind::Scripted)
                m_backends.add(upstream);
        QList<Yaml> rules;
        for (const proxy::AliasConfig &alias : m_config.options.aliases)
            if (Yaml one = rule(alias); !one.isEmpty())
                rules << one;
        for (qsizetype at = 0; at < rules.size(); at += mostRules)
            routes(rules.mid(at, mostRules), at / mostRules);
        missingElsewhere();
        const QString title = Words::tr("Envoy AI Gateway: kubectl apply -f FILE");
        return {exportHead(title, m_text.missing) + m_text.documents.join(u"---\n"_s), m_text.missing};
    }

private:
    void front()
    {
        m_text.document(resource(latin(kubernetesGroup) + u"/v1"_s, u"GatewayClass"_s, gatewayName(),
            mapOf("controllerName", Yaml::text(latin(envoyGroup) + u"/gatewayclass-controller"_s))));
        Yaml listener = Yaml::map();
        listener.put("name", Yaml::text(u"http"_s)).put("protocol", Yaml::text(u"HTTP"_s));
        listener.put("port", Yaml::number(80));
        Yaml spec = mapOf("gatewayClassName", Yaml::text(gatewayName()));
        spec.put("listeners", listOf(std::move(listener)));
        m_text.document(resource(latin(kubernetesGroup) + u"/v1"_s, u"Gateway"_s, gatewayName(), std::move(spec)));
    }

    // The routes in the order in which they are tried; smart aliases are frozen as they are now.
    std::vector<proxy::RouteConfig> orderOf(const proxy::AliasConfig &alias)
    {
        std::vector<proxy::RouteConfig> routes = alias.routes;
        const auto cost = [&alias](const proxy::RouteConfig &route) {
            const std::optional<proxy::Price> &price = route.price ? route.price : alias.price;
            return price ? price->input + price->output : std::numeric_limits<std::int64_t>::max();
        };
        if (alias.strategy == Strategy::Cheapest)
            std::ranges::stable_sort(routes, {}, cost);
        if (alias.strategy == Strategy::Cheapest || alias.strategy == Strategy::Fastest)
            m_text.lacks(Words::tr("alias \"%1\": the choice of the %2 route at each call; the order is fixed here")
                             .arg(QString::fromStdString(alias.name),
                                 alias.strategy == Strategy::Cheapest ? Words::tr("cheapest") : Words::tr("fastest")));
        return routes;
    }

    Yaml backendRefs(const proxy::AliasConfig &alias, std::int64_t &longestMs)
    {
        Yaml refs = Yaml::list();
        int priority = 0;
        std::vector<proxy::RouteConfig> routes = orderOf(alias);
        std::ranges::move(proxy::routesBehind(aliasesOf(m_config), alias), std::back_inserter(routes));
        for (const proxy::RouteConfig &route : routes) {
            const proxy::UpstreamConfig *upstream = upstreamOf(m_config, route.upstream);
            if (!upstream) {
                m_text.lacks(Words::tr("alias \"%1\": the route %2/%3, which Gatewright answers by itself")
                                 .arg(QString::fromStdString(alias.name), QString::fromStdString(route.upstream),
                                     QString::fromStdString(route.model)));
                continue;
            }
            Yaml ref = mapOf("name", Yaml::text(m_backends.nameFor(*upstream)));
            ref.put("modelNameOverride", Yaml::text(QString::fromStdString(route.model)));
            const bool weighted = alias.strategy == Strategy::Weighted && !route.fallback;
            if (weighted)
                ref.put("weight", Yaml::number(route.weight));
            else
                ref.put("priority", Yaml::number(priority++));
            priority = std::max(priority, weighted ? 1 : 0); // those with a weight are all of priority 0
            longestMs = std::max<std::int64_t>(longestMs, route.times.totalMs);
            refs.add(std::move(ref));
            if (route.times.connectMs > 0 || route.times.firstByteMs > 0 || route.times.idleMs > 0)
                m_text.lacks(
                    Words::tr("alias \"%1\", route %2/%3: its limits for connecting, the first byte and silence")
                        .arg(QString::fromStdString(alias.name), QString::fromStdString(route.upstream),
                            QString::fromStdString(route.model)));
        }
        return refs;
    }

    Yaml rule(const proxy::AliasConfig &alias)
    {
        const QString name = QString::fromStdString(alias.name);
        std::int64_t longestMs = 0;
        Yaml refs = backendRefs(alias, longestMs);
        if (refs.isEmpty()) {
            m_text.lacks(Words::tr("alias \"%1\": no route is left").arg(name));
            return Yaml::map();
        }
        Yaml header = mapOf("type", Yaml::text(u"Exact"_s));
        header.put("name", Yaml::text(u"x-ai-eg-model"_s)).put("value", Yaml::text(name));
        Yaml out = mapOf("matches", listOf(mapOf("headers", listOf(std::move(header)))));
        out.put("backendRefs", std::move(refs));
        out.put("timeouts", mapOf("request", duration(longestMs > 0 ? longestMs : m_config.options.limits.totalMs)));
        if (!alias.families.empty())
            m_text.lacks(
                Words::tr("alias \"%1\": only the families %2").arg(name, qtTexts(alias.families).join(u", "_s)));
        if (alias.price)
            m_text.lacks(Words::tr("alias \"%1\": its price").arg(name));
        return out;
    }

    void routes(const QList<Yaml> &rules, qsizetype part)
    {
        const QString name = part == 0 ? gatewayName() : gatewayName() + u"-%1"_s.arg(part + 1);
        Yaml list = Yaml::list();
        for (const Yaml &one : rules)
            list.add(one);
        Yaml spec = mapOf("parentRefs", listOf(reference(kubernetesGroup, u"Gateway"_s, gatewayName())));
        spec.put("rules", std::move(list));
        m_text.document(resource(latin(aiGroup) + u"/v1alpha1"_s, u"AIGatewayRoute"_s, name, std::move(spec)));
        traffic(name);
    }

    // Further attempts and the rest of a failing route belong to the HTTPRoute made of it, which has its name.
    void traffic(const QString &name)
    {
        const proxy::Limits &limits = m_config.options.limits;
        Yaml on =
            mapOf("httpStatusCodes", Yaml::list().add(Yaml::number(500)).add(Yaml::number(502)).add(Yaml::number(503)));
        on.put("triggers", Yaml::texts({u"connect-failure"_s, u"retriable-status-codes"_s}));
        Yaml retry = mapOf("numRetries", Yaml::number(limits.mostAttempts - 1));
        retry.put("retryOn", std::move(on));
        Yaml passive = mapOf("consecutive5XxErrors", Yaml::number(limits.breakerFailures));
        passive.put("baseEjectionTime", duration(limits.breakerRestMs)).put("maxEjectionPercent", Yaml::number(100));
        Yaml spec = mapOf("targetRefs", listOf(reference(kubernetesGroup, u"HTTPRoute"_s, name)));
        spec.put("retry", std::move(retry)).put("healthCheck", mapOf("passive", std::move(passive)));
        m_text.document(resource(latin(envoyGroup) + u"/v1alpha1"_s, u"BackendTrafficPolicy"_s, name, std::move(spec)));
    }

    void missingElsewhere()
    {
        m_text.missing << foreignFallbacks(
            m_config) << foreignKeys(m_config, Words::tr("Envoy checks callers by a SecurityPolicy; write one for it"));
        if (m_config.listen)
            m_text.lacks(Words::tr("listen: the Gateway listens on port 80 of its own address"));
        m_text.lacks(Words::tr("the retry budget, and the limits of heads, bodies and connections"));
    }

    const GatewayConfig &m_config;
    Written m_text;
    EnvoyBackends m_backends{m_text};
};

} // namespace

Exported asEnvoy(const GatewayConfig &config)
{
    return Envoy(config).write();
}

} // namespace workspace
