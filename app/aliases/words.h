// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QCoreApplication>

namespace aliases {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Aliases)
};

} // namespace aliases
