// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDate>
#include <QString>

namespace aliases {

// The day on which a model's provider ends it, as the list says that comes with the program (its date and source stand at
// its head, resources/models/retirements.txt). Invalid: none is known.
QDate retirementOf(const QString &model);

} // namespace aliases
