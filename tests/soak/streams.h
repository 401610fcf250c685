// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace soak {

// How a call ended, as its client saw it.
enum class Seen { Running, Whole, Left, LeftEarly, Refused, Broken };

struct Asked
{
    Seen seen = Seen::Running;
    int status = 0;
};

// Many clients on one thread: each opens a stream, reads it to its end or leaves it, and opens the next.
class Streams final
{
public:
    Streams(int port, std::vector<std::string> keys, int count, unsigned seed);
    ~Streams();
    Streams(const Streams &) = delete;
    Streams &operator=(const Streams &) = delete;

    // Handles what has come; at most so many ms. more: streams that end are followed by others.
    void turn(int ms, bool more);
    int open() const { return m_open; }
    // By number: the request id is "soak-" and the number.
    const std::vector<Asked> &asked() const { return m_asked; }
    std::int64_t chunks() const { return m_chunks; }
    // Why the first broken stream is broken.
    const std::string &trouble() const { return m_trouble; }

private:
    struct Client;

    void begin(Client &client);
    void send(Client &client);
    void read(Client &client);
    void took(Client &client);
    void end(Client &client, Seen seen);
    void judge(Client &client);
    bool connected(Client &client);
    int dice(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_random); }

    int m_port;
    std::vector<std::string> m_keys;
    std::mt19937 m_random;
    int m_poll;
    int m_open = 0;
    std::vector<Client> m_clients;
    std::vector<Asked> m_asked;
    std::int64_t m_chunks = 0;
    std::string m_trouble;
};

} // namespace soak
