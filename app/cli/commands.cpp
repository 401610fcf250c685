// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include <QtGlobal>

namespace cli {

extern const Command completion;

const QList<const Command *> &commands()
{
    static const QList<const Command *> all{
        &completion,
    };
    return all;
}

const QList<Option> &commonOptions()
{
    static const QList<Option> all{
        {"data-dir", "DIR", QT_TRANSLATE_NOOP("cli", "where everything is kept (or GATEWRIGHT_HOME)")},
        {"profile", "NAME", QT_TRANSLATE_NOOP("cli", "which gateway; default: the only one, or the default one")},
        {"json", "", QT_TRANSLATE_NOOP("cli", "print JSON on stdout")},
        {"limit", "N", QT_TRANSLATE_NOOP("cli", "print at most N rows")},
        {"yes", "", QT_TRANSLATE_NOOP("cli", "do not ask (-y)")},
        {"help", "", QT_TRANSLATE_NOOP("cli", "print this help (-h)")},
    };
    return all;
}

} // namespace cli
