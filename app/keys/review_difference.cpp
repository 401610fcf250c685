// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_difference.h"
#include "changes/plan.h"
#include <algorithm>
#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;

namespace keys {

namespace {

QJsonValue risksOf(const ReviewRow &row)
{
    QJsonArray out;
    for (const Risk risk : row.risks)
        out << nameOf(risk);
    return out;
}

// What the review says of a key, besides its settings.
QJsonObject saidOf(const ReviewRow &row)
{
    QJsonObject out = changes::settingsOf(row.key);
    out.insert(u"reach"_s, QJsonArray::fromStringList(row.reach));
    out.insert(u"risks"_s, risksOf(row));
    return out;
}

QStringList fieldsSaid()
{
    return QStringList{u"name"_s} + changes::planFields() + QStringList{u"reach"_s, u"risks"_s};
}

void compare(QList<ReviewDifference> &out, const ReviewRow &before, const ReviewRow &after)
{
    QJsonObject old = saidOf(before);
    QJsonObject now = saidOf(after);
    old.insert(u"name"_s, before.key.name);
    now.insert(u"name"_s, after.key.name);
    for (const QString &field : fieldsSaid())
        if (old[field] != now[field])
            out << ReviewDifference{
                ReviewDifference::What::Changed, after.key.id, after.key.name, field, old[field], now[field]};
}

} // namespace

QString nameOf(ReviewDifference::What what)
{
    switch (what) {
    case ReviewDifference::What::Added:
        return u"added"_s;
    case ReviewDifference::What::Removed:
        return u"removed"_s;
    case ReviewDifference::What::Changed:
        break;
    }
    return u"changed"_s;
}

QList<ReviewDifference> differences(const QList<ReviewRow> &before, const QList<ReviewRow> &after)
{
    QMap<QString, const ReviewRow *> left; // by id
    for (const ReviewRow &row : before)
        left.insert(row.key.id, &row);
    QList<ReviewDifference> out;
    for (const ReviewRow &row : after) {
        if (const ReviewRow *old = left.take(row.key.id))
            compare(out, *old, row);
        else
            out << ReviewDifference{ReviewDifference::What::Added, row.key.id, row.key.name, {}, {}, {}};
    }
    for (const ReviewRow *gone : std::as_const(left))
        out << ReviewDifference{ReviewDifference::What::Removed, gone->key.id, gone->key.name, {}, {}, {}};
    std::ranges::stable_sort(out, {}, &ReviewDifference::name);
    return out;
}

} // namespace keys
