// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/strict_yaml.h"
#include "workspace/yaml_out.h"
#include <QJsonObject>
#include <yaml-cpp/yaml.h>

// The aliases in the file of a declared state; amounts are USD a million units ("input_usd: 0.15"). Pure.
namespace workspace {

// The fields that the node names, as changes::settingsOf() an alias has them. `more`: fields of an overlay, read by others.
QJsonObject aliasFieldsIn(StrictYaml &yaml, const YAML::Node &node, const QStringList &more);
Yaml aliasOut(const QString &name, const QJsonObject &fields);

} // namespace workspace
