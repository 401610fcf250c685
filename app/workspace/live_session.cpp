// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/live_session.h"
#include "base/log.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "secrets/vaults.h"
#include "store/journal.h"
#include "store/profiles.h"
#include "store/store.h"
#include "workspace/http_options.h"
#include "workspace/run_key.h"
#include "workspace/words.h"
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

static constexpr auto betweenLooks = 15s; // of a session that minds itself

// Of the embedded gateway, the data dir whose lock says where it runs; of others there is none.
static QString lockedDirOf(const Profile &profile, const SessionParts &parts)
{
    return profile.kind == "embedded"_L1 ? parts.gateway.dataDir() : QString();
}

LiveSession::LiveSession(Profile profile, const gateway::Adapter &adapter, SessionParts parts)
    : m_adapter(adapter)
    , m_parts(parts)
    , m_state{.profile = std::move(profile)}
    , m_http(httpOptionsOf(m_state.profile))
    , m_owned(m_http, lockedDirOf(m_state.profile, parts))
    , m_calls(parts.calls, m_state.profile)
    , m_paced(m_owned, adapter.paces, net::PacedHttp::usualPatience, &m_calls)
    , m_retrying(m_paced)
    , m_ownedReads(m_retrying, m_owned.dataDir())
    , m_guarded(m_ownedReads, m_state.profile.readOnly)
    , m_streams(httpOptionsOf(m_state.profile))
    , m_ownedStreams(m_streams, m_owned.dataDir())
    , m_current(adminOf(connection()))
    , m_admin(m_current, parts.store, m_state.profile.id)
    , m_journal(parts.store, m_state.profile.id, parts.clock)
    , m_guardJournal(parts.store, m_state.profile.id, parts.clock, StoredJournal::Writer::Guard)
    , m_cache(parts.store, m_state.profile.id)
    , m_catalogs(parts.store, m_state.profile.id)
    , m_keys(m_admin, m_journal, m_cache, parts.clock)
    , m_catalog(m_admin, m_catalogs, parts.clock)
    , m_changes({m_admin, parts.store, m_journal, parts.clock, m_state.profile.id, adapter.keyForm,
          [this] { return m_state.aliases; }})
    , m_sync(parts.store, m_state.profile.id, m_admin.usage(), parts.clock)
    , m_left(m_admin.limits(), parts.clock)
    , m_guards({m_admin, parts.store, m_guardJournal, parts.clock, m_state.profile.id})
    , m_smoke(m_ownedStreams, parts.archive, parts.clock)
    , m_rotationWork(*this)
    , m_runKeys(parts.runKeys.isEmpty() ? QString() : parts.runKeys + u'/' + m_state.profile.id)
{
    if (hasOnlyAKey())
        m_left.minds(std::make_unique<usage::OwnKeyGauge>(parts.clock));
    m_vaultLocked = m_parts.vaults.state().locked;
    connect(&m_parts.vaults, &secrets::Vaults::changed, this, &LiveSession::followVault);
    if (m_parts.background)
        runBackground();
}

LiveSession::~LiveSession() = default;

// What a set has written is shown among the keys.
void LiveSession::followChanges()
{
    const bool changed = std::exchange(m_changing, m_changes.state().working != 0) && !m_changing;
    if (changed)
        m_keys.refresh();
}

// Guards look at what is known after each complete sync.
void LiveSession::followUsage()
{
    const std::optional<QDateTime> &syncedAt = m_sync.state().syncedAt;
    if (m_state.reach == Reach::Connected && syncedAt && std::exchange(m_guardedAt, syncedAt) != syncedAt)
        m_guards.enforce();
}

// What a guard wrote is shown among the keys.
void LiveSession::followGuards()
{
    QList<std::pair<qint64, GuardPhase>> phases;
    for (const guards::GuardService::Line &line : m_guards.state().lines)
        phases << std::pair(line.guard.id, line.guard.phase);
    if (std::exchange(m_guardPhases, phases) != phases)
        m_keysSoon.start();
}

// Another program that reads keys writes what it saw into the store, as this one does: only what the journal tells makes
// us read them again, else two windows would keep each other busy.
void LiveSession::followOthers()
{
    m_keysSoon.setSingleShot(true);
    m_keysSoon.setInterval(300ms);
    connect(&m_keysSoon, &QTimer::timeout, this, &LiveSession::refreshKeysSoon);
    connect(&m_parts.store, &store::Store::changedElsewhere, this, [this] {
        m_looks.cancel(); // the newest look wins
        m_looks.run(keysOfOthers());
    });
}

Task<> LiveSession::keysOfOthers()
{
    const auto newest = [id = m_state.profile.id](sql::Database &db) { return store::journalLines(db, id, 1); };
    const auto lines = co_await m_parts.store.read(newest);
    if (!lines || lines->isEmpty())
        co_return;
    const std::pair<qint64, bool> line(lines->first().id, lines->first().closed);
    if (std::exchange(m_lastLine, line) != line && line.second)
        m_keysSoon.start();
}

void LiveSession::refreshKeysSoon()
{
    if (m_state.reach != Reach::Connected)
        return; // it reads them when it connects
    if (m_keys.state().loading)
        return m_keysSoon.start();
    m_keys.refresh();
}

void LiveSession::runBackground()
{
    followOthers();
    connect(&m_changes, &ChangeService::changed, this, &LiveSession::followChanges);
    connect(&m_sync, &usage::SyncService::changed, this, &LiveSession::followUsage);
    connect(&m_guards, &guards::GuardService::changed, this, &LiveSession::followGuards);
    connect(&m_timer, &QTimer::timeout, this, &LiveSession::look);
    m_timer.start(betweenLooks);
    if (m_state.profile.kind == "embedded"_L1)
        connect(&m_parts.gateway, &TestGateway::changed, this, [this] {
            if (m_parts.gateway.state().adminUrl != m_state.profile.adminUrl)
                check();
        });
    check();
}

void LiveSession::look()
{
    const bool connected = m_state.reach == Reach::Connected;
    if (connected)
        m_guards.enforce(); // a period ends also while usage cannot be read
    if (connected && tellsUsage())
        m_sync.sync();
    else if (!connected || !ownKeyAnswers())
        check();
    if (connected && catalogIsDue()) {
        m_catalogTried = m_parts.clock.now();
        m_catalog.refresh();
    }
}

// A window that is open for days keeps a snapshot a day; one that failed is tried again an hour later.
bool LiveSession::catalogIsDue() const
{
    const auto &state = m_catalog.state();
    const QDateTime now = m_parts.clock.now();
    const bool tried = m_catalogTried && m_catalogTried->secsTo(now) < 3600;
    return state.asOf && state.asOf->secsTo(now) >= 24 * 3600 && !tried && !state.loading;
}

gateway::Connection LiveSession::connection()
{
    const Profile &profile = m_state.profile;
    return gateway::Connection{
        profile.dataUrl, profile.adminUrl, m_adminSecret, m_dataSecret, profile.userId, m_guarded, m_parts.clock};
}

void LiveSession::check()
{
    if (m_checks.count() == 0)
        m_checks.run(checkTask());
}

Task<> LiveSession::checkTask()
{
    const Result<> reached = co_await connected();
    if (reached && m_parts.background) {
        useOwnKey();
        m_keys.refresh();
        m_catalog.judge();
        if (tellsUsage())
            m_sync.sync();
    }
}

// Known once its gateway was asked.
bool LiveSession::tellsUsage() const
{
    return m_sync.supported() && features().has(gateway::Feature::UsageRows);
}

// Nobody runs the embedded gateway: for a reader of the state that is "no answer", not "something was not found".
Failure LiveSession::asSeen(Failure failure) const
{
    if (m_state.profile.kind == "embedded"_L1 && failure.kind == FailureKind::NotFound)
        failure.kind = FailureKind::Network;
    return failure;
}

Task<Result<>> LiveSession::connected()
{
    m_state.reach = Reach::Checking;
    announce();
    const Result<> reached = co_await reach();
    m_state.reach = reached ? Reach::Connected : Reach::Offline;
    m_state.failure = reached ? std::nullopt : std::optional(asSeen(reached.error()));
    announce();
    co_return reached;
}

Task<Result<>> LiveSession::reach()
{
    m_addressed = false;
    co_await orReturn(resolve());
    m_addressed = true;
    m_current.use(adminOf(connection()));
    co_return co_await greet();
}

// The embedded gateway's addresses; what the profile says of them is from the day it was made.
void LiveSession::moveTo(const QUrl &dataUrl, const QUrl &adminUrl)
{
    if (!dataUrl.isValid() || !adminUrl.isValid())
        return;
    m_state.profile.dataUrl = dataUrl;
    m_state.profile.adminUrl = adminUrl;
}

// Nobody answers for the embedded gateway: its key is of no use any more. It may still be draining.
void LiveSession::forgetGateway()
{
    moveTo(m_parts.gateway.state().dataUrl, m_parts.gateway.state().adminUrl);
    if (m_adminSecret.isEmpty())
        return;
    m_adminSecret = {};
    m_current.use(adminOf(connection()));
}

// Finds URLs and secrets: the embedded gateway's with whoever runs it, the others' where the profile says.
Task<Result<>> LiveSession::resolve()
{
    if (m_state.profile.kind == "embedded"_L1) {
        const auto access = co_await m_parts.gateway.access();
        if (!access) {
            forgetGateway();
            co_return tl::unexpected<Failure>(access.error());
        }
        moveTo(access->owner.dataUrl, access->owner.adminUrl);
        m_adminSecret = access->adminKey;
        m_certificate = access->certificate;
        m_http.trustOnly(access->certificate);
        m_streams.trustOnly(access->certificate);
    } else {
        m_adminSecret = co_await orReturn(m_parts.vaults.resolve(m_state.profile.adminKeyRef));
    }
    m_dataSecret = co_await orReturn(m_parts.vaults.resolve(m_state.profile.dataKeyRef));
    co_await orReturn(openClientKey());
    co_return Result<>();
}

// A key without a passphrase was read at the beginning.
Task<Result<>> LiveSession::openClientKey()
{
    if (m_state.profile.clientKeyPassRef.isEmpty() || !m_clientKeyPass.isEmpty())
        co_return Result<>();
    m_clientKeyPass = co_await orReturn(m_parts.vaults.resolve(m_state.profile.clientKeyPassRef));
    const net::HttpOptions options = httpOptionsOf(m_state.profile, m_clientKeyPass);
    m_http.useFiles(options);
    m_streams.useFiles(options);
    co_return Result<>();
}

Task<Result<ConnectionProbe::Question>> LiveSession::question()
{
    co_await orReturn(resolve());
    co_return ConnectionProbe::Question{m_state.profile, m_adminSecret, m_dataSecret, m_certificate, m_clientKeyPass};
}

Task<Result<>> LiveSession::greet()
{
    QElapsedTimer clock;
    clock.start();
    co_await orReturn(m_admin.health());
    m_state.roundTripMs = clock.elapsed();
    const gateway::Identity identity = co_await orReturn(m_admin.identity());
    m_state.version = identity.version;
    co_await keepUserId(identity.userId);
    if (m_admin.aliases())
        m_state.aliases = co_await orReturn(m_catalog.read());
    co_return Result<>();
}

// A later version of the gateway may refuse the secret without it. What a person gave stays.
Task<> LiveSession::keepUserId(QString told)
{
    if (told.isEmpty() || !m_state.profile.userId.isEmpty())
        co_return;
    const auto write = [id = m_state.profile.id, told](sql::Database &db) { return store::keepUserId(db, id, told); };
    const auto kept = co_await m_parts.store.write(write);
    if (!kept)
        qCWarning(gwWorkspace).noquote() << "the user id is not kept:" << kept.error().detail;
    if (!kept.value_or(false))
        co_return;
    m_state.profile.userId = told;
    m_state.profile.userIdTold = true;
}

} // namespace workspace
