// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exports.h"
#include "workspace/words.h"
#include "workspace/yaml_out.h"
#include <QHostAddress>
#include <QMap>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;
using proxy::Strategy;
using proxy::UpstreamKind;

// Structure: the CRDs of github.com/envoyproxy/ai-gateway (v1alpha1), Envoy Gateway and the Kubernetes Gateway API.
namespace workspace {

namespace {

constexpr const char *ai = "aigateway.envoyproxy.io";
constexpr const char *envoy = "gateway.envoyproxy.io";
constexpr const char *kubernetes = "gateway.networking.k8s.io";
constexpr qsizetype mostRules = 128; // of one AIGatewayRoute
const QString gatewayName = u"gatewright"_s;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

Yaml resource(const QString &version, const QString &kind, const QString &name, Yaml spec)
{
    Yaml metadata = Yaml::map();
    Yaml out = Yaml::map();
    out.put("apiVersion", Yaml::text(version)).put("kind", Yaml::text(kind));
    out.put("metadata", std::move(metadata.put("name", Yaml::text(name))));
    return std::move(out.put("spec", std::move(spec)));
}

Yaml reference(const char *group, const QString &kind, const QString &name)
{
    Yaml out = Yaml::map();
    out.put("group", Yaml::text(latin(group))).put("kind", Yaml::text(kind));
    return std::move(out.put("name", Yaml::text(name)));
}

Yaml listOf(Yaml one)
{
    Yaml out = Yaml::list();
    return std::move(out.add(std::move(one)));
}

Yaml mapOf(const char *name, Yaml value)
{
    Yaml out = Yaml::map();
    return std::move(out.put(name, std::move(value)));
}

// A time as the Gateway API writes it: 90s, 1500ms.
Yaml duration(std::int64_t ms)
{
    const bool whole = ms % 1000 == 0 || ms > 99'999;
    return Yaml::text(whole ? u"%1s"_s.arg((ms + 999) / 1000) : u"%1ms"_s.arg(ms));
}

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
                backend(upstream);
        QList<Yaml> rules;
        for (const proxy::AliasConfig &alias : m_config.options.aliases)
            if (Yaml one = rule(alias); !one.isEmpty())
                rules << one;
        for (qsizetype at = 0; at < rules.size(); at += mostRules)
            routes(rules.mid(at, mostRules), at / mostRules);
        missingElsewhere();
        const QString title = Words::tr("Envoy AI Gateway: kubectl apply -f FILE");
        return {exportHead(title, m_missing) + m_documents.join(u"---\n"_s), m_missing};
    }

private:
    void lacks(const QString &what) { m_missing << what; }
    void document(const Yaml &yaml) { m_documents << yaml.toText(); }

    // A name that Kubernetes takes, one for each upstream.
    QString nameFor(const proxy::UpstreamConfig &upstream)
    {
        static const QRegularExpression other(u"[^a-z0-9]+"_s);
        QString &name = m_names[QString::fromStdString(upstream.name)];
        if (!name.isEmpty())
            return name;
        QString plain = QString::fromStdString(upstream.name).toLower().replace(other, u"-"_s);
        while (plain.endsWith(u'-'))
            plain.chop(1);
        while (plain.startsWith(u'-'))
            plain.remove(0, 1);
        const QString base =
            gatewayName + u'-' + (plain.isEmpty() ? u"upstream"_s : plain.first(qMin(plain.size(), qsizetype(40))));
        QString free = base;
        for (int n = 2; m_taken.contains(free); ++n)
            free = base + u"-%1"_s.arg(n);
        m_taken << free;
        return name = free;
    }

    void front()
    {
        document(resource(latin(kubernetes) + u"/v1"_s, u"GatewayClass"_s, gatewayName,
            mapOf("controllerName", Yaml::text(latin(envoy) + u"/gatewayclass-controller"_s))));
        Yaml listener = Yaml::map();
        listener.put("name", Yaml::text(u"http"_s)).put("protocol", Yaml::text(u"HTTP"_s));
        listener.put("port", Yaml::number(80));
        Yaml spec = mapOf("gatewayClassName", Yaml::text(gatewayName));
        spec.put("listeners", listOf(std::move(listener)));
        document(resource(latin(kubernetes) + u"/v1"_s, u"Gateway"_s, gatewayName, std::move(spec)));
    }

    void backend(const proxy::UpstreamConfig &upstream)
    {
        const QString name = nameFor(upstream);
        const QUrl base(QString::fromStdString(upstream.baseUrl));
        document(
            resource(latin(envoy) + u"/v1alpha1"_s, u"Backend"_s, name, mapOf("endpoints", listOf(endpointOf(base)))));
        if (base.scheme() == "https"_L1)
            tls(name, base.host(), upstream);
        Yaml spec = mapOf("schema", schemaOf(upstream, base));
        spec.put("backendRef", reference(envoy, u"Backend"_s, name));
        document(resource(latin(ai) + u"/v1alpha1"_s, u"AIServiceBackend"_s, name, std::move(spec)));
        if (!upstream.keyRef.empty())
            security(name, upstream);
    }

    static Yaml endpointOf(const QUrl &base)
    {
        const int port = base.port(base.scheme() == "https"_L1 ? 443 : 80);
        const bool number = !QHostAddress(base.host()).isNull();
        Yaml place = mapOf(number ? "address" : "hostname", Yaml::text(base.host()));
        place.put("port", Yaml::number(port));
        return mapOf(number ? "ip" : "fqdn", std::move(place));
    }

    void tls(const QString &name, const QString &host, const proxy::UpstreamConfig &upstream)
    {
        Yaml validation = Yaml::map();
        if (upstream.caFile.empty())
            validation.put("wellKnownCACertificates", Yaml::text(u"System"_s));
        else
            validation.put("caCertificateRefs", listOf(reference("", u"ConfigMap"_s, name + u"-ca"_s)));
        Yaml spec = mapOf("targetRefs", listOf(reference(envoy, u"Backend"_s, name)));
        spec.put("validation", std::move(validation.put("hostname", Yaml::text(host))));
        document(
            resource(latin(kubernetes) + u"/v1alpha3"_s, u"BackendTLSPolicy"_s, name + u"-tls"_s, std::move(spec)));
        if (!upstream.caFile.empty())
            lacks(Words::tr("upstream \"%1\": ca_file; put it into a ConfigMap %2-ca under the key ca.crt")
                      .arg(QString::fromStdString(upstream.name), name));
    }

    // Its interface for Gemini is the one that speaks OpenAI.
    Yaml schemaOf(const proxy::UpstreamConfig &upstream, const QUrl &base)
    {
        QString prefix = base.path();
        while (prefix.endsWith(u'/'))
            prefix.chop(1);
        const bool gemini = upstream.kind == UpstreamKind::Gemini;
        if (gemini)
            lacks(Words::tr("upstream \"%1\": calls in Gemini's own form; it is reached over its OpenAI form")
                      .arg(QString::fromStdString(upstream.name)));
        Yaml out = mapOf("name", Yaml::text(upstream.kind == UpstreamKind::Anthropic ? u"Anthropic"_s : u"OpenAI"_s));
        return std::move(out.put("prefix", Yaml::text(gemini ? prefix + u"/openai"_s : prefix)));
    }

    void security(const QString &name, const proxy::UpstreamConfig &upstream)
    {
        const bool anthropic = upstream.kind == UpstreamKind::Anthropic;
        const QString secret = name + u"-key"_s;
        Yaml spec = mapOf("targetRefs", listOf(reference(ai, u"AIServiceBackend"_s, name)));
        spec.put("type", Yaml::text(anthropic ? u"AnthropicAPIKey"_s : u"APIKey"_s));
        spec.put(anthropic ? "anthropicAPIKey" : "apiKey", mapOf("secretRef", mapOf("name", Yaml::text(secret))));
        document(resource(latin(ai) + u"/v1alpha1"_s, u"BackendSecurityPolicy"_s, name, std::move(spec)));
        lacks(Words::tr("upstream \"%1\": its key (%2); make the Secret %3 with it under the key apiKey")
                  .arg(QString::fromStdString(upstream.name), QString::fromStdString(upstream.keyRef), secret));
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
            lacks(Words::tr("alias \"%1\": the choice of the %2 route at each call; the order is fixed here")
                      .arg(QString::fromStdString(alias.name),
                          alias.strategy == Strategy::Cheapest ? Words::tr("cheapest") : Words::tr("fastest")));
        return routes;
    }

    Yaml backendRefs(const proxy::AliasConfig &alias, std::int64_t &longestMs)
    {
        Yaml refs = Yaml::list();
        int priority = 0;
        for (const proxy::RouteConfig &route : orderOf(alias)) {
            const proxy::UpstreamConfig *upstream = upstreamOf(m_config, route.upstream);
            if (!upstream) {
                lacks(Words::tr("alias \"%1\": the route %2/%3, which Gatewright answers by itself")
                          .arg(QString::fromStdString(alias.name), QString::fromStdString(route.upstream),
                              QString::fromStdString(route.model)));
                continue;
            }
            Yaml ref = mapOf("name", Yaml::text(nameFor(*upstream)));
            ref.put("modelNameOverride", Yaml::text(QString::fromStdString(route.model)));
            if (alias.strategy == Strategy::Weighted)
                ref.put("weight", Yaml::number(route.weight));
            else
                ref.put("priority", Yaml::number(priority++));
            longestMs = std::max<std::int64_t>(longestMs, route.times.totalMs);
            refs.add(std::move(ref));
            if (route.times.connectMs > 0 || route.times.firstByteMs > 0 || route.times.idleMs > 0)
                lacks(Words::tr("alias \"%1\", route %2/%3: its limits for connecting, the first byte and silence")
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
            lacks(Words::tr("alias \"%1\": no route is left").arg(name));
            return Yaml::map();
        }
        Yaml header = mapOf("type", Yaml::text(u"Exact"_s));
        header.put("name", Yaml::text(u"x-ai-eg-model"_s)).put("value", Yaml::text(name));
        Yaml out = mapOf("matches", listOf(mapOf("headers", listOf(std::move(header)))));
        out.put("backendRefs", std::move(refs));
        out.put("timeouts", mapOf("request", duration(longestMs > 0 ? longestMs : m_config.options.limits.totalMs)));
        if (!alias.families.empty())
            lacks(Words::tr("alias \"%1\": only the families %2").arg(name, qtTexts(alias.families).join(u", "_s)));
        if (alias.price)
            lacks(Words::tr("alias \"%1\": its price").arg(name));
        return out;
    }

    void routes(const QList<Yaml> &rules, qsizetype part)
    {
        const QString name = part == 0 ? gatewayName : gatewayName + u"-%1"_s.arg(part + 1);
        Yaml list = Yaml::list();
        for (const Yaml &one : rules)
            list.add(one);
        Yaml spec = mapOf("parentRefs", listOf(reference(kubernetes, u"Gateway"_s, gatewayName)));
        spec.put("rules", std::move(list));
        document(resource(latin(ai) + u"/v1alpha1"_s, u"AIGatewayRoute"_s, name, std::move(spec)));
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
        Yaml spec = mapOf("targetRefs", listOf(reference(kubernetes, u"HTTPRoute"_s, name)));
        spec.put("retry", std::move(retry)).put("healthCheck", mapOf("passive", std::move(passive)));
        document(resource(latin(envoy) + u"/v1alpha1"_s, u"BackendTrafficPolicy"_s, name, std::move(spec)));
    }

    void missingElsewhere()
    {
        m_missing << foreignKeys(m_config, Words::tr("Envoy checks callers by a SecurityPolicy; write one for it"));
        if (m_config.listen)
            lacks(Words::tr("listen: the Gateway listens on port 80 of its own address"));
        lacks(Words::tr("the retry budget, and the limits of heads, bodies and connections"));
    }

    const GatewayConfig &m_config;
    QStringList m_documents;
    QStringList m_missing;
    QMap<QString, QString> m_names;
    QStringList m_taken;
};

} // namespace

Exported asEnvoy(const GatewayConfig &config)
{
    return Envoy(config).write();
}

} // namespace workspace
