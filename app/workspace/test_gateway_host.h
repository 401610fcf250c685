// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/task_scope.h"
#include "workspace/config.h"
#include "workspace/gateway_thread.h"
#include "workspace/gateway_watch.h"
#include "workspace/owner_link.h"
#include "workspace/test_gateway.h"
#include <QTimer>

namespace secrets {
class Vaults;
}

namespace workspace {

// How the embedded gateway is to be started. What a configuration file says about addresses gives way to what is set here.
struct GatewayWish
{
    std::optional<Listen> listen; // empty: the file's, else 127.0.0.1:8790
    std::optional<Listen> adminListen; // empty: the file's, else one port further (0 with 0)
    QString configFile; // empty: none
    QString databaseFile; // empty: gateway.db of the data dir
    QString adminKeyFile; // empty: a new admin key at each start
    QString certFile; // PEM, with its key: serve TLS; empty: as the file says
    QString keyFile;
    bool keepsLog = true; // of the newest calls, for who shows them
    bool insecureListen = false; // plain HTTP beyond loopback is wanted
    proxy::Seed seed = proxy::Seed::Empty;
};

// A key of the configuration that got a new secret at this start.
struct NewSecret
{
    QString key;
    Secret secret;
};

// Runs the embedded gateway of a data dir in this program, or watches another program do so. Main thread.
class TestGatewayHost final : public TestGateway
{
public:
    TestGatewayHost(QString dataDir, secrets::Vaults &vaults, const Clock &clock);
    ~TestGatewayHost() override;

    const State &state() const override { return m_state; }
    void start(quint16 port) override;
    void startAnew(quint16 port) override;
    void stop() override;
    void watch(bool watched) override;

    const QString &dataDir() const { return m_dataDir; }
    void setWish(GatewayWish wish) { m_wish = std::move(wish); }
    // Starts as wished and waits for the end of it; the failure is in the state too.
    Task<Result<>> started();
    // Drains and waits for the end of it.
    Task<> stopped();
    // The way in, whoever runs it; NotFound when nobody does.
    Task<Result<GatewayAccess>> access();
    // What the last start had to say: a file that overrode the database, and secrets made for keys of the file.
    const QStringList &warnings() const { return m_warnings; }
    QList<NewSecret> takeNewSecrets() { return std::exchange(m_newSecrets, {}); }

private:
    Task<> startTask();
    Task<> stopTask();
    Task<Result<>> bringUp();
    Task<Result<std::unique_ptr<GatewayLock>>> takeLock();
    Task<Result<GatewayConfig>> configured();
    QString database() const;
    Task<Result<Secret>> adminKey();
    Result<> announceRunning(Secret adminKey);
    void take(const std::vector<proxy::Event> &events);
    void look();
    void heed();
    GatewayOwner self() const;
    GatewayAccess here() const; // to the one that runs in this program

    QString m_dataDir;
    secrets::Vaults &m_vaults;
    const Clock &m_clock;
    GatewayWish m_wish;
    State m_state;
    QStringList m_warnings;
    QList<NewSecret> m_newSecrets;
    Secret m_adminKey;
    QByteArray m_certificate; // PEM, that it serves; empty: plain HTTP
    GatewayWatch m_watch;
    bool m_watched = false; // by somebody
    std::unique_ptr<GatewayLock> m_lock;
    std::unique_ptr<OwnerServer> m_server;
    QTimer m_poll;
    std::unique_ptr<GatewayThread> m_thread; // after what its events touch
    TaskScope m_tasks;
};

} // namespace workspace
