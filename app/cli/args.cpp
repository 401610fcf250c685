// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/args.h"

namespace cli {

QString Args::value(const char *option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Args::list(const char *option) const
{
    QStringList out;
    for (const QString &value : values(option))
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            out << part.trimmed();
    return out;
}

} // namespace cli
