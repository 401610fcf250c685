// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace guards {

// The translation context of this part: Words::tr("...").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace guards
