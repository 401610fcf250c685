// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_revocation.h"
#include "fakes/run_task.h"
#include "fakes/whole_session.h"
#include "secrets/vaults.h"
#include "store/profiles.h"
#include "store/store.h"
#include "store/usage_rows.h"
#include "usage/explorer.h"
#include "workspace/test_gateway.h"
#include <QTemporaryDir>

// A workspace in memory over a real store in a folder of its own.
class FakeWorkspace final : public workspace::Workspace
{
public:
    // In a folder of its own; or on a given one, or with vaults of one's own.
    explicit FakeWorkspace(const QString &folder = {}, std::optional<secrets::Vaults::Options> vaults = {})
        : m_store((folder.isEmpty() ? m_folder.path() : folder) + QStringLiteral("/gatewright.db"),
            {std::chrono::milliseconds(10), std::chrono::milliseconds(500)})
        , m_vaults(vaults.value_or(secrets::Vaults::Options{m_folder.path(), {}, secrets::VaultKind::Session,
              std::chrono::milliseconds(50), secrets::leastCost(), nullptr}))
    {
        now.dataDir = m_folder.path();
    }
    ~FakeWorkspace() override { opened.reset(); } // its writes end while the store is still open
    State now;
    FakeClock time;
    FakeTestGateway gateway;
    std::unique_ptr<FakeSession> opened;
    QStringList asked; // profiles asked to open
    std::optional<Failure> refusesProfiles;

    // One more profile; the first one is opened.
    Profile add(const QString &name, const QString &kind, Environment environment = Environment::Staging)
    {
        Profile profile;
        profile.id = QStringLiteral("id-") + name;
        profile.name = name;
        profile.kind = kind;
        profile.environment = environment;
        profile.timeZone = QStringLiteral("UTC");
        now.profiles << profile;
        if (!opened)
            open(profile.id);
        asked.clear();
        return profile;
    }
    // Usage rows in the store, as a sync would have brought them.
    void put(const QList<UsageRecord> &rows)
    {
        const store::Arrival arrival{now.current, time.at, {}, {}};
        const auto write = [=](sql::Database &db) { return store::putUsage(db, arrival, rows); };
        if (!finished(m_store.write(write)))
            qFatal("rows not kept");
    }
    void tell() { announce(); }

    const State &state() const override { return now; }
    workspace::Session *session() override { return opened.get(); }
    void open(const QString &profileId) override
    {
        asked << profileId;
        opened.reset();
        for (const Profile &profile : now.profiles)
            if (profile.id == profileId)
                opened = std::make_unique<FakeSession>(profile, m_store, time);
        now.current = opened ? profileId : QString();
        announce();
    }
    void addProfile(Profile profile, Secret adminKey, Secret dataKey) override
    {
        now.failure = refusesProfiles;
        lastProfile = profile;
        lastAdminKey = adminKey;
        lastKey = dataKey;
        if (!refusesProfiles)
            add(profile.name, profile.kind, profile.environment);
        announce();
    }
    Profile lastProfile; // asked to be kept
    Secret lastAdminKey;
    Secret lastKey;
    workspace::TestGateway &testGateway() override { return gateway; }
    store::Store &store() override { return m_store; }
    secrets::Vaults &vaults() override { return m_vaults; }
    const Clock &clock() const override { return time; }
    std::unique_ptr<usage::Explorer> newExplorer() override { return std::make_unique<usage::Explorer>(m_store); }
    std::unique_ptr<usage::RequestList> newRequestList() override
    {
        return std::make_unique<usage::RequestList>(m_store);
    }
    std::unique_ptr<workspace::OwnerRevocation> newRevocation() override
    {
        return std::make_unique<workspace::OwnerRevocation>(std::make_unique<FakeRevokeWork>());
    }

private:
    QTemporaryDir m_folder;
    store::Store m_store;
    secrets::Vaults m_vaults;
};
