// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/run_report.h"
#include <QJsonObject>

namespace store {

// A smoke run with all its fields, snake_case; unknown fields are null.
QJsonObject runJson(const RunReport &run);
// The other way round; what is missing stays empty.
RunReport runFrom(const QJsonObject &object);

} // namespace store
