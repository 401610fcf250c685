// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/run_service.h"

using namespace Qt::StringLiterals;

namespace smoke {

static bool wanted(const Check &check, const Plan &plan)
{
    const QStringList &ids = plan.checks;
    if (ids.contains(idOf(check)))
        return true;
    const bool byItself = ids.isEmpty() && isAbout(check, plan.target.kind);
    return !check.optional && (byItself || ids.contains(QString::fromLatin1(check.id)));
}

static Item itemOf(const Check &check, const QString &alias)
{
    Item item;
    item.check = &check;
    item.alias = alias;
    item.report.check = QString::fromLatin1(check.id);
    item.report.variant = QString::fromLatin1(check.variant);
    item.report.title = titleOf(check);
    item.report.alias = alias;
    return item;
}

QList<Item> itemsOf(const Plan &plan)
{
    QList<Item> items;
    for (const Check *check : checks()) {
        if (!wanted(*check, plan))
            continue;
        if (!check->perAlias)
            items << itemOf(*check, {});
        for (const QString &alias : check->perAlias ? plan.aliases : QStringList())
            items << itemOf(*check, alias);
    }
    return items;
}

} // namespace smoke
