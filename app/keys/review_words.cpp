// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_words.h"
#include "keys/words.h"
#include "text/units.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace keys {

QString inWords(Risk risk)
{
    switch (risk) {
    case Risk::NoOwner:
        return Words::tr("no owner");
    case Risk::NoLimit:
        return Words::tr("no spend limit");
    case Risk::EveryAlias:
        return Words::tr("every alias");
    case Risk::Unused:
        return Words::tr("unused for %n day(s)", nullptr, unusedDays);
    case Risk::PastReview:
        return Words::tr("past its review date");
    case Risk::Expiring:
        return Words::tr("expires within %n day(s)", nullptr, expiringDays);
    case Risk::Expired:
        return Words::tr("expired");
    }
    return {};
}

QString inWords(Decision decision)
{
    switch (decision) {
    case Decision::None:
        break;
    case Decision::Keep:
        return Words::tr("keep");
    case Decision::Narrow:
        return Words::tr("narrow");
    case Decision::Disable:
        return Words::tr("disable");
    case Decision::Delete:
        return Words::tr("delete");
    }
    return Words::tr("undecided");
}

QString risksInWords(const ReviewRow &row)
{
    QStringList words;
    for (const Risk risk : row.risks)
        words << inWords(risk);
    return words.join(u", "_s);
}

QString ownerOf(const ReviewRow &row)
{
    return row.key.passport.owner.isEmpty() ? Words::tr("none") : row.key.passport.owner;
}

QString reasonOf(const ReviewRow &row)
{
    QStringList parts{row.key.passport.purpose, row.key.passport.ticket};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString scopeOf(const ReviewRow &row)
{
    const Key &key = row.key;
    QStringList parts{key.aliases.isEmpty() ? Words::tr("every alias") : key.aliases.join(u", "_s)};
    for (const QStringList &more : {key.families, key.upstreams, key.networks})
        if (!more.isEmpty())
            parts << more.join(u", "_s);
    if (!key.group.isEmpty())
        parts << Words::tr("group %1").arg(key.group);
    return parts.join(u"; "_s);
}

QString reachOf(const ReviewRow &row)
{
    if (!row.reachKnown)
        return Words::tr("the catalog is not known");
    const QString reach = row.reach.isEmpty() ? Words::tr("nothing") : row.reach.join(u", "_s);
    return row.gone.isEmpty() ? reach : Words::tr("%1; not in the catalog: %2").arg(reach, row.gone.join(u", "_s));
}

QString possibleOf(const ReviewRow &row)
{
    return row.mostPerMonth ? text::money(row.mostPerMonth, u"USD"_s) : Words::tr("no limit");
}

QString lastUseOf(const ReviewRow &row)
{
    if (row.lastUse)
        return row.lastUse->toUTC().date().toString(Qt::ISODate);
    return row.useKnown ? Words::tr("never") : Words::tr("unknown");
}

static QString stateOf(const Key &key, const QList<Risk> &risks)
{
    if (risks.contains(Risk::Expired))
        return Words::tr("expired");
    return key.enabled ? Words::tr("enabled") : Words::tr("disabled");
}

static QStringList cellsOf(const ReviewRow &row)
{
    return {row.key.name, ownerOf(row), reasonOf(row), stateOf(row.key, row.risks), scopeOf(row), reachOf(row),
        possibleOf(row), lastUseOf(row), row.key.passport.reviewDate.toString(Qt::ISODate), risksInWords(row),
        inWords(row.decision), row.note};
}

QList<QStringList> tableOf(const QList<ReviewRow> &rows)
{
    QList<QStringList> table{{Words::tr("Key"), Words::tr("Owner"), Words::tr("Reason"), Words::tr("State"),
        Words::tr("Scope"), Words::tr("Can call"), Words::tr("Most in 31 days"), Words::tr("Last use"),
        Words::tr("Review date"), Words::tr("Risks"), Words::tr("Decision"), Words::tr("Note")}};
    for (const ReviewRow &row : rows)
        table << cellsOf(row);
    return table;
}

static QString shown(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray all = value.toArray();
        const bool texts = std::ranges::all_of(all, [](const auto &each) { return each.isString(); });
        QStringList words;
        for (const auto &each : all)
            words << each.toString();
        return all.isEmpty() ? Words::tr("none")
            : texts          ? words.join(u", "_s)
                             : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
    }
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    return value.toString().isEmpty() ? Words::tr("none") : value.toString();
}

QString inWords(const ReviewDifference &difference)
{
    switch (difference.what) {
    case ReviewDifference::What::Added:
        return Words::tr("new");
    case ReviewDifference::What::Removed:
        return Words::tr("gone");
    case ReviewDifference::What::Changed:
        break;
    }
    return u"%1: %2 → %3"_s.arg(difference.field, shown(difference.before), shown(difference.after));
}

QString risksInShort(const QList<ReviewRow> &rows)
{
    QStringList parts;
    for (const Risk risk : everyRisk) {
        const auto count =
            std::ranges::count_if(rows, [risk](const ReviewRow &row) { return row.risks.contains(risk); });
        if (count > 0)
            parts << u"%1: %2"_s.arg(inWords(risk), QLocale().toString(qlonglong(count)));
    }
    return parts.join(u"; "_s);
}

} // namespace keys
