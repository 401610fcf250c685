// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/context.h"
#include "guards/guard_service.h"

namespace cli {

QJsonObject jsonOf(const guards::GuardService::Line &line);
QJsonObject jsonOf(const guards::Deed &deed);
// The guards as a table, and that they act only while this program runs.
void printGuards(Context &context, const QList<guards::GuardService::Line> &lines);

} // namespace cli
