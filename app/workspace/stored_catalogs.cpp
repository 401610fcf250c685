// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stored_catalogs.h"
#include "aliases/catalog.h"
#include "base/in_worker.h"
#include "store/catalogs.h"
#include "store/key_cache.h"
#include "store/key_use.h"
#include "store/runs.h"
#include "store/store.h"
#include "store/usage_figures.h"
#include <algorithm>

namespace workspace {

static constexpr qsizetype mostListed = 1000;
static constexpr std::chrono::seconds patience(60);

static aliases::Snapshot snapshotOf(const store::CatalogRow &row)
{
    return {row.id, row.firstSeen, row.lastSeen, row.hash, row.aliases};
}

// A large one takes its time: on a thread of its own.
static Task<Result<QList<Alias>>> aliasesOf(Result<store::CatalogRow> row)
{
    if (!row)
        co_return tl::unexpected<Failure>(row.error());
    const std::function<Result<QList<Alias>>()> parse = [content = row->content] {
        return aliases::readCatalog(content);
    };
    co_return co_await inWorker(parse, patience);
}

Task<Result<qint64>> StoredCatalogs::keep(QList<Alias> catalog, QDateTime at)
{
    store::CatalogRow seen;
    seen.profile = m_profile;
    seen.lastSeen = at;
    seen.content = aliases::canonical(catalog);
    seen.hash = aliases::hashOf(seen.content);
    seen.aliases = catalog.size();
    const auto write = [seen](sql::Database &db) { return store::keepCatalog(db, seen); };
    co_return co_await m_store.write(write);
}

Task<Result<QList<aliases::Snapshot>>> StoredCatalogs::snapshots()
{
    const auto list = [profile = m_profile](sql::Database &db) { return store::catalogsOf(db, profile, mostListed); };
    const auto rows = co_await m_store.read(list);
    if (!rows)
        co_return tl::unexpected<Failure>(rows.error());
    QList<aliases::Snapshot> out;
    for (const store::CatalogRow &row : *rows)
        out << snapshotOf(row);
    co_return out;
}

Task<Result<QList<Alias>>> StoredCatalogs::catalog(qint64 id)
{
    const auto read = [profile = m_profile, id](sql::Database &db) { return store::catalog(db, profile, id); };
    const auto row = co_await m_store.read(read);
    co_return co_await aliasesOf(row);
}

Task<Result<QHash<QString, qint64>>> StoredCatalogs::callsSince(QDateTime from)
{
    store::Scope scope;
    scope.profile = m_profile;
    scope.from = from.toMSecsSinceEpoch() * 1000;
    const auto read = [scope](sql::Database &db) { return store::sumsByName(db, scope, store::Dimension::Alias); };
    const auto sums = co_await m_store.read(read);
    if (!sums)
        co_return tl::unexpected<Failure>(sums.error());
    QHash<QString, qint64> calls;
    for (const store::Quarter &each : *sums)
        calls.insert(each.name, calls.value(each.name) + each.sums.requests);
    co_return calls;
}

Task<Result<QList<aliases::CheckVerdict>>> StoredCatalogs::verdicts()
{
    const QDateTime from = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    const auto read = [profile = m_profile, from](sql::Database &db) { return store::checkLines(db, profile, from); };
    const auto lines = co_await m_store.read(read);
    if (!lines)
        co_return tl::unexpected<Failure>(lines.error());
    QList<aliases::CheckVerdict> verdicts;
    for (const store::CheckLine &line : *lines)
        verdicts << aliases::CheckVerdict{line.run, line.started, line.check, line.alias, line.outcome};
    co_return verdicts;
}

// A row tells a key by its id, or by its name alone.
static aliases::AliasUser userOf(const store::KeyUse &use, const QList<Key> &keys)
{
    const auto same = [&use](
                          const Key &key) { return use.keyId.isEmpty() ? key.name == use.key : key.id == use.keyId; };
    const auto known = std::ranges::find_if(keys, same);
    return known == keys.end() ? aliases::AliasUser{use.key, {}}
                               : aliases::AliasUser{known->name, known->passport.ticket};
}

static aliases::AliasUsers usersIn(const QStringList &names, const QList<store::KeyUse> &uses, const QList<Key> &keys)
{
    aliases::AliasUsers users;
    const auto add = [&users](const QString &alias, const aliases::AliasUser &user) {
        QList<aliases::AliasUser> &known = users[alias];
        if (!known.contains(user))
            known << user;
    };
    for (const store::KeyUse &use : uses)
        if (use.calls > 0)
            add(use.alias, userOf(use, keys));
    for (const Key &key : keys)
        for (const QString &alias : key.aliases)
            if (names.contains(alias))
                add(alias, {key.name, key.passport.ticket});
    for (QList<aliases::AliasUser> &known : users)
        std::ranges::sort(known, {}, &aliases::AliasUser::key);
    return users;
}

Task<Result<aliases::AliasUsers>> StoredCatalogs::usersOf(QStringList aliases, QDateTime from)
{
    const auto calls = [profile = m_profile, aliases, from](sql::Database &db) {
        return store::useOf(db, profile, store::UseOf{{}, {}, aliases}, from);
    };
    const auto uses = co_await m_store.read(calls);
    const auto seen = [profile = m_profile](sql::Database &db) { return store::cachedKeys(db, profile); };
    const auto keys = co_await m_store.read(seen);
    if (!uses)
        co_return tl::unexpected<Failure>(uses.error());
    if (!keys)
        co_return tl::unexpected<Failure>(keys.error());
    co_return usersIn(aliases, *uses, keys->keys);
}

Task<Result<QList<Alias>>> StoredCatalogs::catalogAt(QDateTime time)
{
    const auto read = [profile = m_profile, time](sql::Database &db) { return store::catalogAt(db, profile, time); };
    const auto row = co_await m_store.read(read);
    co_return co_await aliasesOf(row);
}

} // namespace workspace
