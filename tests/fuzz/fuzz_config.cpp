// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's configuration file.
#include "fuzz/fuzz.h"
#include "proxy/window.h"
#include "workspace/config.h"
#include <set>

namespace {

void refused(const workspace::FileProblem &problem, const QByteArray &yaml)
{
    fuzz::holds(!problem.what.isEmpty() && !problem.text().isEmpty(), "a refused file says why");
    fuzz::holds(problem.line >= 0 && problem.line <= yaml.count('\n') + yaml.count('\r') + 2, "and in which line");
}

void accepted(const workspace::GatewayConfig &config)
{
    std::set<std::string> upstreams{"scripted"};
    for (const proxy::UpstreamConfig &upstream : config.options.upstreams) {
        fuzz::holds(!upstream.name.empty() && upstream.key.empty(), "an upstream has a name and no secret");
        upstreams.insert(upstream.name);
    }
    for (const proxy::AliasConfig &alias : config.options.aliases) {
        fuzz::holds(!alias.name.empty() && !alias.routes.empty(), "an alias has a name and a route");
        for (const proxy::RouteConfig &route : alias.routes)
            fuzz::holds(upstreams.contains(route.upstream) && route.weight > 0, "a route leads somewhere");
    }
    for (const proxy::KeyConfig &key : config.options.keys) {
        fuzz::holds(!key.name.empty() && !key.secret, "a key has a name and no secret");
        for (const proxy::Budget &budget : key.budgets)
            fuzz::holds(budget.nanos > 0 && proxy::Window::parse(budget.window), "a budget counts");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray yaml(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = workspace::readConfig(yaml);
    if (!read)
        refused(read.error(), yaml);
    else
        accepted(*read);
    const auto again = workspace::readConfig(yaml);
    fuzz::holds(read.has_value() == again.has_value(), "a file means the same each time");
    return 0;
}
