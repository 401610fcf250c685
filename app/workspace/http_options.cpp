// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/http_options.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int usualProxyPort = 8080;

net::HttpOptions httpOptionsOf(const Profile &profile, const Secret &clientKeyPass)
{
    net::HttpOptions options;
    if (profile.kind == "embedded"_L1) {
        options.proxy = net::HttpOptions::Proxy::None;
        return options;
    }
    options.caFile = profile.caFile;
    options.clientCertFile = profile.clientCertFile;
    options.clientKeyFile = profile.clientKeyFile;
    options.clientKeyPass = clientKeyPass;
    if (profile.proxy.isEmpty())
        return options;
    if (profile.proxy == "none"_L1) {
        options.proxy = net::HttpOptions::Proxy::None;
        return options;
    }
    const QUrl proxy(profile.proxy);
    options.proxy = net::HttpOptions::Proxy::Manual;
    options.proxyHost = proxy.host();
    options.proxyPort = quint16(proxy.port(usualProxyPort));
    return options;
}

} // namespace workspace
