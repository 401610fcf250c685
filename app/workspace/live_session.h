// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include "guards/guard_service.h"
#include "net/pace.h"
#include "net/qt_http.h"
#include "net/retry.h"
#include "smoke/run_service.h"
#include "usage/left_to_spend.h"
#include "usage/sync_service.h"
#include "workspace/call_file.h"
#include "workspace/change_service.h"
#include "workspace/connection_probe.h"
#include "workspace/current_admin.h"
#include "workspace/owned_http.h"
#include "workspace/passport_admin.h"
#include "workspace/rotation_work.h"
#include "workspace/run_keys.h"
#include "workspace/store_ports.h"
#include "workspace/stored_catalogs.h"
#include "workspace/test_gateway_host.h"
#include "workspace/workspace.h"
#include <QTimer>

namespace gateway {
class OwnKey;
}

namespace workspace {

// What a session shares with the others of its workspace, which outlives it.
struct SessionParts
{
    store::Store &store;
    secrets::Vaults &vaults;
    TestGatewayHost &gateway;
    smoke::RunArchive &archive;
    const Clock &clock;
    bool background = false; // checks and syncs by itself
    QString runKeys = {}; // a folder for notes of temporary keys; empty: none are made
    QString calls = {}; // a folder where calls are counted with those of other programs; empty: alone
};

// The session of one profile over real parts. Main thread.
class LiveSession final : public Session
{
public:
    LiveSession(Profile profile, const gateway::Adapter &adapter, SessionParts parts);
    ~LiveSession() override;

    const State &state() const override { return m_state; }
    gateway::Features features() const override { return m_admin.features(); }
    QList<net::LaneState> requestBudget() const override { return m_paced.lanes(); }
    void check() override;
    keys::KeyService &keys() override { return m_keys; }
    keys::RotationWork &rotationWork() override { return m_rotationWork; }
    aliases::CatalogService &catalog() override { return m_catalog; }
    ChangeService &changes() override { return m_changes; }
    usage::SyncService &sync() override { return m_sync; }
    usage::LeftToSpend &leftToSpend() override { return m_left; }
    guards::GuardService &guards() override { return m_guards; }
    smoke::RunService &smoke() override { return m_smoke; }
    void runSmoke(QStringList checks, QStringList aliases) override;
    smoke::Plan planToRefuse(
        const Secret &key, const QStringList &aliases, std::chrono::milliseconds limit) const override;

    // What its timer does every 15 s: syncs, connects again, and reads a catalog that is a day old.
    void look();
    // check(), and waits for its end.
    Task<Result<>> connected();
    // The last connected() found URLs and secrets, whatever the gateway then said.
    bool addressed() const { return m_addressed; }
    gateway::Admin &admin() { return m_admin; }
    // What the data key is told of itself, all of it at once.
    Task<Result<KeyStanding>> ownKeyNow();
    // Its addresses and secrets, to be tried out step by step.
    Task<Result<ConnectionProbe::Question>> question();
    changes::Journal &journal() { return m_journal; }
    keys::KeyCache &seenKeys() { return m_cache; }
    // The plan of a smoke run: this profile's data key, or a key made for this run (scoped, capped, for an hour).
    Task<Result<smoke::Plan>> plan(QStringList checks, QStringList aliases, qint64 capNanos);
    // The plan of one with a key that is given.
    smoke::Plan planWith(const Secret &key, const QStringList &checks, const QStringList &aliases) const;
    // That proves a new key to work, by one call an alias.
    smoke::Plan planToProve(const Secret &key, const QStringList &aliases) const;
    // A data key for this session, in memory only: used where the profile has none.
    void setDataKey(const Secret &key) { m_givenKey = key; }
    // Deletes the key that plan() made.
    Task<> tidy();

private:
    Failure asSeen(Failure failure) const;
    Task<> checkTask();
    struct SmokeWish
    {
        QStringList checks;
        QStringList aliases;
    };
    Task<> smokeTask();
    Task<> oneRun(SmokeWish wish);
    Task<Result<>> reach();
    Task<Result<>> resolve();
    Task<Result<>> openClientKey();
    void forgetGateway();
    void followVault();
    void forgetSecrets();
    void moveTo(const QUrl &dataUrl, const QUrl &adminUrl);
    Task<Result<>> greet();
    Task<> keepUserId(QString told);
    Task<Result<Secret>> keyForRun(QStringList aliases, qint64 capNanos);
    Task<> removeLeftKeys();
    gateway::Connection connection();
    std::unique_ptr<gateway::Admin> adminOf(gateway::Connection connection) const;
    bool hasOnlyAKey() const;
    bool ownKeyAnswers() const; // so often that nobody else need ask whether the gateway is there
    std::unique_ptr<gateway::OwnKey> ownKeyReader();
    void useOwnKey();
    void keepReadings();
    Task<> readingsBefore(QString key);
    Task<> writeReadings();
    void runBackground();
    void followChanges();
    void followUsage();
    void followGuards();
    bool tellsUsage() const;
    bool catalogIsDue() const;
    void followOthers();
    Task<> keysOfOthers();
    void refreshKeysSoon();

    const gateway::Adapter &m_adapter;
    SessionParts m_parts;
    State m_state;
    bool m_addressed = false;
    net::QtHttp m_http;
    OwnedHttp m_owned; // for the adapter: the embedded gateway only while it runs,
    CallFile m_calls;
    net::PacedHttp m_paced; // no faster than its gateway allows,
    net::RetryingHttp m_retrying; // its reads repeated, its writes never,
    OwnedHttp m_ownedReads; // nor a read where nobody is,
    net::ReadOnlyHttp m_guarded; // and none on a connection marked read-only
    net::QtHttp m_streams; // of its own: six connections a host are soon taken, and a smoke test repeats nothing
    OwnedHttp m_ownedStreams;
    QByteArray m_certificate; // PEM of the only one taken; empty: any that is vouched for
    Secret m_adminSecret;
    Secret m_dataSecret;
    Secret m_givenKey;
    Secret m_clientKeyPass;
    CurrentAdmin m_current;
    PassportAdmin m_admin;
    StoredJournal m_journal;
    StoredJournal m_guardJournal;
    StoredKeys m_cache;
    StoredCatalogs m_catalogs;
    keys::KeyService m_keys;
    aliases::CatalogService m_catalog;
    ChangeService m_changes;
    bool m_vaultLocked = false;
    bool m_changing = false; // a set is being applied or taken back
    usage::SyncService m_sync;
    usage::LeftToSpend m_left;
    Secret m_ownKeySecret; // that its gauge asks with
    QString m_rememberedKey; // fingerprint of the key whose earlier readings were looked up
    QDateTime m_readingKept; // the last one
    guards::GuardService m_guards;
    std::optional<QDateTime> m_catalogTried; // by look()
    std::optional<QDateTime> m_guardedAt; // the sync that the guards looked at last
    QList<std::pair<qint64, GuardPhase>> m_guardPhases;
    smoke::RunService m_smoke;
    SessionRotation m_rotationWork;
    std::optional<Key> m_runKey;
    RunKeys m_runKeys;
    std::optional<SmokeWish> m_wish; // the next run
    bool m_begun = false; // a run was started and is not yet tidied away
    std::optional<std::pair<qint64, bool>> m_lastLine; // of the journal: its number, and whether it is closed
    QTimer m_timer;
    QTimer m_keysSoon;
    TaskScope m_checks;
    TaskScope m_runs;
    TaskScope m_looks;
    TaskScope m_readings;
};

} // namespace workspace
