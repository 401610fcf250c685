// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/gateway.h"
#include "proxy/clock.h"
#include "proxy/listen_rules.h"
#include "proxy/opening.h"
#include "proxy/server.h"
#include "proxy/session.h"
#include "proxy/upstream_pool.h"
#include <array>

namespace proxy {

namespace {
constexpr int tick = 40; // ms: deadlines, clients that left, the event log

// Names of the OpenTelemetry conventions.
Metrics::Providers providersOf(const std::vector<UpstreamConfig> &upstreams)
{
    static constexpr std::array names = {"scripted", "openai", "anthropic", "gcp.gemini"};
    Metrics::Providers providers;
    for (const UpstreamConfig &upstream : upstreams)
        providers[upstream.name] = names[std::size_t(upstream.kind)];
    return providers;
}
} // namespace

// Everything of a gateway that runs. Built and torn down on the owner's thread, used on its own.
struct Gateway::Running
{
    Running(Options given, Opened opened);

    tl::expected<Started, StartError> listen();
    void run();
    void stop(int drainMs);
    void onTick();
    void scheduleTick();
    void tellEvents();
    StatusFacts facts() const;

    Options options;
    Started started;
    std::int64_t startedUs = wallMicros();
    Loop loop;
    FileLock lock;
    Catalog catalog;
    Journal journal;
    DataPlane data;
    AdminPlane admin;
    UpstreamPool pool;
    TlsContext tls;
    Shared shared;
    Listener dataListener;
    Listener adminListener;
    std::int64_t drainUntil = 0; // 0: not stopping
    std::atomic<std::int64_t> requests = 0;
    std::atomic<std::int64_t> refused = 0;
    std::atomic<std::int64_t> connections = 0;
    std::atomic<std::int64_t> openStreams = 0;
    std::thread thread;
};

Gateway::Running::Running(Options given, Opened opened)
    : options(std::move(given))
    , lock(std::move(opened.lock))
    , catalog(std::move(opened.catalog))
    , journal(std::move(opened.database), opened.lastUsageId, providersOf(catalog.upstreams()))
    , data(catalog, journal, options.limits)
    , admin(
          catalog, journal, data.health(), digestOf(options.adminKey),
          [this](std::function<void()> work) { loop.post(std::move(work)); }, [this] { return facts(); })
    , pool(loop)
    , shared{loop, options.limits, data, admin, pool, tls}
    , dataListener(shared, Listener::Plane::Data)
    , adminListener(shared, Listener::Plane::Admin)
{
    started.issued = std::move(opened.issued);
    started.warnings = std::move(opened.warnings);
    wipe(options.adminKey);
    data.wantEvents(bool(options.onEvents));
}

tl::expected<Started, StartError> Gateway::Running::listen()
{
    for (const UpstreamConfig &upstream : catalog.upstreams()) {
        const std::string why = upstream.kind != UpstreamKind::Scripted ? pool.add(upstream) : std::string();
        if (!why.empty())
            return tl::unexpected(StartError{StartFailure::BadOptions, why});
    }
    if (const std::string why = mayListen(options, catalog); !why.empty())
        return tl::unexpected(StartError{StartFailure::BadOptions, why});
    const bool secure = !options.certFile.empty() || !options.keyFile.empty();
    if (const std::string why = secure ? tls.serve(options.certFile, options.keyFile) : std::string(); !why.empty())
        return tl::unexpected(StartError{StartFailure::BadOptions, why});
    bool inUse = false;
    std::string why = dataListener.listen(options.host, options.dataPort, inUse);
    if (why.empty())
        why = adminListener.listen(options.host, options.adminPort, inUse);
    if (!why.empty())
        return tl::unexpected(StartError{inUse ? StartFailure::PortInUse : StartFailure::CannotListen, why});
    const std::string start = (secure ? "https://" : "http://") + urlHost(options.host) + ':';
    started.dataPort = dataListener.port();
    started.adminPort = adminListener.port();
    started.dataUrl = start + std::to_string(started.dataPort) + "/v1";
    started.adminUrl = start + std::to_string(started.adminPort) + "/admin/v1";
    return started;
}

void Gateway::Running::run()
{
    dataListener.start();
    adminListener.start();
    scheduleTick();
    thread = std::thread([this] {
        ignoreBrokenPipes();
        takeShortTurns();
        loop.run();
    });
}

void Gateway::Running::scheduleTick()
{
    loop.after(tick, [this] { onTick(); });
}

void Gateway::Running::onTick()
{
    const std::int64_t now = steadyMs();
    for (Session *session : shared.sessions)
        session->check(now);
    requests = data.requests();
    refused = data.refusedCalls();
    connections = std::int64_t(shared.sessions.size());
    openStreams = shared.openStreams;
    tellEvents();
    if (drainUntil && shared.sessions.empty())
        return loop.stop(); // nothing left
    if (drainUntil && now >= drainUntil) {
        for (Session *session : shared.sessions)
            session->abort();
    }
    scheduleTick();
}

void Gateway::Running::tellEvents()
{
    if (std::vector<Event> events = data.takeEvents(); !events.empty())
        options.onEvents(std::move(events));
}

void Gateway::Running::stop(int drainMs)
{
    loop.post([this, drainMs] {
        dataListener.stop();
        adminListener.stop();
        shared.draining = true;
        for (Session *session : shared.sessions)
            session->drain();
        drainUntil = steadyMs() + drainMs;
    });
    thread.join();
    tellEvents();
    pool.closeIdle();
    journal.stop();
    catalog.wipeSecrets();
}

StatusFacts Gateway::Running::facts() const
{
    StatusFacts now = {GW_VERSION, startedUs, started.dataUrl, started.adminUrl, options.dbPath, journal.rowsWritten(),
        journal.rowsQueued(), journal.rowsUnfiled(), journal.rowsLost(), journal.lastError(), data.requests(),
        std::int64_t(shared.sessions.size()), shared.openStreams, started.warnings,
        options.seed == Seed::Demo ? "demo" : "empty", journal.failingSince()};
    now.limits = options.limits;
    return now;
}

Gateway::Gateway() = default;

Gateway::~Gateway()
{
    stop(0);
}

tl::expected<Started, StartError> Gateway::start(Options options)
{
    if (m_running)
        return tl::unexpected(StartError{StartFailure::BadOptions, "the gateway runs already"});
    // The owner's thread may end after the program's exit handlers: what it kept until then would be a leak.
    const LeavesThread leaves;
    raiseFileLimit();
    tl::expected<Opened, StartError> opened = openDatabase(options);
    if (!opened)
        return tl::unexpected(opened.error());
    auto running = std::make_unique<Running>(std::move(options), std::move(*opened));
    tl::expected<Started, StartError> started = running->listen();
    if (!started) {
        running->catalog.wipeSecrets();
        return started;
    }
    m_started = *started;
    m_started.issued.clear(); // told once, in the answer
    running->started.issued.clear();
    m_running = std::move(running);
    m_running->run();
    return started;
}

void Gateway::stop(int drainMs)
{
    if (!m_running)
        return;
    const LeavesThread leaves;
    m_running->stop(drainMs);
    m_running.reset();
}

bool Gateway::running() const
{
    return m_running != nullptr;
}

const Started &Gateway::started() const
{
    return m_started;
}

Counters Gateway::counters() const
{
    if (!m_running)
        return {};
    return {m_running->requests, m_running->refused, m_running->connections, m_running->openStreams,
        m_running->journal.rowsWritten(), m_running->journal.rowsLost()};
}

int databaseVersion()
{
    return schemaVersion();
}

} // namespace proxy
