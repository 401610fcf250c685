// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/observable.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"
#include "domain/alias.h"
#include "domain/profile.h"
#include "gateway/features.h"
#include "net/pace.h"
#include "text/words.h"
#include <memory>
#include <QList>

class Clock;
namespace aliases {
class CatalogService;
}
namespace guards {
class GuardService;
}
namespace keys {
class KeyService;
class RotationWork;
} // namespace keys
namespace usage {
class SyncService;
class Explorer;
class RequestList;
class LeftToSpend;
} // namespace usage
namespace smoke {
class RunService;
struct Plan;
} // namespace smoke
namespace store {
class Store;
}
namespace secrets {
class Vaults;
}
namespace gateway {
class Admin;
}

namespace workspace {

class TestGateway;
class ChangeService;
class OwnerRevocation;

// One open profile: its live connection and the state holders on it. Dies with a change of profile. Main thread.
class Session : public Observable
{
    Q_OBJECT

public:
    enum class Reach { Unknown, Checking, Connected, Offline };
    struct State
    {
        Profile profile;
        Reach reach = Reach::Unknown;
        QString version; // of the gateway; empty: not told
        std::optional<qint64> roundTripMs; // of the last health check
        std::optional<Failure> failure; // why it is offline
        QList<Alias> aliases; // last known
    };

    virtual const State &state() const = 0;
    // For app/text: this connection's name and the address that is asked, with what was being done ("list keys").
    text::Attempt attempt(const QString &intent = {}) const;
    virtual gateway::Features features() const = 0;
    // The gateway's own limits on admin calls and what is left of each, as this program counts; empty: none are known.
    virtual QList<net::LaneState> requestBudget() const = 0;
    virtual void check() = 0; // asks again
    virtual keys::KeyService &keys() = 0;
    virtual keys::RotationWork &rotationWork() = 0;
    virtual aliases::CatalogService &catalog() = 0;
    virtual ChangeService &changes() = 0;
    virtual usage::SyncService &sync() = 0;
    virtual usage::LeftToSpend &leftToSpend() = 0;
    virtual guards::GuardService &guards() = 0;
    virtual smoke::RunService &smoke() = 0;
    // Starts a smoke run with the key of this profile, or with a key just created.
    virtual void runSmoke(QStringList checks, QStringList aliases) = 0;
    // The plan of a run that proves a key given up to be refused, by calls for so long at most. No alias: it asks for the
    // model list.
    virtual smoke::Plan planToRefuse(
        const Secret &key, const QStringList &aliases, std::chrono::milliseconds limit) const = 0;
};

// A data dir that is open: profiles, the store, the vault, the embedded gateway. The programs own one. Main thread.
class Workspace : public Observable
{
    Q_OBJECT

public:
    struct State
    {
        QList<Profile> profiles;
        QString current; // id; empty: none yet
        QString dataDir;
        QString vault; // "keychain", "vault file", "session memory"
        bool vaultLocked = false;
        std::optional<Failure> failure; // of the last write of a profile
        QStringList tasks; // background work under way, in words
    };

    virtual const State &state() const = 0;
    virtual Session *session() = 0; // of the current profile; null: none
    virtual void open(const QString &profileId) = 0; // the old session dies here: views on it go before
    // Keeps a new profile with its secrets in the vault, and opens it. Its id and key references are filled in.
    // Refused (state().failure, kind Conflict): the name is taken. An empty secret: the profile has none.
    virtual void addProfile(Profile profile, Secret adminKey, Secret dataKey) = 0;
    virtual TestGateway &testGateway() = 0;
    virtual store::Store &store() = 0;
    virtual secrets::Vaults &vaults() = 0;
    virtual const Clock &clock() const = 0;
    // A view's own holders; the page owns them.
    virtual std::unique_ptr<usage::Explorer> newExplorer() = 0;
    virtual std::unique_ptr<usage::RequestList> newRequestList() = 0;
    virtual std::unique_ptr<OwnerRevocation> newRevocation() = 0;
};

} // namespace workspace
