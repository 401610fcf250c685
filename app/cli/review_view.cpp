// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/review_view.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include "keys/review_json.h"
#include "keys/review_words.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject headOf(const keys::Review &review, const QString &profile)
{
    return {{u"id"_s, review.id == 0 ? QJsonValue() : QJsonValue(review.id)}, {u"profile"_s, profile},
        {u"taken_at"_s, jsonOf(std::optional(review.at))}, {u"by"_s, review.by},
        {u"closed_at"_s, jsonOf(review.closedAt)}, {u"key_count"_s, review.keys}, {u"decided_count"_s, review.decided}};
}

QJsonArray jsonOf(const QList<keys::ReviewDifference> &all)
{
    QJsonArray out;
    for (const keys::ReviewDifference &each : all)
        out << QJsonObject{{u"what"_s, keys::nameOf(each.what)}, {u"key_id"_s, each.keyId}, {u"key"_s, each.name},
            {u"field"_s, textOrNull(each.field)}, {u"before"_s, each.before}, {u"after"_s, each.after}};
    return out;
}

QJsonObject documentOf(const keys::Review &review, const QString &profile, const std::optional<keys::Review> &since,
    const QList<keys::ReviewDifference> &changed)
{
    QJsonArray rows;
    for (const keys::ReviewRow &row : review.rows)
        rows << keys::jsonOf(row);
    QJsonObject out = headOf(review, profile);
    out.insert(u"items"_s, rows);
    out.insert(u"next"_s, QJsonValue());
    out.insert(u"complete"_s, true);
    out.insert(u"since"_s, since ? QJsonValue(since->id) : QJsonValue());
    out.insert(u"differences"_s, jsonOf(changed));
    return out;
}

void printChanges(Context &context, const keys::Review &since, const QList<keys::ReviewDifference> &changed)
{
    context.out.line(changed.isEmpty()
            ? Words::tr("nothing changed since review %1 of %2").arg(since.id).arg(minute(since.at))
            : Words::tr("changed since review %1 of %2:").arg(since.id).arg(minute(since.at)));
    for (const keys::ReviewDifference &each : changed)
        context.out.line(u"  %1, %2"_s.arg(each.name, keys::inWords(each)));
}

} // namespace

void printReview(
    Context &context, const keys::Review &review, const QString &profile, const std::optional<keys::Review> &since)
{
    const auto changed = since ? keys::differences(since->rows, review.rows) : QList<keys::ReviewDifference>();
    context.out.document(documentOf(review, profile, since, changed));
    if (review.rows.isEmpty())
        context.out.note(Words::tr("this gateway has no key"));
    else
        context.out.table(keys::tableOf(review.rows));
    const QString risks = keys::risksInShort(review.rows);
    context.out.line(risks.isEmpty() ? Words::tr("no key needs a look") : risks);
    if (since)
        printChanges(context, *since, changed);
    if (review.id == 0)
        context.out.note(
            Words::tr("to decide and to compare later, keep it: %1").arg(context.hint(u"key review --keep"_s)));
}

void printReviews(Context &context, const QList<keys::Review> &kept, const QString &profile)
{
    QJsonArray items;
    Table rows{{Words::tr("NUMBER"), Words::tr("TAKEN, UTC"), Words::tr("BY"), Words::tr("KEYS"), Words::tr("DECIDED"),
        Words::tr("CLOSED, UTC")}};
    for (const keys::Review &each : kept) {
        items << headOf(each, profile);
        rows << QStringList{QString::number(each.id), minute(each.at), each.by, QString::number(each.keys),
            QString::number(each.decided), each.closedAt ? minute(*each.closedAt) : QString()};
    }
    context.out.document(listDocument(items, true));
    if (kept.isEmpty())
        context.out.note(
            Words::tr("nothing yet; \"%1\" keeps the first one").arg(context.hint(u"key review --keep"_s)));
    else
        context.out.table(rows);
}

} // namespace cli
