// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/retirements.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace aliases {

QHash<QString, Retirement> readRetirements(const QByteArray &lines)
{
    QHash<QString, Retirement> all;
    for (const QByteArray &line : lines.split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
        if (words.size() > 1 && !line.startsWith('#'))
            all.insert(words.at(1), {QDate::fromString(words.at(0), Qt::ISODate), words.value(2)});
    }
    return all;
}

static QHash<QString, Retirement> builtIn()
{
    QFile file(u":/models/retirements.txt"_s);
    return file.open(QIODevice::ReadOnly) ? readRetirements(file.readAll()) : QHash<QString, Retirement>();
}

// LiteLLM writes the provider before a model that the list knows without one.
static QString bare(const QString &model)
{
    for (const QLatin1StringView provider : {"openai/"_L1, "anthropic/"_L1})
        if (model.startsWith(provider))
            return model.mid(provider.size());
    return model;
}

static Retirement endOf(const QString &model)
{
    static const QHash<QString, Retirement> all = builtIn();
    const QString name = model.toLower();
    const auto at = all.constFind(name);
    return at != all.constEnd() ? *at : all.value(bare(name));
}

QDate retirementOf(const QString &model)
{
    return endOf(model).day;
}

QString successorOf(const QString &model)
{
    return endOf(model).successor;
}

} // namespace aliases
