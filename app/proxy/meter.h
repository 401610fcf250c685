// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/family.h"
#include "proxy/usage_row.h"
#include <string_view>

namespace proxy {

// Reads along as the bytes of an upstream's answer pass: tokens, first token, and whether the answer is whole.
// Never changes or holds back a byte.
class Meter final
{
public:
    void begin(Family family, int status, std::string_view contentType);
    // Payload without chunk framing, split anywhere; ms since the call arrived.
    void feed(std::string_view payload, std::int64_t ms);
    // All of it at once, with a JSON parser's slack behind it that may be read.
    void whole(std::string_view payload);
    // The message has ended, as HTTP says (clean) or not.
    void finish(bool clean);

    bool stream() const { return m_stream; }
    const Tokens &tokens() const { return m_tokens; }
    std::optional<std::int64_t> firstTokenMs() const { return m_firstTokenMs; }
    // Output tokens by what came past: for caps where an answer tells none.
    std::int64_t seenTokens() const { return m_seenTokens; }
    Ended ended() const { return m_ended; }
    // nullptr when all went well.
    const char *errorClass() const { return m_errorClass; }

private:
    void line(std::string_view text, std::int64_t ms);
    void plainLine(std::string_view text, std::int64_t ms);
    void part(std::string_view text, std::int64_t ms);
    void endEvent(std::int64_t ms);
    void data(std::string_view json, std::int64_t ms);
    bool readQuick(std::string_view json);
    template<class Object>
    void read(const Object &object, bool failed);
    void readObject(std::string_view json);
    void readPadded(std::string_view json);
    // What one event says, found in one walk.
    struct Marks
    {
        std::size_t written = 0; // bytes of text
        unsigned seen = 0; // which of the names of text were there
        std::string_view type;
        bool calls = false; // tools
        bool finish = false;
        bool usage = false;
        bool error = false;
    };
    void mark(std::string_view name, std::string_view value, Marks &marks) const;
    void readMarks(const Marks &marks);
    void judge(bool clean);
    void judgePlain(bool clean);
    void verdict(Ended ended, const char *errorClass);

    Family m_family = Family::Chat;
    int m_status = 0;
    bool m_stream = false;
    bool m_finishSeen = false;
    bool m_doneSeen = false;
    bool m_errorSeen = false;
    bool m_read = false; // a plain answer, by whole()
    bool m_object = false; // a plain answer that is a JSON object
    bool m_skipping = false; // the rest of a line too long to keep
    std::string m_kept; // an unfinished line, or the body of a plain answer
    std::string m_parts; // data of an event in several lines
    std::string m_scratch; // padded copy for the parser
    Tokens m_tokens;
    std::optional<std::int64_t> m_firstTokenMs;
    std::int64_t m_seenTokens = 0;
    Ended m_ended = Ended::UpstreamCut;
    const char *m_errorClass = nullptr;
};

} // namespace proxy
