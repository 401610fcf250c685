// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/plan.h"
#include "workspace/strict_yaml.h"

// The file of a declared state: YAML, `version: 1`, `keys:` and `aliases:` by name with their settings; never a secret. What it does not
// name is not declared. Pure.
namespace workspace {

tl::expected<changes::Plan, FileProblem> readPlan(const QByteArray &yaml);
// The same form; a key or alias may have `as: NAME` (its name there) or `absent: true`, and fields of its own.
tl::expected<changes::Overlay, FileProblem> readOverlay(const QByteArray &yaml);
// Keys by name, then aliases where there are any, fields in one order, so that two exports of one state are the same bytes.
QString writePlan(const changes::Plan &plan);

} // namespace workspace
