// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/call.h"
#include "proxy/head_text.h"

namespace proxy {

// Writes the head of an answer, the same headers on every one.
class AnswerHead final
{
public:
    // Replaces what the text held.
    AnswerHead(HeadText &text, int status, std::string_view reason);
    AnswerHead &header(std::string_view name, std::string_view value);
    // x-request-id, request-id, openai-processing-ms; once routed x-gateway-route and x-gateway-attempts.
    AnswerHead &ids(const Call &call);
    // openai-version, in answers in OpenAI's words that no upstream gave.
    AnswerHead &version(const Call &call);
    // Ends the head.
    void end(bool keepAlive);

private:
    void limits(const Call &call);

    HeadText &m_text;
};

// Is this a header of rates that the gateway says itself, of its key? Its name in lower case, as upstreams write it.
bool saysRates(const Call &call, std::string_view header);
// Head and body in one text, ready for one write.
std::string wholeAnswer(const Reply &reply, const Call &call, bool keepAlive, bool isHead);
// One chunk of a chunked message.
std::string chunkOf(std::string_view bytes);
inline constexpr std::string_view lastChunk = "0\r\n\r\n";

} // namespace proxy
