// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/budget_raise.h"
#include "sql/database.h"
#include <QList>

namespace store {

// Of one profile, the one that ends next first.
sql::Result<QList<BudgetRaise>> budgetRaises(sql::Database &database, const QString &profile);
// A new one, or more for longer: what it was before the first raise stays.
sql::Result<> putBudgetRaise(sql::Database &database, const BudgetRaise &raise);
sql::Result<> noteRaiseFailure(sql::Database &database, qint64 id, const QString &failure);
sql::Result<> removeBudgetRaise(sql::Database &database, qint64 id);

} // namespace store
