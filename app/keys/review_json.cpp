// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_json.h"
#include "store/json_values.h"
#include "store/key_json.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace keys {

QJsonObject jsonOf(const ReviewRow &row)
{
    QJsonArray risks;
    for (const Risk risk : row.risks)
        risks << nameOf(risk);
    const QString decision = nameOf(row.decision);
    return {{u"key"_s, store::keyJson(row.key)}, {u"reach"_s, QJsonArray::fromStringList(row.reach)},
        {u"gone"_s, QJsonArray::fromStringList(row.gone)}, {u"reach_known"_s, row.reachKnown},
        {u"most_per_month_nanos"_s, store::jsonOf(row.mostPerMonth)}, {u"last_use"_s, store::jsonOf(row.lastUse)},
        {u"use_known"_s, row.useKnown}, {u"risks"_s, risks},
        {u"decision"_s, decision.isEmpty() ? QJsonValue() : QJsonValue(decision)}, {u"note"_s, row.note}};
}

QByteArray contentOf(const QList<ReviewRow> &rows)
{
    QJsonArray all;
    for (const ReviewRow &row : rows)
        all << jsonOf(row);
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

static QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &each : value.toArray())
        texts << each.toString();
    return texts;
}

static ReviewRow rowFrom(const QJsonObject &o)
{
    ReviewRow row;
    row.key = store::keyFrom(o[u"key"_s].toObject());
    row.reach = textsOf(o[u"reach"_s]);
    row.gone = textsOf(o[u"gone"_s]);
    row.reachKnown = o[u"reach_known"_s].toBool();
    row.mostPerMonth = store::numberFrom(o[u"most_per_month_nanos"_s]);
    row.lastUse = store::timeFrom(o[u"last_use"_s]);
    row.useKnown = o[u"use_known"_s].toBool();
    const QStringList risks = textsOf(o[u"risks"_s]);
    for (const Risk risk : everyRisk)
        if (risks.contains(nameOf(risk)))
            row.risks << risk;
    row.decision = decisionNamed(o[u"decision"_s].toString()).value_or(Decision::None);
    row.note = o[u"note"_s].toString();
    return row;
}

Result<QList<ReviewRow>> rowsFrom(const QByteArray &content)
{
    const QJsonDocument document = QJsonDocument::fromJson(content);
    if (!document.isArray())
        return fail(FailureKind::Decode, u"review"_s);
    QList<ReviewRow> rows;
    for (const auto &each : document.array())
        rows << rowFrom(each.toObject());
    return rows;
}

} // namespace keys
