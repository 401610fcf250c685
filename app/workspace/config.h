// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include "workspace/strict_yaml.h"
#include <QList>
#include <tl/expected.hpp>

namespace workspace {

// A secret that the file only names ("env:VAR", "file:PATH", "vault:ID"), where it belongs, and where it stands.
struct SecretWish
{
    enum class Of { Upstream, Key };
    Of of = Of::Upstream;
    std::size_t index = 0;
    QString ref;
    FileProblem place; // its line and column

    friend bool operator==(const SecretWish &, const SecretWish &) = default;
};

// An address of this machine with a port.
struct Listen
{
    QString host;
    quint16 port = 0;

    friend bool operator==(const Listen &, const Listen &) = default;
};

// The configuration file of the embedded gateway, read and checked; secrets are still to be fetched.
struct GatewayConfig
{
    std::optional<Listen> listen;
    std::optional<Listen> adminListen;
    proxy::Options options; // upstreams, aliases, keys
    QList<SecretWish> secrets;
    QList<FileProblem> files; // the CA files it names, with their places; `what` is the path
    QList<FileProblem> notes; // no mistakes, but perhaps not meant: an alias that only the database may have
};

// Reads the YAML; the first problem with its line and column.
tl::expected<GatewayConfig, FileProblem> readConfig(const QByteArray &yaml);
// "127.0.0.1:8790", "localhost:0" or "[::1]:8790"; empty: no address with a port. Whether a gateway may listen there
// is decided when it starts.
std::optional<Listen> listenOf(const QString &text);
// Reads tls: {cert, key}, the files of the gateway's own certificate, where the file has it.
void readTls(StrictYaml &yaml, const YAML::Node &root, proxy::Options &options);
// Whether this is a budget's window: lifetime, day, week, month or hours such as 12h.
bool isWindow(const QString &text);

} // namespace workspace
