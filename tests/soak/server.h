// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/gateway.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace soak {

// Ends the program with what was wrong.
[[noreturn]] inline void die(const std::string &why)
{
    std::fprintf(stderr, "FAILED: %s\n", why.c_str());
    std::exit(1);
}

// As many sockets as the system lets this program and its children have.
inline void moreFiles()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

// A folder that goes with the object.
class Folder final
{
public:
    Folder() { m_path = ::mkdtemp(m_path.data()); }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    const std::string &path() const { return m_path; }

private:
    std::string m_path = "/tmp/gateway-XXXXXX";
};

// A running gateway: `gwctl gateway serve` in a process of its own, or one inside this program.
class Server final
{
public:
    // gwctl empty: inside this program.
    Server(std::string gwctl, std::string folder) : m_gwctl(std::move(gwctl)), m_folder(std::move(folder)) { start(); }
    ~Server() { stop(); }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    void start() { m_gwctl.empty() ? startInside() : startOutside(); }

    void stop()
    {
        m_inside.reset();
        end(SIGTERM);
    }

    // Ends the process with no warning.
    void kill() { end(SIGKILL); }

    int dataPort() const { return m_dataPort; }
    int adminPort() const { return m_adminPort; }
    const std::string &adminKey() const { return m_adminKey; }
    bool inside() const { return m_gwctl.empty(); }

    // Resident memory in KiB.
    long residentKib() const
    {
        std::ifstream status("/proc/" + (inside() ? std::string("self") : std::to_string(m_pid)) + "/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmRSS:"))
                return std::atol(line.c_str() + 6);
        }
        return 0;
    }

private:
    void startInside()
    {
        proxy::Options options;
        options.dbPath = m_folder + "/gateway.db";
        options.adminKey = m_adminKey = "admin-key-of-the-soak";
        m_inside = std::make_unique<proxy::Gateway>();
        const auto started = m_inside->start(options);
        if (!started)
            die(started.error().detail);
        m_dataPort = started->dataPort;
        m_adminPort = started->adminPort;
    }

    void startOutside()
    {
        int out[2];
        if (::pipe2(out, O_CLOEXEC) != 0)
            die("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL); // no gateway stays behind a test that failed
            ::dup2(out[1], STDOUT_FILENO);
            ::setenv("GATEWRIGHT_VAULT", "session", 1);
            ::execl(m_gwctl.c_str(), "gwctl", "--data-dir", m_folder.c_str(), "gateway", "serve", "--listen",
                "127.0.0.1:0", nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        readFirstLine(out[0]);
        ::close(out[0]);
    }

    void readFirstLine(int file)
    {
        std::string line;
        for (char c = 0; ::read(file, &c, 1) == 1 && c != '\n';)
            line += c;
        m_dataPort = portIn(line, "\"data_url\"");
        m_adminPort = portIn(line, "\"admin_url\"");
        m_adminKey = textIn(line, "\"admin_key\"");
        if (m_dataPort == 0 || m_adminPort == 0 || m_adminKey.empty())
            die("gwctl gateway serve did not say where it listens: " + line);
    }

    static std::string textIn(const std::string &json, const std::string &name)
    {
        const std::size_t at = json.find(name);
        const std::size_t open = at == std::string::npos ? at : json.find('"', at + name.size());
        return open == std::string::npos ? std::string() : json.substr(open + 1, json.find('"', open + 1) - open - 1);
    }

    static int portIn(const std::string &json, const std::string &name)
    {
        const std::string url = textIn(json, name);
        const std::size_t colon = url.rfind(':');
        return colon == std::string::npos ? 0 : std::atoi(url.c_str() + colon + 1);
    }

    void end(int signal)
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, signal);
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = 0;
        if (signal == SIGTERM && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
            die("gwctl gateway serve did not end well");
    }

    std::string m_gwctl;
    std::string m_folder;
    std::unique_ptr<proxy::Gateway> m_inside;
    pid_t m_pid = 0;
    int m_dataPort = 0;
    int m_adminPort = 0;
    std::string m_adminKey;
};

} // namespace soak
