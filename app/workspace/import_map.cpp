// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/import_map.h"
#include "workspace/words.h"
#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace workspace {

static void checkField(StrictYaml &yaml, const YAML::Node &at, const QString &field)
{
    const QStringList known = usage::importFields();
    if (!known.contains(field))
        yaml.reject(at, Words::tr("there is no field \"%1\"; known: %2").arg(field, known.join(u", "_s)));
}

tl::expected<usage::ImportMap, FileProblem> readImportMap(const QByteArray &text)
{
    StrictYaml yaml;
    const YAML::Node root = yaml.load(text);
    usage::ImportMap map;
    yaml.fields(root, {"columns", "constants", "time_zone"});
    map.columns = yaml.pairs(root, "columns");
    map.constants = yaml.pairs(root, "constants");
    if (!yaml.problem()) {
        for (const QString &field : std::as_const(map.columns))
            checkField(yaml, yaml.member(root, "columns"), field);
        for (const QString &field : map.constants.keys())
            checkField(yaml, yaml.member(root, "constants"), field);
    }
    const QString zone = yaml.text(root, "time_zone");
    if (!zone.isEmpty())
        map.zone = QTimeZone(zone.toUtf8());
    if (!map.zone.isValid())
        yaml.reject(yaml.member(root, "time_zone"), Words::tr("\"%1\" is no time zone").arg(zone));
    if (yaml.problem())
        return tl::unexpected<FileProblem>(*yaml.problem());
    return map;
}

} // namespace workspace
