// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tombstone.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace cli {

Task<std::optional<Tombstone>> tombstoneOf(Context &context, QString profile, QString word)
{
    const auto read = [profile, word](sql::Database &db) { return store::tombstoneIn(db, profile, word); };
    const auto stone = co_await context.workspace().store().read(read);
    co_return stone.value_or(std::optional<Tombstone>());
}

QString wordsOf(const Tombstone &stone)
{
    if (stone.by.isEmpty())
        return Words::tr("the key \"%1\" (%2) is gone from the gateway; first missing %3")
            .arg(stone.key.name, stone.key.id, stone.at.toString(Qt::ISODate));
    const QString said = Words::tr("the key \"%1\" (%2) was deleted by %3 at %4")
                             .arg(stone.key.name, stone.key.id, stone.by, stone.at.toString(Qt::ISODate));
    return stone.reason.isEmpty() ? said : Words::tr("%1: %2").arg(said, stone.reason);
}

void printTombstone(Context &context, const Tombstone &stone)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject document = jsonOf(stone.key);
    document.insert(u"deleted"_s,
        QJsonObject{{u"at"_s, jsonOf(std::optional(stone.at))}, {u"by"_s, orNull(stone.by)},
            {u"reason"_s, orNull(stone.reason)}, {u"set"_s, stone.set > 0 ? QJsonValue(stone.set) : QJsonValue()},
            {u"stored_calls"_s, stone.calls}, {u"stored_cost_nanos"_s, stone.costNanos}});
    context.out.document(document);
    const Key &key = stone.key;
    Table rows{{Words::tr("Key"), key.name}, {Words::tr("Id"), key.id},
        {Words::tr("State"),
            stone.by.isEmpty() ? Words::tr("gone; first missing %1").arg(stone.at.toString(Qt::ISODate))
                               : Words::tr("deleted %1 by %2").arg(stone.at.toString(Qt::ISODate), stone.by)},
        {Words::tr("Reason"), stone.reason.isEmpty() ? Words::tr("none given") : stone.reason},
        {Words::tr("Aliases"), key.aliases.isEmpty() ? Words::tr("every alias") : key.aliases.join(u", "_s)},
        {Words::tr("Spent at its end"), usd(key.spentNanos)},
        {Words::tr("Calls kept here"),
            Words::tr("%1, for %2").arg(QString::number(stone.calls), usd(stone.costNanos))}};
    if (stone.set > 0)
        rows << QStringList{Words::tr("Change set"), QString::number(stone.set)};
    if (!key.passport.owner.isEmpty())
        rows << QStringList{Words::tr("Owner"), key.passport.owner};
    context.out.table(rows);
}

} // namespace cli
