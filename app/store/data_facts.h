// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/data_facts.h"
#include "sql/database.h"
#include <QJsonObject>

namespace store {

// As it is stored and as `gwctl profile facts --json` gives it; what is not known is null.
QJsonObject factsJson(const DataFacts &facts);
// All unknown where nobody has said anything.
sql::Result<DataFacts> dataFacts(sql::Database &database, const QString &profile);
sql::Result<> putDataFacts(sql::Database &database, const QString &profile, const DataFacts &facts);

} // namespace store
