// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_revocation.h"
#include "pages/navigation.h"
#include "smoke/run_service.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "usage/explorer.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"

// A workspace over a store in a temporary folder, with one profile whose clock stands still: enough for the pages that
// only read. Asking for more ends the test.
namespace fakes {

struct StillClock final : Clock
{
    QDateTime at = QDateTime(QDate(2026, 6, 18), QTime(12, 32, 5), Qt::UTC);
    QDateTime now() const override { return at; }
};

class FakeSession final : public workspace::Session
{
public:
    FakeSession(store::Store &store, const Clock &clock) : m_sync(store, QStringLiteral("p"), nullptr, clock)
    {
        m_state.profile.id = QStringLiteral("p");
        m_state.profile.name = QStringLiteral("acme");
        m_state.profile.timeZone = QStringLiteral("Europe/Berlin");
    }
    const State &state() const override { return m_state; }
    gateway::Features features() const override { return {}; }
    QList<net::LaneState> requestBudget() const override { return {}; }
    void check() override {}
    keys::KeyService &keys() override { qFatal("no keys here"); }
    keys::RotationWork &rotationWork() override { qFatal("no keys here"); }
    aliases::CatalogService &catalog() override { qFatal("no aliases here"); }
    workspace::ChangeService &changes() override { qFatal("no changes here"); }
    usage::SyncService &sync() override { return m_sync; }
    usage::LeftToSpend &leftToSpend() override { qFatal("no limits here"); }
    guards::GuardService &guards() override { qFatal("no guards here"); }
    smoke::RunService &smoke() override { qFatal("no smoke tests here"); }
    void runSmoke(QStringList, QStringList) override {}
    smoke::Plan planToRefuse(const Secret &, const QStringList &, std::chrono::milliseconds) const override
    {
        qFatal("no smoke tests here");
    }

private:
    State m_state;
    usage::SyncService m_sync;
};

class FakeWorkspace final : public workspace::Workspace
{
public:
    explicit FakeWorkspace(store::Store &store) : m_store(store), m_session(store, m_clock) {}

    const State &state() const override { return m_state; }
    workspace::Session *session() override { return &m_session; }
    void open(const QString &) override {}
    void addProfile(Profile, Secret, Secret) override {}
    workspace::TestGateway &testGateway() override { qFatal("no gateway here"); }
    store::Store &store() override { return m_store; }
    secrets::Vaults &vaults() override { qFatal("no vaults here"); }
    const Clock &clock() const override { return m_clock; }
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
    store::Store &m_store;
    StillClock m_clock;
    State m_state;
    FakeSession m_session;
};

// Remembers where a page led to.
struct FakeNavigation final : pages::Navigation
{
    QString page;
    QString filter;
    QStringList toasts;

    void open(const QString &id, const QString &wanted) override
    {
        page = id;
        filter = wanted;
    }
    void perform(const QString &, const QString &) override {}
    void toast(const QString &text) override { toasts << text; }
    void toast(const QString &text, const QString &, std::function<void()>, std::function<void()>) override
    {
        toasts << text;
    }
    void badge(const QString &, const QString &, int) override {}
    void addConnection(const QString &) override {}
    void switchTo(const QString &) override {}
    QWidget *frame() override { return nullptr; }
};

// Rows as if a sync or an import had brought them.
inline void put(TempStore &store, const QList<UsageRecord> &rows)
{
    store.write([rows](sql::Database &db) {
        const store::Arrival arrival{QStringLiteral("p"), rows.first().at.addSecs(2), {}, {}};
        return store::putUsage(db, arrival, rows);
    });
}

} // namespace fakes
