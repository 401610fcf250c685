// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/http_client.h"
#include "soak/server.h"
#include <boost/json.hpp>

namespace soak {

namespace json = boost::json;

// The admin API of a server, and single calls to it.
class Admin final
{
public:
    explicit Admin(const Server &server) : m_server(server) {}

    client::Answer ask(const std::string &method, const std::string &path, const std::string &body = {}) const
    {
        return client::ask(m_server.adminPort(), method, "/admin/v1" + path, m_server.adminKey(), body);
    }

    // The answer's object; ends the program when it has another status.
    json::object change(const std::string &method, const std::string &path, const std::string &body, int status) const
    {
        const client::Answer answer = ask(method, path, body);
        if (answer.status != status)
            die(method + ' ' + path + " was answered with " + std::to_string(answer.status) + ": " + answer.body);
        return answer.body.empty() ? json::object() : json::parse(answer.body).as_object();
    }

    // Makes a key: its id and its secret.
    std::pair<std::string, std::string> newKey(const std::string &name, const std::string &more = {}) const
    {
        const json::object made = change("POST", "/keys", R"({"name":")" + name + '"' + more + '}', 201);
        return {std::string(made.at("key").at("id").as_string()), std::string(made.at("secret").as_string())};
    }

    // Every usage row, page by page.
    template<class Take>
    void eachRow(Take take) const
    {
        std::string after = "0";
        for (bool complete = false; !complete;) {
            const json::object page = change("GET", "/usage?limit=1000&after=" + after, {}, 200);
            for (const json::value &row : page.at("items").as_array())
                take(row.as_object());
            complete = page.at("complete").as_bool();
            after = page.at("next").is_string() ? std::string(page.at("next").as_string()) : after;
        }
    }

    // One plain call; the answer's status and head.
    client::Answer call(const std::string &secret, const std::string &alias, const std::string &id) const
    {
        return client::ask(m_server.dataPort(), "POST", "/v1/chat/completions", secret,
            R"({"model":")" + alias + R"(","messages":[{"role":"user","content":"Say pong."}],"max_tokens":4})",
            "X-Client-Request-Id: " + id + "\r\n");
    }

private:
    const Server &m_server;
};

} // namespace soak
