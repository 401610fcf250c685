// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/difference_view.h"
#include "cli/json.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

using aliases::Difference;

static QString nameOf(Difference::What what)
{
    switch (what) {
    case Difference::What::Added:
        return u"added"_s;
    case Difference::What::Removed:
        return u"removed"_s;
    case Difference::What::Changed:
        break;
    }
    return u"changed"_s;
}

QJsonArray jsonOf(const QList<Difference> &differences)
{
    QJsonArray items;
    for (const Difference &line : differences)
        items.append(
            QJsonObject{{u"alias"_s, line.alias}, {u"what"_s, nameOf(line.what)}, {u"field"_s, textOrNull(line.field)},
                {u"before"_s, textOrNull(line.before)}, {u"after"_s, textOrNull(line.after)}});
    return items;
}

static QStringList rowOf(const Difference &line)
{
    const QString sign = line.what == Difference::What::Added ? u"+"_s
        : line.what == Difference::What::Removed              ? u"-"_s
                                                              : u"~"_s;
    const QString none = line.what == Difference::What::Changed ? Words::tr("not told") : QString();
    return {sign, line.alias, line.field.isEmpty() ? Words::tr("alias") : line.field,
        line.before.isEmpty() ? none : line.before, line.after.isEmpty() ? none : line.after};
}

void printDifferences(Context &context, const QList<Difference> &differences)
{
    if (differences.isEmpty())
        return context.out.line(Words::tr("no difference"));
    Table rows{{QString(), Words::tr("ALIAS"), Words::tr("WHAT"), Words::tr("BEFORE"), Words::tr("AFTER")}};
    for (const Difference &line : differences)
        rows << rowOf(line);
    context.out.table(rows);
}

} // namespace cli
