// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/live_workspace.h"
#include "base/ids.h"
#include "base/or_return.h"
#include "store/profiles.h"
#include "store/settings.h"
#include "usage/explorer.h"
#include "workspace/revoke_work.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr QLatin1StringView firstStart("workspace/first-start");

// The data dir, made before the members that open files in it.
static QString made(const QString &dir)
{
    makeDataDir(dir);
    return dir;
}

static secrets::Vaults::Options vaultOptions(const WorkspaceOptions &options, net::Redactor &redactor)
{
    auto out = secrets::Vaults::Options::fromEnvironment(options.dataDir);
    if (options.vault)
        out.only = options.vault;
    out.redactor = &redactor;
    return out;
}

LiveWorkspace::LiveWorkspace(const WorkspaceOptions &options)
    : m_options(options)
    , m_settings(made(options.dataDir) + u"/settings.ini"_s, QSettings::IniFormat)
    , m_vaults(vaultOptions(options, m_redactor))
    , m_store(options.dataDir + u"/gatewright.db"_s)
    , m_runs(m_store, options.dataDir, m_redactor)
    , m_gateway(options.dataDir, m_vaults, m_clock)
{
    m_state.dataDir = options.dataDir;
    connect(&m_store, &store::Store::changedElsewhere, this, [this] {
        if (m_tasks.count() == 0)
            m_tasks.run(reloadTask());
    });
    connect(&m_vaults, &Observable::changed, this, [this] { tellVault(); });
}

LiveWorkspace::~LiveWorkspace()
{
    m_session.reset(); // its writes end while the store is still open
}

std::unique_ptr<usage::Explorer> LiveWorkspace::newExplorer()
{
    return std::make_unique<usage::Explorer>(m_store);
}

std::unique_ptr<usage::RequestList> LiveWorkspace::newRequestList()
{
    return std::make_unique<usage::RequestList>(m_store);
}

std::unique_ptr<OwnerRevocation> LiveWorkspace::newRevocation()
{
    return std::make_unique<OwnerRevocation>(std::make_unique<LiveRevokeWork>(*this));
}

void LiveWorkspace::begin()
{
    m_tasks.run(beginTask());
}

Task<> LiveWorkspace::beginTask()
{
    const Result<> ready = co_await opened();
    if (!ready) {
        m_state.failure = ready.error();
        announce();
        co_return;
    }
    const QString last = m_settings.value("profile/last"_L1).toString();
    const bool known = std::ranges::any_of(m_state.profiles, [&last](const Profile &p) { return p.id == last; });
    if (!m_state.profiles.isEmpty())
        open(known ? last : m_state.profiles.first().id);
    if (m_options.background)
        m_guards.start();
}

Task<> LiveWorkspace::reloadTask()
{
    const Result<> loaded = co_await load();
    if (!loaded)
        m_state.failure = loaded.error();
    announce();
}

Task<Result<>> LiveWorkspace::opened()
{
    co_await orReturn(m_store.opened());
    co_await orReturn(load());
    if (m_state.profiles.isEmpty())
        co_await orReturn(firstProfile());
    tellVault();
    co_return Result<>();
}

Task<Result<>> LiveWorkspace::load()
{
    const auto read = [](sql::Database &db) { return store::profiles(db); };
    m_state.profiles = co_await orReturn(m_store.read(read));
    announce();
    co_return Result<>();
}

// Once for each data dir: who removed it does not want it back.
Task<Result<>> LiveWorkspace::firstProfile()
{
    Profile profile;
    profile.id = newUlid(m_clock);
    profile.name = Words::tr("Test gateway");
    profile.kind = u"embedded"_s;
    profile.dataUrl = QUrl(u"http://127.0.0.1:8790/v1"_s);
    profile.adminUrl = QUrl(u"http://127.0.0.1:8791"_s);
    const auto add = [profile](sql::Database &db) -> Result<> {
        const auto before = store::setting(db, firstStart);
        if (!before)
            return store::inWords(sql::Result<>(tl::unexpected(before.error())));
        if (!before->isEmpty())
            return {};
        const QJsonObject mark{{u"done"_s, true}};
        if (const auto kept = store::keepSetting(db, firstStart, mark); !kept)
            return store::inWords(kept);
        return store::saveProfile(db, profile);
    };
    co_await orReturn(m_store.write(add));
    co_return co_await load();
}

std::unique_ptr<LiveSession> LiveWorkspace::sessionOf(const QString &profileId, bool background)
{
    const auto at = std::ranges::find(m_state.profiles, profileId, &Profile::id);
    const gateway::Adapter *adapter = at == m_state.profiles.end() ? nullptr : gateway::adapterOf(at->kind);
    if (!adapter)
        return nullptr;
    return std::make_unique<LiveSession>(*at, *adapter,
        SessionParts{m_store, m_vaults, m_gateway, m_runs, m_clock, background, m_state.dataDir + u"/smoke-keys"_s,
            callsFolder(m_state.dataDir)});
}

std::unique_ptr<LiveSession> LiveWorkspace::beside(const QString &profileId)
{
    return sessionOf(profileId, false);
}

void LiveWorkspace::open(const QString &profileId)
{
    m_session.reset();
    m_state.current.clear();
    m_session = sessionOf(profileId, m_options.background);
    if (m_session) {
        m_state.current = profileId;
        m_settings.setValue("profile/last"_L1, profileId);
        connect(m_session.get(), &Observable::changed, this, [this] { takeUserId(); });
        connect(&m_session->sync(), &Observable::changed, this, [this] { tellTasks(); });
        connect(&m_session->smoke(), &Observable::changed, this, [this] { tellTasks(); });
    }
    announce();
}

// The session has kept what its gateway told.
void LiveWorkspace::takeUserId()
{
    const Profile &open = m_session->state().profile;
    const auto at = std::ranges::find(m_state.profiles, open.id, &Profile::id);
    if (at == m_state.profiles.end() || !at->userId.isEmpty() || open.userId.isEmpty())
        return;
    at->userId = open.userId;
    at->userIdTold = open.userIdTold;
    announce();
}

void LiveWorkspace::addProfile(Profile profile, Secret adminKey, Secret dataKey)
{
    m_tasks.run(addTask(std::move(profile), std::move(adminKey), std::move(dataKey)));
}

Task<> LiveWorkspace::addTask(Profile profile, Secret adminKey, Secret dataKey)
{
    const Result<Profile> add = co_await added(profile, adminKey, dataKey);
    m_state.failure = add ? std::nullopt : std::optional(add.error());
    if (add)
        open(add->id);
    announce();
}

Task<Result<Profile>> LiveWorkspace::added(Profile profile, Secret adminKey, Secret dataKey)
{
    if (std::ranges::any_of(m_state.profiles, [&profile](const Profile &p) { return p.name == profile.name; }))
        co_return fail(FailureKind::Conflict, u"there is a profile named %1 already"_s.arg(profile.name));
    if (profile.id.isEmpty())
        profile.id = newUlid(m_clock);
    const QString place = u"profile/"_s + profile.id;
    if (!adminKey.isEmpty())
        profile.adminKeyRef = co_await orReturn(m_vaults.keep(place + u"/admin"_s, adminKey));
    if (!dataKey.isEmpty())
        profile.dataKeyRef = co_await orReturn(m_vaults.keep(place + u"/data"_s, dataKey));
    co_await orReturn(save(profile));
    co_return profile;
}

Task<Result<>> LiveWorkspace::save(Profile profile)
{
    const auto write = [profile](sql::Database &db) { return store::saveProfile(db, profile); };
    const Result<> saved = co_await m_store.write(write);
    m_state.failure = saved ? std::nullopt : std::optional(saved.error());
    announce();
    if (!saved)
        co_return saved;
    co_return co_await load();
}

Task<Result<>> LiveWorkspace::remove(QString id)
{
    const auto at = std::ranges::find(std::as_const(m_state.profiles), id, &Profile::id);
    if (at == m_state.profiles.cend())
        co_return fail(FailureKind::NotFound, id);
    const Profile gone = *at;
    if (m_state.current == id)
        open({});
    const auto remove = [id](sql::Database &db) { return store::removeProfile(db, id); };
    co_await orReturn(m_store.write(remove));
    co_await orReturn(m_vaults.forget(gone.adminKeyRef));
    co_await orReturn(m_vaults.forget(gone.dataKeyRef));
    co_await orReturn(m_vaults.forget(gone.clientKeyPassRef));
    co_return co_await load();
}

Task<Result<>> LiveWorkspace::makeDefault(QString id)
{
    const auto write = [id](sql::Database &db) { return store::makeDefault(db, id); };
    co_await orReturn(m_store.write(write));
    co_return co_await load();
}

static QString wordOf(secrets::VaultKind kind)
{
    switch (kind) {
    case secrets::VaultKind::Keychain:
        return Words::tr("keychain");
    case secrets::VaultKind::File:
        return Words::tr("vault file");
    case secrets::VaultKind::Session:
        break;
    }
    return Words::tr("session memory");
}

void LiveWorkspace::tellVault()
{
    m_state.vault = wordOf(m_vaults.state().kind);
    m_state.vaultLocked = m_vaults.state().locked;
    announce();
}

void LiveWorkspace::tellTasks()
{
    QStringList tasks;
    if (m_session && m_session->sync().state().running)
        tasks << Words::tr("Reading usage");
    if (m_session && m_session->smoke().state().running)
        tasks << Words::tr("Smoke tests");
    if (tasks == m_state.tasks)
        return;
    m_state.tasks = tasks;
    announce();
}

} // namespace workspace
