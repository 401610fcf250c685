// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace cli {

// The translation context of the command line: Words::tr("...").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace cli
