// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/fake_process.h"
#include "fakes/run_task.h"
#include "gateway/facets.h"
#include "workspace/live_workspace.h"
#include <QTemporaryDir>

inline void mustHold(const Result<> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

// A workspace with connections to one gateway in a process of its own, which lists keys of two owners.
struct LiveFake
{
    contract::FakeProcess gateway{QStringLiteral("litellm")};
    QTemporaryDir dir;
    std::unique_ptr<workspace::LiveWorkspace> workspace;
    net::QtHttp http;
    Clock clock;

    LiveFake()
    {
        workspace::WorkspaceOptions options;
        options.dataDir = dir.path();
        options.vault = secrets::VaultKind::Session;
        workspace = std::make_unique<workspace::LiveWorkspace>(options);
        mustHold(finished(workspace->opened()));
        mustHold(finished(workspace->remove(workspace->state().profiles.first().id)));
    }
    Profile add(const QString &name, bool readOnly = false)
    {
        const gateway::Connection how = gateway.connection(http, clock);
        Profile profile;
        profile.name = name;
        profile.kind = gateway.text("kind");
        profile.dataUrl = how.dataUrl;
        profile.adminUrl = how.adminUrl;
        profile.readOnly = readOnly;
        return finished(workspace->added(profile, how.adminSecret, {})).value();
    }
    void open(const Profile &profile)
    {
        workspace->open(profile.id);
        mustHold(finished(workspace->live()->connected(), std::chrono::seconds(20)));
    }
    Key create(const QString &name, const QString &owner)
    {
        Key wanted;
        wanted.name = name;
        wanted.passport.owner = owner;
        return finished(workspace->live()->admin().keys()->create(wanted), std::chrono::seconds(20)).value().key;
    }
    bool enabled(const Key &key)
    {
        return finished(workspace->live()->admin().keys()->find(key.id), std::chrono::seconds(20)).value().enabled;
    }
};
