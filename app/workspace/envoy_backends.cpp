// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/envoy_backends.h"
#include "workspace/envoy_resources.h"
#include "workspace/words.h"
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;
using proxy::UpstreamKind;

namespace workspace::envoy {

QString EnvoyBackends::nameFor(const proxy::UpstreamConfig &upstream)
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
        gatewayName() + u'-' + (plain.isEmpty() ? u"upstream"_s : plain.first(qMin(plain.size(), qsizetype(40))));
    QString free = base;
    for (int n = 2; m_taken.contains(free); ++n)
        free = base + u"-%1"_s.arg(n);
    m_taken << free;
    return name = free;
}

static Yaml endpointOf(const QUrl &base)
{
    const int port = base.port(base.scheme() == "https"_L1 ? 443 : 80);
    const bool number = !QHostAddress(base.host()).isNull();
    Yaml place = mapOf(number ? "address" : "hostname", Yaml::text(base.host()));
    place.put("port", Yaml::number(port));
    return mapOf(number ? "ip" : "fqdn", std::move(place));
}

void EnvoyBackends::add(const proxy::UpstreamConfig &upstream)
{
    const QString name = nameFor(upstream);
    const QUrl base(QString::fromStdString(upstream.baseUrl));
    m_text.document(
        resource(latin(envoyGroup) + u"/v1alpha1"_s, u"Backend"_s, name, mapOf("endpoints", listOf(endpointOf(base)))));
    if (base.scheme() == "https"_L1)
        tls(name, base.host(), upstream);
    Yaml spec = mapOf("schema", schemaOf(upstream, base));
    spec.put("backendRef", reference(envoyGroup, u"Backend"_s, name));
    m_text.document(resource(latin(aiGroup) + u"/v1alpha1"_s, u"AIServiceBackend"_s, name, std::move(spec)));
    if (!upstream.keyRef.empty())
        security(name, upstream);
}

void EnvoyBackends::tls(const QString &name, const QString &host, const proxy::UpstreamConfig &upstream)
{
    Yaml validation = Yaml::map();
    if (upstream.caFile.empty())
        validation.put("wellKnownCACertificates", Yaml::text(u"System"_s));
    else
        validation.put("caCertificateRefs", listOf(reference("", u"ConfigMap"_s, name + u"-ca"_s)));
    Yaml spec = mapOf("targetRefs", listOf(reference(envoyGroup, u"Backend"_s, name)));
    spec.put("validation", std::move(validation.put("hostname", Yaml::text(host))));
    m_text.document(
        resource(latin(kubernetesGroup) + u"/v1alpha3"_s, u"BackendTLSPolicy"_s, name + u"-tls"_s, std::move(spec)));
    if (!upstream.caFile.empty())
        m_text.lacks(Words::tr("upstream \"%1\": ca_file; put it into a ConfigMap %2-ca under the key ca.crt")
                         .arg(QString::fromStdString(upstream.name), name));
}

// Its interface for Gemini is the one that speaks OpenAI.
Yaml EnvoyBackends::schemaOf(const proxy::UpstreamConfig &upstream, const QUrl &base)
{
    QString prefix = base.path();
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    const bool gemini = upstream.kind == UpstreamKind::Gemini;
    if (gemini)
        m_text.lacks(Words::tr("upstream \"%1\": calls in Gemini's own form; it is reached over its OpenAI form")
                         .arg(QString::fromStdString(upstream.name)));
    Yaml out = mapOf("name", Yaml::text(upstream.kind == UpstreamKind::Anthropic ? u"Anthropic"_s : u"OpenAI"_s));
    return std::move(out.put("prefix", Yaml::text(gemini ? prefix + u"/openai"_s : prefix)));
}

void EnvoyBackends::security(const QString &name, const proxy::UpstreamConfig &upstream)
{
    const bool anthropic = upstream.kind == UpstreamKind::Anthropic;
    const QString secret = name + u"-key"_s;
    Yaml spec = mapOf("targetRefs", listOf(reference(aiGroup, u"AIServiceBackend"_s, name)));
    spec.put("type", Yaml::text(anthropic ? u"AnthropicAPIKey"_s : u"APIKey"_s));
    spec.put(anthropic ? "anthropicAPIKey" : "apiKey", mapOf("secretRef", mapOf("name", Yaml::text(secret))));
    m_text.document(resource(latin(aiGroup) + u"/v1alpha1"_s, u"BackendSecurityPolicy"_s, name, std::move(spec)));
    m_text.lacks(Words::tr("upstream \"%1\": its key (%2); make the Secret %3 with it under the key apiKey")
                     .arg(QString::fromStdString(upstream.name), QString::fromStdString(upstream.keyRef), secret));
}

} // namespace workspace::envoy
