// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/price.h"
#include <string>

namespace proxy::scripted {

// Words one answer in OpenAI's JSON: the plain object, or the chunks of a stream.
class Frames final
{
public:
    Frames(std::string id, std::string model, std::int64_t created, bool usageNull)
        : m_id(std::move(id)), m_model(std::move(model)), m_created(created), m_usageNull(usageNull)
    {}

    // {"object":"chat.completion",...}; message is its JSON, usage may be "".
    std::string answer(const std::string &message, const std::string &finish, const std::string &usage) const;
    // One chunk with a delta (JSON) and a finish reason ("": null).
    std::string chunk(const std::string &delta, const std::string &finish, const std::string &usage = {}) const;
    // The chunk without choices that carries the usage.
    std::string usageChunk(const std::string &usage) const;

    void setId(std::string id) { m_id = std::move(id); }
    const std::string &id() const { return m_id; }

private:
    std::string m_id; // "": left out
    std::string m_model;
    std::int64_t m_created;
    bool m_usageNull; // chunks say "usage":null, since a usage chunk will come
};

std::string usageJson(const Tokens &tokens);
// {"role":"assistant","content":...}
std::string textMessage(const std::string &text);
std::string refusalMessage(const std::string &text);
std::string toolMessage(const std::string &callId, const std::string &name, const std::string &arguments);

} // namespace proxy::scripted
