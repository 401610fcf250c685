// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes on a connection to a running gateway: request heads, framing, limits, and what is answered. Input that names
// the admin API goes to the admin port.
#include "fuzz/answers.h"
#include "fuzz/fuzz.h"
#include "proxy/gateway.h"
#include <arpa/inet.h>
#include <cerrno>
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

proxy::Gateway *gateway = nullptr;

// No model that takes its time, and a database that is soon full: rows are counted and not kept.
void start()
{
    std::string folder = std::string(std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "/tmp") + "/fuzz-head-XXXXXX";
    fuzz::holds(::mkdtemp(folder.data()) != nullptr, "there is room for a database");
    proxy::Options options;
    options.dbPath = folder + "/gateway.db";
    options.adminKey = "sk-admin-of-fuzzing";
    options.keys = {{"k", "sk-fuzz", {}, {"test-500", "test-200-error", "test-bytewise"}, {}, true}};
    options.limits.databasePages = 60;
    options.limits.bodyBytes = 65'536;
    gateway = new proxy::Gateway;
    fuzz::holds(gateway->start(options).has_value(), "the gateway starts");
    std::atexit([] { delete gateway; });
}

// Whether the parser saw a mistake before the end of a head that never ends depends on how the bytes came: a refusal
// more or less at the end is the same.
bool sameAnswers(const std::vector<int> &a, const std::vector<int> &b)
{
    const std::vector<int> &longer = a.size() > b.size() ? a : b;
    const std::vector<int> &shorter = a.size() > b.size() ? b : a;
    const bool same = std::equal(shorter.begin(), shorter.end(), longer.begin());
    return same && (longer.size() == shorter.size() || (longer.size() == shorter.size() + 1 && longer.back() == 400));
}

int connected(std::uint16_t port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Closed with a reset: thousands of connections a second must leave no port waiting.
    const linger none{1, 0};
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    const bool done = ::connect(socket, reinterpret_cast<sockaddr *>(&where), sizeof where) == 0;
    fuzz::holds(done, "the gateway takes connections");
    return socket;
}

std::string readAll(int socket)
{
    std::string all;
    char bytes[16'384];
    pollfd wait{socket, POLLIN, 0};
    while (true) {
        int ready = -1;
        do { // the fuzzer's own timer may interrupt it
            ready = ::poll(&wait, 1, 60'000);
        } while (ready < 0 && errno == EINTR);
        fuzz::holds(ready == 1, "the gateway answers or closes in time");
        const ssize_t count = ::recv(socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            return all;
        all.append(bytes, std::size_t(count));
    }
}

std::string answerTo(std::string_view input, bool cut)
{
    const bool admin = input.find("/admin") != std::string_view::npos;
    const int socket = connected(admin ? gateway->started().adminPort : gateway->started().dataPort);
    const auto send = [socket](std::string_view bytes) {
        static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    };
    if (cut)
        fuzz::inPieces(input, send);
    else
        send(input);
    ::shutdown(socket, SHUT_WR);
    std::string answer = readAll(socket);
    ::close(socket);
    return answer;
}

// What does not hold for the answers to this input; nullptr: all does.
const char *wrongWith(std::string_view input)
{
    const fuzz::Answers whole = fuzz::answersIn(answerTo(input, false), input);
    if (!whole.wellFormed)
        return "every answer is well-formed HTTP";
    if (whole.statuses.size() > 1 + fuzz::countOf(input, "HTTP/1."))
        return "no more answers than requests";
    const bool refused = whole.statuses.empty() || (whole.statuses.size() == 1 && whole.statuses.front() >= 400);
    if (fuzz::twoLengths(input) && !refused)
        return "a request with two lengths is refused and nothing behind it is read";
    if (input.find("/admin") != std::string_view::npos)
        return nullptr; // a change is answered differently the second time
    const fuzz::Answers cut = fuzz::answersIn(answerTo(input, true), input);
    return cut.wellFormed && sameAnswers(cut.statuses, whole.statuses) ? nullptr
                                                                       : "the same answers however the request comes";
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    ::signal(SIGPIPE, SIG_IGN);
    start();
    return 0;
}

// A client that has closed its half may be taken for gone in the middle of an answer: what is wrong must be so always.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = fuzz::textOf(data, size);
    if (input.find("to 1") != std::string_view::npos || input.find("numbers") != std::string_view::npos)
        return -1; // asks the scripted model to count: minutes of answer
    const char *wrong = wrongWith(input);
    for (int again = 0; wrong && again < 4; ++again)
        wrong = wrongWith(input);
    fuzz::holds(!wrong, wrong);
    return 0;
}
