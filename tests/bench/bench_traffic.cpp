// SPDX-License-Identifier: GPL-3.0-or-later
// The load of the gateway's benchmark; run by gateway.py:
//   bench_traffic open PORT MODEL RATE SECONDS CONNECTIONS   calls at a fixed rate, however slow the answers are
//   bench_traffic streams PORT MODEL STREAMS                 so many streams at a time, each read to its end
//   bench_traffic upstream PORT                              what answers the streams
// Prints one line of JSON; times in µs. BENCH_KEY holds the key.
#include "traffic_upstream.h"
#include <deque>
#include <sys/prctl.h>

namespace {

using namespace traffic;

// Calls that are due at fixed times: a late answer delays no later call, and its own delay counts from when it was due.
class OpenLoop final
{
public:
    OpenLoop(int port, const std::string &model, std::size_t connections) : m_call(chatCall(model, false))
    {
        for (std::size_t i = 0; i < connections; ++i) {
            m_peers.push_back({connected(port), {}, 0});
            m_poll.add(m_peers.back().socket, i);
            m_free.push_back(i);
        }
    }

    void run(double rate, double seconds)
    {
        const auto calls = std::int64_t(rate * seconds);
        const std::int64_t start = nowNs() + 10'000'000;
        while (std::int64_t(m_took.size()) + m_failed < calls) {
            const std::int64_t due = start + std::int64_t(double(m_begun) * 1e9 / rate);
            if (m_begun < calls && nowNs() >= due) {
                ++m_begun;
                m_waiting.push_back(due);
            }
            sendWaiting();
            const std::int64_t next = m_begun < calls ? start + std::int64_t(double(m_begun) * 1e9 / rate) : INT64_MAX;
            m_poll.wait(std::min(next, nowNs() + 1'000'000'000), [this](std::size_t peer) { ready(peer); });
        }
        const double middle = percentile(m_took, 50);
        std::printf("{\"calls\":%zu,\"failed\":%lld,\"p50\":%.1f,\"p99\":%.1f}\n", m_took.size(),
            static_cast<long long>(m_failed), middle, percentile(m_took, 99));
    }

private:
    struct Peer
    {
        int socket;
        std::string in;
        std::int64_t due;
    };

    void sendWaiting()
    {
        while (!m_waiting.empty() && !m_free.empty()) {
            Peer &peer = m_peers[m_free.front()];
            m_free.pop_front();
            peer.due = m_waiting.front();
            m_waiting.pop_front();
            sendAll(peer.socket, m_call);
        }
    }

    void ready(std::size_t number)
    {
        Peer &peer = m_peers[number];
        if (!receive(peer.socket, peer.in))
            die("a connection was closed");
        if (const std::size_t size = wholeAnswer(peer.in); size > 0) {
            const std::int64_t took = nowNs() - peer.due;
            if (peer.in.compare(9, 3, "200") == 0)
                m_took.push_back(took);
            else
                ++m_failed;
            peer.in.erase(0, size);
            m_free.push_back(number);
        }
    }

    std::string m_call;
    Poll m_poll;
    std::vector<Peer> m_peers;
    std::deque<std::size_t> m_free;
    std::deque<std::int64_t> m_waiting; // due times without a free connection
    std::vector<std::int64_t> m_took;
    std::int64_t m_begun = 0;
    std::int64_t m_failed = 0;
};

// Takes the chunk frames off a message, wherever it is split.
class Unchunked final
{
public:
    void feed(std::string_view bytes, std::string &out)
    {
        for (const char c : bytes) {
            if (m_left > 0) {
                out += c;
                --m_left;
            } else if (c == '\n' && !m_line.empty()) {
                m_left = std::strtoul(m_line.c_str(), nullptr, 16);
                m_done = m_done || m_left == 0;
                m_line.clear();
            } else if (c != '\r' && c != '\n') {
                m_line += c;
            }
        }
    }
    bool done() const { return m_done; }

private:
    std::string m_line;
    unsigned long m_left = 0;
    bool m_done = false;
};

class Streams final
{
public:
    Streams(int port, const std::string &model, std::size_t count) : m_call(chatCall(model, true))
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_streams.push_back({connected(port), {}, {}, {}, 0});
            m_poll.add(m_streams.back().socket, i);
        }
    }

    void run()
    {
        constexpr std::int64_t apart = 213'700; // ns; spreads their chunks over the period
        const std::int64_t start = nowNs() + 10'000'000;
        std::size_t begun = 0;
        while (m_ended < m_streams.size()) {
            const std::int64_t next = start + std::int64_t(begun) * apart;
            if (begun < m_streams.size() && nowNs() >= next)
                sendAll(m_streams[begun++].socket, m_call);
            if (nowNs() > start + 20'000'000'000)
                die("the streams did not end within 20 s");
            m_poll.wait(begun < m_streams.size() ? next : nowNs() + 1'000'000'000, [this](std::size_t i) { ready(i); });
        }
        const auto lost = std::int64_t(m_streams.size()) * chunksOfStream - std::int64_t(m_took.size());
        double sum = 0;
        for (const std::int64_t took : m_took)
            sum += double(took) / 1000;
        const double mean = sum / double(m_took.size());
        const double middle = percentile(m_took, 50);
        std::printf("{\"chunks\":%zu,\"lost\":%lld,\"disordered\":%lld,\"mean\":%.1f,\"p50\":%.1f,\"p99\":%.1f}\n",
            m_took.size(), static_cast<long long>(lost), static_cast<long long>(m_disordered), mean, middle,
            percentile(m_took, 99));
    }

private:
    struct Stream
    {
        int socket;
        std::string head; // until it has ended
        Unchunked frames;
        std::string text; // the unfinished line
        int next;
    };

    void ready(std::size_t number)
    {
        Stream &stream = m_streams[number];
        std::string in;
        if (!receive(stream.socket, in))
            die("a stream was cut");
        const std::int64_t now = nowNs();
        std::string_view bytes = in;
        if (!stream.head.ends_with("\r\n\r\n")) {
            const std::size_t had = stream.head.size();
            stream.head += in;
            const std::size_t end = stream.head.find("\r\n\r\n");
            if (end == std::string::npos)
                return;
            bytes.remove_prefix(end + 4 - had);
            stream.head.resize(end + 4);
            if (stream.head.compare(9, 3, "200") != 0)
                die("a stream was refused");
        }
        stream.frames.feed(bytes, stream.text);
        for (std::size_t end = stream.text.find('\n'); end != std::string::npos; end = stream.text.find('\n')) {
            line(stream, stream.text.substr(0, end), now);
            stream.text.erase(0, end + 1);
        }
        m_ended += stream.frames.done();
    }

    void line(Stream &stream, const std::string &text, std::int64_t now)
    {
        const std::size_t at = text.find("\"content\":\"");
        if (at == std::string::npos)
            return;
        char *rest = nullptr;
        const long number = std::strtol(text.c_str() + at + 11, &rest, 10);
        m_disordered += number != stream.next++;
        m_took.push_back(now - std::strtoll(rest, nullptr, 10));
    }

    std::string m_call;
    Poll m_poll;
    std::vector<Stream> m_streams;
    std::vector<std::int64_t> m_took;
    std::int64_t m_disordered = 0;
    std::size_t m_ended = 0;
};

} // namespace

int main(int count, char **words)
{
    prctl(PR_SET_TIMERSLACK, 1); // a timer that is 50 µs late would be most of what is measured
    const std::vector<std::string> args(words + 1, words + count);
    if (args.size() == 6 && args[0] == "open")
        OpenLoop(std::stoi(args[1]), args[2], std::stoul(args[5])).run(std::stod(args[3]), std::stod(args[4]));
    else if (args.size() == 4 && args[0] == "streams")
        Streams(std::stoi(args[1]), args[2], std::stoul(args[3])).run();
    else if (args.size() == 2 && args[0] == "upstream")
        Upstream(std::stoi(args[1])).serve();
    else
        die("open PORT MODEL RATE SECONDS CONNECTIONS | streams PORT MODEL STREAMS | upstream PORT");
    return 0;
}
