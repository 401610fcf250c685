// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/redactor.h"
#include "secrets/vaults.h"
#include "store/store.h"
#include "workspace/data_dir.h"
#include "workspace/guard_watch.h"
#include "workspace/live_session.h"
#include "workspace/stored_runs.h"
#include <QSettings>

namespace workspace {

// How a data dir is opened.
struct WorkspaceOptions
{
    QString dataDir;
    std::optional<secrets::VaultKind> vault; // empty: the first that works
    bool background = false; // the window: checks and syncs by itself
};

// A data dir over real parts; both programs own one. Main thread.
class LiveWorkspace final : public Workspace
{
public:
    explicit LiveWorkspace(const WorkspaceOptions &options);
    ~LiveWorkspace() override;

    const State &state() const override { return m_state; }
    Session *session() override { return m_session.get(); }
    void open(const QString &profileId) override;
    void addProfile(Profile profile, Secret adminKey, Secret dataKey) override;
    TestGateway &testGateway() override { return m_gateway; }
    store::Store &store() override { return m_store; }
    secrets::Vaults &vaults() override { return m_vaults; }
    const Clock &clock() const override { return m_clock; }
    std::unique_ptr<usage::Explorer> newExplorer() override;
    std::unique_ptr<usage::RequestList> newRequestList() override;
    std::unique_ptr<OwnerRevocation> newRevocation() override;

    // Opens what was open last; the window's way.
    void begin();
    // The database is open and the profiles are read; on first start there is one for the embedded gateway.
    Task<Result<>> opened();
    // addProfile(), but does not open it; gives it with references, and an id where it had none. Conflict: its name is taken.
    Task<Result<Profile>> added(Profile profile, Secret adminKey, Secret dataKey);
    // Changes a profile. Conflict: another one has its name.
    Task<Result<>> save(Profile profile);
    // With its secrets, keys seen and usage.
    Task<Result<>> remove(QString id);
    Task<Result<>> makeDefault(QString id);
    LiveSession *live() { return m_session.get(); }
    // A session of a profile beside the open one, which stays; it does nothing by itself. Null: its kind is not known here.
    std::unique_ptr<LiveSession> beside(const QString &profileId);
    TestGatewayHost &host() { return m_gateway; }
    StoredRuns &runs() { return m_runs; }
    net::Redactor &redactor() { return m_redactor; }
    QSettings &settings() { return m_settings; }

private:
    Task<> beginTask();
    Task<> addTask(Profile profile, Secret adminKey, Secret dataKey);
    Task<> reloadTask();
    Task<Result<>> load();
    Task<Result<>> firstProfile();
    std::unique_ptr<LiveSession> sessionOf(const QString &profileId, bool background);
    void takeUserId();
    void tellVault();
    void tellTasks();

    WorkspaceOptions m_options;
    Clock m_clock;
    net::Redactor m_redactor;
    QSettings m_settings;
    State m_state;
    secrets::Vaults m_vaults;
    store::Store m_store;
    StoredRuns m_runs;
    TestGatewayHost m_gateway;
    std::unique_ptr<LiveSession> m_session;
    GuardWatch m_guards{*this};
    TaskScope m_tasks;
};

} // namespace workspace
