// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/fallbacks.h"
#include "proxy/scripted/scenarios.h"
#include "workspace/config_reader.h"
#include "workspace/exports.h"
#include "workspace/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

// What aliases fall back on, once all of them are read.
namespace workspace {

bool isBuiltIn(const std::string &alias)
{
    return std::ranges::any_of(
        proxy::scripted::scenarios(), [&](const auto &scenario) { return alias == scenario.name; });
}

proxy::AliasLookup aliasesOf(const GatewayConfig &config)
{
    return [&config](std::string_view name) -> const proxy::AliasConfig * {
        const auto found = std::ranges::find(config.options.aliases, name, &proxy::AliasConfig::name);
        return found == config.options.aliases.end() ? nullptr : &*found;
    };
}

void ConfigReader::fallbacks()
{
    std::vector<proxy::AliasConfig> &aliases = m_config.options.aliases;
    const QList<YAML::Node> nodes = m_yaml.maps(m_root, "aliases");
    for (std::size_t i = 0; i < aliases.size() && qsizetype(i) < nodes.size(); ++i) {
        const QString own = QString::fromStdString(aliases[i].name);
        const auto wrong = [&](const QString &name) {
            if (name == own)
                return Words::tr("an alias cannot fall back on itself");
            const bool known = m_aliases.contains(name) || isBuiltIn(name.toStdString());
            return known ? QString() : Words::tr("no alias \"%1\" is defined in this file").arg(name);
        };
        aliases[i].fallbacks = stdTexts(m_yaml.texts(nodes.at(qsizetype(i)), "fallbacks", wrong));
    }
    for (std::size_t i = 0; !m_yaml.problem() && i < aliases.size(); ++i) {
        const QStringList circle = qtTexts(proxy::circleOf(aliasesOf(m_config), aliases[i]));
        if (!circle.isEmpty())
            m_yaml.reject(m_yaml.member(nodes.at(qsizetype(i)), "fallbacks"),
                Words::tr("these fallbacks go round in a circle: %1").arg(circle.join(u" > "_s)));
    }
}

} // namespace workspace
