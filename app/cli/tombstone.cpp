// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tombstone.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/key_use.h"

using namespace Qt::StringLiterals;

namespace cli {

static Tombstone stoneOf(const store::JournalLine &line)
{
    return {*line.before, line.at, line.by, line.reason, line.set, 0, 0};
}

// Of a list of the gateway that did not hold it any more.
static sql::Result<std::optional<Tombstone>> vanishedIn(
    sql::Database &database, const QString &profile, const QString &word)
{
    const auto known = store::cachedKeys(database, profile);
    if (!known)
        return tl::unexpected(known.error());
    for (const store::GoneKey &gone : known->gone)
        if (gone.key.id == word || gone.key.name == word)
            return std::optional(Tombstone{gone.key, gone.goneAt, {}, {}, 0, 0, 0});
    return std::optional<Tombstone>();
}

static sql::Result<std::optional<Tombstone>> stoneIn(
    sql::Database &database, const QString &profile, const QString &word)
{
    const auto line = store::deletionOf(database, profile, word);
    if (!line)
        return tl::unexpected(line.error());
    auto stone = *line ? std::optional(stoneOf(**line)) : std::nullopt;
    if (!stone) {
        const auto vanished = vanishedIn(database, profile, word);
        if (!vanished || !*vanished)
            return vanished;
        stone = **vanished;
    }
    const QDateTime ever(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    const auto uses = store::useOf(database, profile, {{stone->key.id}, {stone->key.name}, {}}, ever);
    if (!uses)
        return tl::unexpected(uses.error());
    for (const store::KeyUse &use : *uses) {
        stone->calls += use.calls;
        stone->costNanos += use.costNanos;
    }
    return stone;
}

Task<std::optional<Tombstone>> tombstoneOf(Context &context, QString profile, QString word)
{
    const auto read = [profile, word](sql::Database &db) { return stoneIn(db, profile, word); };
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
