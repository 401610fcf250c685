// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/passport_admin.h"
#include "base/or_return.h"
#include "changes/judge.h"
#include "store/passports.h"
#include "store/store.h"

using gateway::Feature;

namespace workspace {

static Key withoutPassport(Key key)
{
    key.passport = {};
    return key;
}

PassportKeys::PassportKeys(gateway::Admin &admin, store::Store &store, QString profile)
    : m_admin(admin), m_store(store), m_profile(std::move(profile))
{}

Task<Result<QList<Key>>> PassportKeys::whole(QList<Key> keys)
{
    const auto read = [profile = m_profile](sql::Database &db) { return store::passportsOf(db, profile); };
    const QHash<QString, Passport> kept = co_await orReturn(m_store.read(read));
    for (Key &key : keys)
        key.passport = kept.value(key.id);
    co_return keys;
}

Task<Result<>> PassportKeys::keep(QString id, Passport passport)
{
    const auto write = [profile = m_profile, id, passport](
                           sql::Database &db) { return store::putPassport(db, profile, id, passport); };
    co_return co_await m_store.write(write);
}

Task<Result<gateway::Page<Key>>> PassportKeys::after(QString cursor)
{
    gateway::Page<Key> page = co_await orReturn(m_admin.keys()->after(cursor));
    page.rows = co_await orReturn(whole(page.rows));
    co_return page;
}

Task<Result<Key>> PassportKeys::find(QString id)
{
    const Key found = co_await orReturn(m_admin.keys()->find(id));
    QList<Key> one;
    one << found;
    const QList<Key> all = co_await orReturn(whole(one));
    co_return all.first();
}

Task<Result<QList<Key>>> PassportKeys::named(QString name)
{
    const QList<Key> found = co_await orReturn(m_admin.keys()->named(name));
    co_return co_await whole(found);
}

// The answer of its creation was lost: if the one key of that name is there, it is this one's passport.
Task<> PassportKeys::keepOfLost(Key wanted)
{
    const auto found = co_await m_admin.keys()->named(wanted.name);
    if (found && found->size() == 1)
        co_await keep(found->first().id, wanted.passport);
}

// A passport that could not be kept is missed when the key is read back.
Task<Result<gateway::IssuedKey>> PassportKeys::create(Key wanted)
{
    auto made = co_await m_admin.keys()->create(withoutPassport(wanted));
    if (!made && changes::answerWasLost(made.error()))
        co_await keepOfLost(wanted);
    gateway::IssuedKey issued = co_await orReturn(std::move(made));
    const Result<> kept = co_await keep(issued.key.id, wanted.passport);
    if (kept)
        issued.key.passport = wanted.passport;
    co_return issued;
}

Task<Result<>> PassportKeys::write(Key before, Key after)
{
    const Key was = withoutPassport(before);
    const Key wanted = withoutPassport(after);
    if (!sameSettings(was, wanted))
        co_await orReturn(m_admin.keys()->write(was, wanted));
    if (before.passport == after.passport)
        co_return Result<>();
    co_return co_await keep(after.id, after.passport);
}

Task<Result<>> PassportKeys::remove(Key key)
{
    co_await orReturn(m_admin.keys()->remove(withoutPassport(key)));
    co_await keep(key.id, Passport()); // the key is gone, whether or not its passport is
    co_return Result<>();
}

// The key may have another id then.
Task<Result<gateway::IssuedKey>> PassportKeys::rotate(Key key, std::chrono::seconds overlap)
{
    gateway::IssuedKey issued = co_await orReturn(m_admin.keys()->rotate(withoutPassport(key), overlap));
    const Result<> kept = co_await keep(issued.key.id, key.passport);
    if (kept)
        issued.key.passport = key.passport;
    co_return issued;
}

Task<Result<Secret>> PassportKeys::secretOf(Key key)
{
    return m_admin.keys()->secretOf(withoutPassport(key));
}

gateway::Features PassportAdmin::features() const
{
    const gateway::Features own = m_admin.features();
    if (own.has(Feature::Passport) || !own.has(Feature::ListKeys))
        return own;
    return own.with(Feature::Passport).with(Feature::PassportHere);
}

gateway::Keys *PassportAdmin::keys()
{
    return !m_admin.keys() || m_admin.features().has(Feature::Passport) ? m_admin.keys() : &m_keys;
}

} // namespace workspace
