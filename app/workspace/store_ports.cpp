// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/store_ports.h"
#include "base/or_return.h"
#include "changes/edit.h"
#include "gateway/alias_json.h"
#include "store/fault.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/key_follow.h"
#include "store/store.h"
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace workspace {

QString systemUser()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

StoredJournal::StoredJournal(store::Store &store, QString profile, const Clock &clock, Writer writer)
    : m_store(store), m_profile(std::move(profile)), m_user(systemUser()), m_clock(clock), m_writer(writer)
{}

static std::optional<QJsonObject> jsonOf(const std::optional<Alias> &alias)
{
    return alias ? std::optional(gateway::aliasJson(*alias)) : std::nullopt;
}

store::JournalLine StoredJournal::lineOf(const changes::Edit &edit) const
{
    store::JournalLine line;
    line.profile = m_profile;
    line.at = m_clock.now();
    line.by = m_user;
    line.object = changes::objectOf(edit);
    if (const auto *key = std::get_if<changes::Change>(&edit)) {
        line.before = key->before;
        line.after = key->after;
        if (key->reveals)
            line.object = u"reveal"_s;
    } else if (const auto *alias = std::get_if<changes::AliasChange>(&edit)) {
        line.otherBefore = jsonOf(alias->before);
        line.otherAfter = jsonOf(alias->after);
    }
    return line;
}

Task<Result<qint64>> StoredJournal::open(changes::Edit edit, changes::Why why)
{
    store::JournalLine line = lineOf(edit);
    line.reason = why.reason;
    line.set = why.set;
    const auto write = [line](sql::Database &db) { return store::openLine(db, line); };
    co_return co_await m_store.write(write);
}

static Result<> closed(
    sql::Database &db, const store::JournalLine &line, const std::optional<store::KeyWritten> &followed)
{
    const Result<> done = store::closeLine(db, line);
    if (!done || !followed)
        return done;
    const auto after = store::followKey(db, line.profile, *followed);
    return after ? Result<>() : tl::unexpected<Failure>(store::failureOf(after.error()));
}

// What a person did to a key; a guard's own writes keep what it holds.
std::optional<store::KeyWritten> StoredJournal::followed(const changes::Edit &edit, bool done) const
{
    const auto *key = std::get_if<changes::Change>(&edit);
    if (!done || !key || key->reveals || m_writer != Writer::Person)
        return {};
    const auto rotated = key->rotation ? std::optional(m_clock.now().date()) : std::nullopt;
    return store::KeyWritten{key->before, key->after, rotated};
}

Task<Result<>> StoredJournal::close(qint64 id, changes::Edit done, std::optional<Failure> failure)
{
    store::JournalLine line = lineOf(done);
    line.id = id;
    line.closed = true;
    line.failure = failure;
    const auto write = [line, written = followed(done, !failure)](
                           sql::Database &db) { return closed(db, line, written); };
    co_return co_await m_store.write(write);
}

Task<Result<QList<Key>>> StoredKeys::load()
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::cachedKeys(db, profile); };
    const store::CachedKeys cached = co_await orReturn(m_store.read(read));
    m_asOf = cached.asOf;
    co_return cached.keys;
}

Task<Result<>> StoredKeys::save(QList<Key> keys, QDateTime asOf)
{
    store::CachedKeys cached;
    cached.keys = std::move(keys);
    cached.asOf = asOf;
    m_asOf = asOf;
    const auto write = [profile = m_profile, cached](
                           sql::Database &db) { return store::cacheKeys(db, profile, cached); };
    co_return co_await m_store.write(write);
}

} // namespace workspace
