// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/test_gateway_host.h"
#include "base/log.h"
#include "base/or_return.h"
#include "base/wait.h"
#include "secrets/handover.h"
#include "secrets/vaults.h"
#include "workspace/data_dir.h"
#include "workspace/gateway_database.h"
#include "workspace/gateway_words.h"
#include "workspace/words.h"
#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace workspace {

static constexpr qsizetype mostLines = 2000; // of the live log

TestGatewayHost::TestGatewayHost(QString dataDir, secrets::Vaults &vaults, const Clock &clock)
    : m_dataDir(std::move(dataDir)), m_vaults(vaults), m_clock(clock), m_watch(m_dataDir)
{
    connect(&m_watch, &Observable::changed, this, [this] {
        m_state.glance = m_watch.state();
        announce();
    });
    connect(&m_poll, &QTimer::timeout, this, [this] { look(); });
    m_poll.start(1s);
    look();
}

TestGatewayHost::~TestGatewayHost() = default;

void TestGatewayHost::start(quint16 port)
{
    const QString host = m_wish.listen ? m_wish.listen->host : u"127.0.0.1"_s;
    m_wish.listen = Listen{host, port};
    m_wish.adminListen.reset();
    m_state.port = port;
    if (m_state.mode == Mode::Stopped && m_tasks.count() == 0)
        m_tasks.run(startTask());
}

void TestGatewayHost::startAnew(quint16 port)
{
    if (m_state.mode != Mode::Stopped || m_tasks.count() != 0)
        return;
    const Result<QString> moved = moveGatewayDatabaseAside(m_dataDir, database(), m_clock.now());
    if (moved)
        return start(port);
    m_state.failure = moved.error();
    announce();
}

void TestGatewayHost::stop()
{
    if (m_state.mode == Mode::Here && m_tasks.count() == 0)
        m_tasks.run(stopTask());
}

void TestGatewayHost::watch(bool watched)
{
    m_watched = watched;
    heed();
}

// Only a gateway that runs can be looked at.
void TestGatewayHost::heed()
{
    const bool on = m_state.mode == Mode::Here || m_state.mode == Mode::Elsewhere;
    m_watch.watch(m_watched && on);
    if (!on)
        m_watch.forget();
}

Task<> TestGatewayHost::startTask()
{
    co_await started();
}

Task<> TestGatewayHost::stopTask()
{
    co_await stopped();
}

Task<Result<>> TestGatewayHost::started()
{
    m_state.mode = Mode::Starting;
    m_state.failure.reset();
    announce();
    const Result<> up = co_await bringUp();
    if (!up) {
        m_lock.reset();
        m_server.reset();
        m_thread.reset();
        m_state.mode = Mode::Stopped;
        m_state.failure = up.error();
        qCInfo(gwGateway).noquote() << "the embedded gateway did not start:" << up.error().detail;
        look(); // perhaps because another program runs it
    }
    announce();
    co_return up;
}

// The first one of the file is the gateway's own; those that vouch for it may follow.
static QByteArray certificateIn(const std::string &file)
{
    QFile pem(QFile::decodeName(file.c_str())); // fromPath("") would read all folders below the working one
    if (file.empty() || !pem.open(QIODevice::ReadOnly))
        return {};
    const QList<QSslCertificate> chain = QSslCertificate::fromData(pem.readAll(), QSsl::Pem);
    return chain.isEmpty() ? QByteArray() : chain.first().toPem();
}

Task<Result<>> TestGatewayHost::bringUp()
{
    if (!makeDataDir(m_dataDir))
        co_return fail(FailureKind::Storage, Words::tr("the folder %1 cannot be made").arg(m_dataDir));
    m_lock = co_await orReturn(takeLock());
    m_lock->write(self());
    GatewayConfig config = co_await orReturn(configured());
    Secret key = co_await orReturn(adminKey());
    config.options.adminKey = secrets::forGateway(key);
    const auto log = [this](std::vector<proxy::Event> events) {
        const auto take = [this, events = std::move(events)] { this->take(events); };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    };
    if (m_wish.keepsLog)
        config.options.onEvents = log;
    m_certificate = certificateIn(config.options.certFile);
    m_thread = std::make_unique<GatewayThread>();
    connect(m_thread.get(), &GatewayThread::counted, this, [this](const proxy::Counters &now) {
        const bool same = m_state.requests == quint64(now.requests) && m_state.openStreams == quint64(now.openStreams)
            && m_state.rowsLost == quint64(now.rowsLost) && m_state.refused == quint64(now.refused);
        m_state.requests = quint64(now.requests);
        m_state.openStreams = quint64(now.openStreams);
        m_state.refused = quint64(now.refused);
        m_state.rowsLost = quint64(now.rowsLost);
        if (!same)
            announce();
    });
    m_thread->start(std::move(config.options));
    const bool ended = co_await SignalWait(m_thread.get(), &GatewayThread::startEnded, 60s);
    if (!ended)
        co_return fail(FailureKind::Timeout, Words::tr("the embedded gateway did not start within 60 s"));
    if (!m_thread->answer())
        co_return tl::unexpected<Failure>(failureOf(m_thread->answer().error()));
    co_return announceRunning(key);
}

Task<Result<std::unique_ptr<GatewayLock>>> TestGatewayHost::takeLock()
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        auto lock = GatewayLock::take(m_dataDir);
        if (lock || lock.error().kind != FailureKind::Locked)
            co_return lock;
        co_await Pause(20ms); // a probe holds it for a moment
    }
    const auto owner = ownerOf(m_dataDir);
    const QString who = owner ? Words::tr("run by %1, pid %2").arg(owner->program).arg(owner->pid) : QString();
    co_return fail(FailureKind::Locked, Words::tr("the embedded gateway of %1 is already %2").arg(m_dataDir, who));
}

QString TestGatewayHost::database() const
{
    return m_wish.databaseFile.isEmpty() ? gatewayDatabaseIn(m_dataDir) : m_wish.databaseFile;
}

Task<Result<GatewayConfig>> TestGatewayHost::configured()
{
    GatewayConfig config = co_await orReturn(configOf(m_wish.configFile));
    for (const SecretWish &wish : std::as_const(config.secrets)) {
        const Result<Secret> secret = co_await m_vaults.resolve(wish.ref);
        if (!secret)
            co_return fail(secret.error().kind,
                u"%1: %2"_s.arg(m_wish.configFile, problemAt(wish.place, wish.ref, secret.error()).text()));
        if (wish.of == SecretWish::Of::Upstream)
            config.options.upstreams[wish.index].key = secrets::forGateway(*secret);
        else
            config.options.keys[wish.index].secret = secrets::forGateway(*secret);
    }
    const Listen usual{u"127.0.0.1"_s, m_state.port};
    const Listen data = m_wish.listen.value_or(config.listen.value_or(usual));
    const Listen next{data.host, quint16(data.port == 0 ? 0 : data.port + 1)};
    const Listen admin = m_wish.adminListen.value_or(m_wish.listen ? next : config.adminListen.value_or(next));
    if (admin.host != data.host)
        co_return fail(FailureKind::Input, Words::tr("both ports must be on the same address"));
    config.options.host = data.host.toStdString();
    if (!m_wish.certFile.isEmpty() || !m_wish.keyFile.isEmpty()) {
        config.options.certFile = QFile::encodeName(m_wish.certFile).toStdString();
        config.options.keyFile = QFile::encodeName(m_wish.keyFile).toStdString();
    }
    config.options.insecureListen = m_wish.insecureListen;
    config.options.dataPort = data.port;
    config.options.adminPort = admin.port;
    config.options.dbPath = QFile::encodeName(database()).toStdString();
    config.options.seed = m_wish.seed;
    co_return config;
}

Task<Result<Secret>> TestGatewayHost::adminKey()
{
    if (m_wish.adminKeyFile.isEmpty())
        co_return secrets::newSecret("gwa-");
    const QString reference = u"file:"_s + m_wish.adminKeyFile;
    const Result<Secret> key = co_await m_vaults.resolve(reference);
    if (!key) // the file is what cannot be used, not a keyring
        co_return fail(FailureKind::Input, Words::tr("the admin key file: %1").arg(key.error().detail));
    co_return *key;
}

Result<> TestGatewayHost::announceRunning(Secret adminKey)
{
    const proxy::Started &started = *m_thread->answer();
    m_state.dataUrl = QUrl(QString::fromStdString(started.dataUrl));
    m_state.adminUrl = QUrl(QString::fromStdString(started.adminUrl));
    m_state.pid = QCoreApplication::applicationPid();
    m_state.startedAt = m_clock.now();
    m_warnings.clear();
    for (const std::string &warning : started.warnings)
        m_warnings << QString::fromStdString(warning);
    for (const proxy::IssuedKey &issued : started.issued)
        m_newSecrets.append(
            NewSecret{QString::fromStdString(issued.name), Secret(QByteArray::fromStdString(issued.secret))});
    m_adminKey = std::move(adminKey);
    m_lock->write(self());
    m_server = std::make_unique<OwnerServer>();
    if (const auto listening = m_server->listen(m_dataDir, here()); !listening)
        return listening;
    m_state.mode = Mode::Here;
    heed();
    qCInfo(gwGateway).noquote() << "the embedded gateway runs at" << m_state.dataUrl.toString();
    return {};
}

Task<> TestGatewayHost::stopped()
{
    if (m_state.mode != Mode::Here)
        co_return;
    m_server.reset();
    m_thread->stop(5000);
    co_await SignalWait(m_thread.get(), &GatewayThread::stopped, 10s);
    m_thread.reset();
    m_lock.reset();
    m_adminKey = {};
    qCInfo(gwGateway) << "the embedded gateway was stopped";
    m_state.mode = Mode::Stopped;
    m_state.pid = 0;
    m_state.openStreams = 0;
    heed();
    announce();
}

Task<Result<GatewayAccess>> TestGatewayHost::access()
{
    if (m_state.mode == Mode::Here)
        co_return here();
    co_return co_await askOwner(m_dataDir);
}

GatewayAccess TestGatewayHost::here() const
{
    return {self(), m_adminKey, m_certificate};
}

GatewayOwner TestGatewayHost::self() const
{
    const bool up = m_thread && m_thread->answer();
    return GatewayOwner{QCoreApplication::applicationPid(), QCoreApplication::applicationName(),
        up ? m_state.dataUrl : QUrl(), up ? m_state.adminUrl : QUrl()};
}

void TestGatewayHost::take(const std::vector<proxy::Event> &events)
{
    for (const proxy::Event &event : events)
        m_state.log.append(lineOf(event));
    if (m_state.log.size() > mostLines)
        m_state.log.remove(0, m_state.log.size() - mostLines);
    if (m_thread)
        m_thread->count();
    announce();
}

// What another program does with the gateway is seen here, once a second.
void TestGatewayHost::look()
{
    if (m_state.mode == Mode::Here && m_thread)
        return m_thread->count();
    if (m_state.mode == Mode::Starting)
        return;
    const auto owner = ownerOf(m_dataDir);
    const Mode mode = owner && owner->dataUrl.isValid() ? Mode::Elsewhere : Mode::Stopped;
    if (mode == m_state.mode && (mode == Mode::Stopped || owner->pid == m_state.pid))
        return;
    m_state.mode = mode;
    m_state.pid = mode == Mode::Elsewhere ? owner->pid : 0;
    m_state.dataUrl = mode == Mode::Elsewhere ? owner->dataUrl : QUrl();
    m_state.adminUrl = mode == Mode::Elsewhere ? owner->adminUrl : QUrl();
    heed();
    announce();
}

} // namespace workspace
