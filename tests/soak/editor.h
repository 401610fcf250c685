// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "soak/admin.h"
#include <atomic>
#include <set>
#include <thread>

namespace soak {

// A thread that edits keys and aliases while the streams run, and checks after each edit that the next call obeys it.
class Editor final
{
public:
    Editor(const Server &server, std::vector<std::string> keyIds, std::vector<std::string> secrets)
        : m_admin(server), m_ids(std::move(keyIds)), m_secrets(std::move(secrets))
    {
        setAlias("test-slow");
        m_thread = std::thread([this] { work(); });
    }
    ~Editor() { stop(); }
    Editor(const Editor &) = delete;
    Editor &operator=(const Editor &) = delete;

    void stop()
    {
        m_ends = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    int edits() const { return m_edits; }
    // The ids of its own calls.
    const std::set<std::string> &asked() const { return m_asked; }

private:
    void work()
    {
        while (!m_ends) {
            switchKey(std::size_t(m_edits) % m_ids.size());
            setAlias(m_edits % 2 ? "test-slow" : "test-echo");
            passKey();
        }
        setAlias("test-slow");
    }

    void expect(const std::string &secret, int status, const char *when, const std::string &route = {})
    {
        const std::string id = "edit-" + std::to_string(m_asked.size());
        m_asked.insert(id);
        const client::Answer answer = m_admin.call(secret, "soak", id);
        if (answer.status != status)
            die(std::string("the first call after a key was ") + when + " is answered with "
                + std::to_string(answer.status) + ": " + answer.body);
        if (!route.empty() && answer.header("x-gateway-route") != "scripted/" + route)
            die("the first call after an alias was changed goes to " + answer.header("x-gateway-route"));
    }

    void switchKey(std::size_t which)
    {
        m_admin.change("PATCH", "/keys/" + m_ids[which], R"({"enabled":false})", 200);
        expect(m_secrets[which], 401, "disabled");
        m_admin.change("PATCH", "/keys/" + m_ids[which], R"({"enabled":true})", 200);
        expect(m_secrets[which], 200, "enabled", m_route);
        m_edits += 2;
    }

    void setAlias(const std::string &model)
    {
        m_route = model;
        const client::Answer answer = m_admin.ask("PUT", "/aliases/soak",
            R"({"routes":[{"upstream":"scripted","model":")" + model
                + R"("}],"price":{"input_nanos_per_million":1000000,"output_nanos_per_million":1000000}})");
        if (answer.status != 200 && answer.status != 201)
            die("the alias cannot be set: " + answer.body);
        ++m_edits;
    }

    // A key's whole life.
    void passKey()
    {
        const auto [id, secret] = m_admin.newKey("passing-" + std::to_string(m_edits));
        expect(secret, 200, "made", m_route);
        m_admin.change("DELETE", "/keys/" + id, {}, 204);
        expect(secret, 401, "deleted");
        m_edits += 2;
    }

    Admin m_admin;
    std::vector<std::string> m_ids;
    std::vector<std::string> m_secrets;
    std::string m_route;
    std::set<std::string> m_asked;
    std::atomic<int> m_edits = 0;
    std::atomic<bool> m_ends = false;
    std::thread m_thread;
};

} // namespace soak
