// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/separated.h"
#include <algorithm>
#include <QLocale>

namespace kit {

static bool runs(QChar first)
{
    return QStringLiteral("=+-@\t\r").contains(first);
}

QString guarded(const QString &cell)
{
    if (cell.isEmpty() || !runs(cell.front()))
        return cell;
    bool number = false;
    QLocale::c().toDouble(cell, &number);
    return number ? cell : QLatin1Char('\'') + cell;
}

QString tsvLine(const QStringList &cells)
{
    QStringList out;
    for (QString cell : cells) {
        for (const QChar stop : {QLatin1Char('\t'), QLatin1Char('\n'), QLatin1Char('\r')})
            cell.replace(stop, QLatin1Char(' '));
        out << guarded(cell.simplified());
    }
    return out.join(QLatin1Char('\t')) + QLatin1Char('\n');
}

QString csvLine(const QStringList &cells)
{
    QStringList out;
    for (const QString &cell : cells) {
        QString text = guarded(cell);
        const bool quoted = std::any_of(
            text.cbegin(), text.cend(), [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
        text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        out << (quoted ? QLatin1Char('"') + text + QLatin1Char('"') : text);
    }
    return out.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

} // namespace kit
