// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <arpa/inet.h>
#include <chrono>
#include <cstring>
#include <map>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

// A plain blocking HTTP/1.1 client over POSIX sockets: sends exactly the bytes a test wants sent.
namespace client {

struct Answer
{
    int status = 0; // 0: the connection ended without an answer
    std::map<std::string, std::string> headers; // names in lower case
    std::string body; // without chunk framing
    bool whole = false; // the message ended as HTTP says
    int chunks = 0;

    std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

class Connection final
{
public:
    explicit Connection(int port, int limitMs = 20'000) : m_limitMs(limitMs)
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(static_cast<std::uint16_t>(port));
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&where), sizeof where) != 0)
            close();
    }
    ~Connection() { close(); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool connected() const { return m_socket >= 0; }

    void close()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }

    bool send(const std::string &bytes)
    {
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t sent = ::send(m_socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            at += std::size_t(sent);
        }
        return true;
    }

    // Reads until the text was seen, the limit or the end; what was read stays for the next reading.
    bool readUntil(const std::string &text)
    {
        while (m_in.find(text) == std::string::npos) {
            if (!more())
                return false;
        }
        return true;
    }

    // Everything until the other side closes.
    std::string readAll()
    {
        while (more()) {
        }
        return std::exchange(m_in, {});
    }

    Answer read()
    {
        Answer answer;
        do {
            answer = {};
            if (!readUntil("\r\n\r\n"))
                return answer;
            readHead(answer);
        } while (answer.status == 100);
        readBody(answer);
        return answer;
    }

private:
    bool more()
    {
        pollfd wait{m_socket, POLLIN, 0};
        if (m_socket < 0 || ::poll(&wait, 1, m_limitMs) != 1)
            return false;
        char bytes[65'536];
        const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (count > 0)
            m_in.append(bytes, std::size_t(count));
        return count > 0;
    }

    void readHead(Answer &answer)
    {
        const std::size_t end = m_in.find("\r\n\r\n");
        std::string head = m_in.substr(0, end + 2);
        m_in.erase(0, end + 4);
        answer.status = std::atoi(head.c_str() + 9);
        for (std::size_t at = head.find("\r\n") + 2; at < head.size();) {
            const std::size_t stop = head.find("\r\n", at);
            const std::size_t colon = head.find(':', at);
            std::string name = head.substr(at, colon - at);
            for (char &c : name)
                c = char(std::tolower(static_cast<unsigned char>(c)));
            answer.headers[name] = head.substr(colon + 2, stop - colon - 2);
            at = stop + 2;
        }
    }

    void readBody(Answer &answer)
    {
        if (answer.header("transfer-encoding") == "chunked") {
            readChunks(answer);
        } else if (const std::string length = answer.header("content-length"); !length.empty()) {
            const std::size_t size = std::stoul(length);
            while (m_in.size() < size && more()) {
            }
            answer.whole = m_in.size() >= size;
            answer.body = m_in.substr(0, size);
            m_in.erase(0, answer.body.size());
        } else if (answer.status != 204 && answer.status != 304) {
            answer.body = readAll();
        } else {
            answer.whole = true;
        }
    }

    void readChunks(Answer &answer)
    {
        while (readUntil("\r\n")) {
            const std::size_t line = m_in.find("\r\n");
            const std::size_t size = std::stoul(m_in.substr(0, line), nullptr, 16);
            while (m_in.size() < line + 2 + size + 2) {
                if (!more()) {
                    answer.body += m_in.substr(line + 2);
                    return;
                }
            }
            answer.body += m_in.substr(line + 2, size);
            m_in.erase(0, line + 2 + size + 2);
            answer.chunks += size > 0;
            if (size == 0) {
                answer.whole = true;
                return;
            }
        }
    }

    int m_socket = -1;
    int m_limitMs;
    std::string m_in;
};

inline std::string requestText(const std::string &method, const std::string &path, const std::string &key,
    const std::string &body, const std::string &more = {})
{
    std::string text = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + more;
    if (!key.empty())
        text += "Authorization: Bearer " + key + "\r\n";
    if (method != "GET" && method != "DELETE")
        text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

// One request on a connection of its own.
inline Answer ask(int port, const std::string &method, const std::string &path, const std::string &key,
    const std::string &body = {}, const std::string &more = {})
{
    Connection connection(port);
    connection.send(requestText(method, path, key, body, more));
    return connection.read();
}

} // namespace client
