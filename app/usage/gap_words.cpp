// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/gap_words.h"
#include <QCoreApplication>

namespace usage {

QString gapInWords(const QString &why)
{
    static constexpr const char *known[] = {
        QT_TRANSLATE_NOOP("usage", "sync failed"),
        QT_TRANSLATE_NOOP("usage", "the gateway no longer has these rows"),
    };
    for (const char *sentence : known)
        if (why == QLatin1StringView(sentence))
            return QCoreApplication::translate("usage", sentence);
    return why;
}

} // namespace usage
