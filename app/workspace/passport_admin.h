// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "gateway/admin.h"
#include "gateway/facets.h"

namespace store {
class Store;
}

namespace workspace {

// Keys of a gateway that has no room for their passports: those are kept here, by the key's id, and go with whatever is
// read or written. What is changed in the passport alone reaches no gateway. Main thread.
class PassportKeys final : public gateway::Keys
{
public:
    // admin: has keys.
    PassportKeys(gateway::Admin &admin, store::Store &store, QString profile);

    Task<Result<gateway::Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<QList<Key>>> named(QString name) override;
    Task<Result<gateway::IssuedKey>> create(Key wanted) override;
    Task<Result<>> write(Key before, Key after) override;
    Task<Result<>> remove(Key key) override;
    Task<Result<gateway::IssuedKey>> rotate(Key key, std::chrono::seconds overlap) override;
    Task<Result<Secret>> secretOf(Key key) override;

private:
    Task<Result<QList<Key>>> whole(QList<Key> keys);
    Task<Result<>> keep(QString id, Passport passport);
    Task<> keepOfLost(Key wanted);

    gateway::Admin &m_admin;
    store::Store &m_store;
    QString m_profile;
};

// A gateway as it is, but that every key of it can have a passport.
class PassportAdmin final : public gateway::Admin
{
public:
    PassportAdmin(gateway::Admin &admin, store::Store &store, const QString &profile)
        : m_admin(admin), m_keys(admin, store, profile)
    {}

    gateway::Features features() const override;
    Task<Result<gateway::Identity>> identity() override { return m_admin.identity(); }
    Task<Result<>> health() override { return m_admin.health(); }
    gateway::Keys *keys() override;
    gateway::Aliases *aliases() override { return m_admin.aliases(); }
    gateway::UsageSource *usage() override { return m_admin.usage(); }
    gateway::Limits *limits() override { return m_admin.limits(); }

private:
    gateway::Admin &m_admin;
    PassportKeys m_keys;
};

} // namespace workspace
