// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/config.h"
#include <yaml-cpp/yaml.h>

namespace workspace {

void readTls(StrictYaml &yaml, const YAML::Node &root, proxy::Options &options)
{
    const YAML::Node tls = yaml.member(root, "tls");
    if (!tls.IsDefined())
        return;
    yaml.fields(tls, {"cert", "key"});
    options.certFile = yaml.neededText(tls, "cert").toStdString();
    options.keyFile = yaml.neededText(tls, "key").toStdString();
}

} // namespace workspace
