// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/run_task.h"
#include "net/redactor.h"
#include "secrets/vaults.h"
#include "store/store.h"
#include "workspace/live_session.h"
#include "workspace/stored_runs.h"
#include <QTemporaryDir>

// What a workspace gives its sessions, real, in a folder of its own; secrets lie in memory.
struct LiveParts
{
    QTemporaryDir dir;
    const Clock &clock;
    net::Redactor redactor;
    secrets::Vaults vaults{{.dataDir = dir.path(), .only = secrets::VaultKind::Session}};
    store::Store store{dir.filePath(QStringLiteral("gatewright.db"))};
    workspace::StoredRuns runs{store, dir.path(), redactor};
    workspace::TestGatewayHost host{dir.path(), vaults, clock};

    explicit LiveParts(const Clock &given) : clock(given)
    {
        if (!finished(store.opened()))
            qFatal("no store");
    }
    std::unique_ptr<workspace::LiveSession> sessionOn(const Profile &profile, const gateway::Adapter &adapter)
    {
        return std::make_unique<workspace::LiveSession>(profile, adapter,
            workspace::SessionParts{store, vaults, host, runs, clock, false, dir.filePath(QStringLiteral("run-keys"))});
    }
};
