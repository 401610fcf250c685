// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/retirements.h"
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace aliases {

using Days = QHash<QString, QDate>;

// Lines "day model"; those that begin with # tell where they come from.
static Days readDays()
{
    Days days;
    QFile file(u":/models/retirements.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return days;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (const qsizetype gap = line.indexOf(' '); gap > 0 && !line.startsWith('#'))
            days.insert(QString::fromUtf8(line.mid(gap + 1)),
                QDate::fromString(QString::fromLatin1(line.left(gap)), Qt::ISODate));
    return days;
}

// LiteLLM writes the provider before a model that the list knows without one.
static QString bare(const QString &model)
{
    for (const QLatin1StringView provider : {"openai/"_L1, "anthropic/"_L1})
        if (model.startsWith(provider))
            return model.mid(provider.size());
    return model;
}

QDate retirementOf(const QString &model)
{
    static const Days days = readDays();
    const QString name = model.toLower();
    const auto at = days.constFind(name);
    return at != days.constEnd() ? *at : days.value(bare(name));
}

} // namespace aliases
