// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan_view.h"
#include "cli/words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

static QJsonObject jsonOf(const changes::PlanRow &row)
{
    QJsonArray fields;
    for (const changes::PlanField &field : row.fields)
        fields.append(QJsonObject{{u"name"_s, field.name}, {u"applied"_s, field.applied}, {u"file"_s, field.file},
            {u"server"_s, field.server}, {u"since"_s, changes::nameOf(field.since)}});
    return {{u"name"_s, row.name}, {u"action"_s, changes::nameOf(changes::verbOf(row.change))},
        {u"since"_s, changes::nameOf(row.since)}, {u"removed"_s, row.removed}, {u"fields"_s, fields}};
}

QJsonObject jsonOf(const changes::PlanDiff &diff, const QString &profile)
{
    QJsonArray rows;
    for (const changes::PlanRow &row : diff.rows)
        rows.append(jsonOf(row));
    return {{u"profile"_s, profile}, {u"rows"_s, rows}, {u"same"_s, diff.same},
        {u"unmanaged"_s, QJsonArray::fromStringList(diff.unmanaged)}};
}

static QString shown(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isNull() ? Words::tr("none") : value.toVariant().toString();
}

static QString wordsOf(changes::Since since)
{
    switch (since) {
    case changes::Since::File:
        return Words::tr("changed in the file");
    case changes::Since::Server:
        return Words::tr("changed on the gateway since");
    case changes::Since::Both:
        return Words::tr("changed on both sides");
    }
    return {};
}

static QString actionOf(const changes::PlanRow &row)
{
    switch (changes::verbOf(row.change)) {
    case changes::Verb::Create:
        return Words::tr("create");
    case changes::Verb::Delete:
        return Words::tr("delete, with --prune");
    default:
        return Words::tr("change");
    }
}

void printDiff(Context &context, const changes::PlanDiff &diff)
{
    Table rows{{Words::tr("KEY"), Words::tr("ACTION"), Words::tr("FIELD"), Words::tr("APPLIED"), Words::tr("FILE"),
        Words::tr("GATEWAY"), Words::tr("WHY")}};
    for (const changes::PlanRow &row : diff.rows) {
        if (row.fields.isEmpty())
            rows << QStringList{row.name, actionOf(row), {}, {}, {}, {}, wordsOf(row.since)};
        for (const changes::PlanField &field : row.fields)
            rows << QStringList{row.name, actionOf(row), field.name, shown(field.applied), shown(field.file),
                shown(field.server), wordsOf(field.since)};
    }
    if (!diff.rows.isEmpty())
        context.out.table(rows);
    context.out.note(Words::tr("%1 keys differ, %2 are as declared, %3 are not declared and left alone")
                         .arg(diff.rows.size())
                         .arg(diff.same)
                         .arg(diff.unmanaged.size()));
}

} // namespace cli
