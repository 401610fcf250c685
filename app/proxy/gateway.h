// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include "proxy/event.h"
#include <memory>
#include <tl/expected.hpp>

namespace proxy {

enum class StartFailure {
    BadOptions,
    PortInUse,
    CannotListen,
    DatabaseCorrupt,
    DatabaseNewer,
    DatabaseLocked,
    DatabaseFull,
    DatabaseFailed
};

// Why a gateway did not start, in one sentence.
struct StartError
{
    StartFailure kind = StartFailure::BadOptions;
    std::string detail;
};

// A key of the configuration that got a new secret at this start; told once.
struct IssuedKey
{
    std::string name;
    std::string secret;
};

// Where a started gateway listens.
struct Started
{
    std::string dataUrl; // http://127.0.0.1:8790/v1
    std::string adminUrl; // http://127.0.0.1:8791/admin/v1
    std::uint16_t dataPort = 0;
    std::uint16_t adminPort = 0;
    std::vector<IssuedKey> issued;
    std::vector<std::string> warnings; // for instance: the configuration overrode the database
};

// Running totals since the start.
struct Counters
{
    std::int64_t requests = 0;
    std::int64_t refused = 0;
    std::int64_t connections = 0;
    std::int64_t openStreams = 0;
    std::int64_t rowsWritten = 0;
    std::int64_t rowsLost = 0;
};

// The embedded gateway: an I/O thread and a writer thread of its own. All methods from one thread, the owner's.
class Gateway final
{
public:
    Gateway();
    ~Gateway(); // stops without a drain

    tl::expected<Started, StartError> start(Options options);
    // Takes no new connections, lets running calls end for at most the given time, writes every row, joins the threads.
    void stop(int drainMs = 5'000);
    bool running() const;
    const Started &started() const;
    Counters counters() const;

private:
    struct Running;
    std::unique_ptr<Running> m_running;
    Started m_started;
};

// The schema number this build writes; for messages.
int databaseVersion();

} // namespace proxy
