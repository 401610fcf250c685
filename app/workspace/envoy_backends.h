// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include "workspace/yaml_out.h"
#include <QMap>
#include <QStringList>

namespace workspace::envoy {

// What an export has written so far, and what its format cannot hold.
struct Written
{
    QStringList documents;
    QStringList missing;

    void document(const Yaml &yaml) { documents << yaml.toText(); }
    void lacks(const QString &what) { missing << what; }
};

// The upstreams of an export as resources: where each is, over TLS or not, and with which secret. Lives for one export.
class EnvoyBackends
{
public:
    explicit EnvoyBackends(Written &text) : m_text(text) {}

    // A name that Kubernetes takes, one for each upstream.
    QString nameFor(const proxy::UpstreamConfig &upstream);
    void add(const proxy::UpstreamConfig &upstream);

private:
    void tls(const QString &name, const QString &host, const proxy::UpstreamConfig &upstream);
    Yaml schemaOf(const proxy::UpstreamConfig &upstream, const QUrl &base);
    void security(const QString &name, const proxy::UpstreamConfig &upstream);

    Written &m_text;
    QMap<QString, QString> m_names;
    QStringList m_taken;
};

} // namespace workspace::envoy
