// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan_view.h"
#include "cli/words.h"
#include <algorithm>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

static QJsonObject jsonOf(const changes::PlanRow &row)
{
    QJsonArray fields;
    for (const changes::PlanField &field : row.fields)
        fields.append(QJsonObject{{u"name"_s, field.name}, {u"applied"_s, field.applied}, {u"file"_s, field.file},
            {u"server"_s, field.server}, {u"since"_s, changes::nameOf(field.since)}});
    return {{u"object"_s, changes::objectOf(row.change)}, {u"name"_s, row.name},
        {u"action"_s, changes::nameOf(changes::verbOf(row.change))}, {u"since"_s, changes::nameOf(row.since)},
        {u"removed"_s, row.removed}, {u"fields"_s, fields}};
}

QJsonObject jsonOf(const changes::PlanDiff &diff, const QString &profile)
{
    QJsonArray rows;
    for (const changes::PlanRow &row : diff.rows)
        rows.append(jsonOf(row));
    return {{u"profile"_s, profile}, {u"rows"_s, rows}, {u"same"_s, diff.same},
        {u"unmanaged"_s, QJsonArray::fromStringList(diff.unmanaged)},
        {u"unmanaged_aliases"_s, QJsonArray::fromStringList(diff.unmanagedAliases)}};
}

static QString shown(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
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

static bool isAlias(const changes::PlanRow &row)
{
    return std::holds_alternative<changes::AliasChange>(row.change);
}

static QString objectOf(const changes::PlanRow &row)
{
    return isAlias(row) ? Words::tr("alias") : Words::tr("key");
}

void printDiff(Context &context, const changes::PlanDiff &diff)
{
    Table rows{{Words::tr("OBJECT"), Words::tr("NAME"), Words::tr("ACTION"), Words::tr("FIELD"), Words::tr("APPLIED"),
        Words::tr("FILE"), Words::tr("GATEWAY"), Words::tr("WHY")}};
    for (const changes::PlanRow &row : diff.rows) {
        if (row.fields.isEmpty())
            rows << QStringList{objectOf(row), row.name, actionOf(row), {}, {}, {}, {}, wordsOf(row.since)};
        for (const changes::PlanField &field : row.fields)
            rows << QStringList{objectOf(row), row.name, actionOf(row), field.name, shown(field.applied),
                shown(field.file), shown(field.server), wordsOf(field.since)};
    }
    if (!diff.rows.isEmpty())
        context.out.table(rows);
    const bool both = std::ranges::any_of(diff.rows, isAlias) || !diff.unmanagedAliases.isEmpty();
    const QString counts = both
        ? Words::tr("%1 keys and aliases differ, %2 are as declared, %3 keys are not declared and left alone")
        : Words::tr("%1 keys differ, %2 are as declared, %3 are not declared and left alone");
    context.out.note(counts.arg(diff.rows.size()).arg(diff.same).arg(diff.unmanaged.size()));
    if (!diff.unmanagedAliases.isEmpty())
        context.out.note(Words::tr(
            "%n alias(es) of the gateway are not declared and left alone", nullptr, int(diff.unmanagedAliases.size())));
}

} // namespace cli
