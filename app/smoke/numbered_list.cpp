// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/numbered_list.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace smoke {

NumberedList readNumberedList(const QString &text)
{
    static const QRegularExpression item(u"^[ \\t]*(\\d{1,6})[.)]"_s, QRegularExpression::MultilineOption);
    NumberedList list;
    for (const auto &match : item.globalMatch(text)) {
        const int number = match.capturedView(1).toInt();
        if (number != list.last + 1 && list.breaksAfter == 0)
            list.breaksAfter = std::max(1, list.last);
        list.last = number;
        ++list.items;
    }
    return list;
}

} // namespace smoke
