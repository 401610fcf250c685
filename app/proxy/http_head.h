// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace proxy {

// One header line.
struct HeadField
{
    std::string_view name;
    std::string_view value; // without white space around it
};

// A request's or an answer's head: views into the bytes it was read from. RFC 9112, its strict reading: whatever two
// readers could understand differently is refused, so that no second request can hide in a first one.
struct HttpHead
{
    std::string_view method; // of a request
    std::string_view target;
    int status = 0; // of an answer
    std::string_view reason;
    bool http11 = true;
    std::vector<HeadField> fields;

    std::optional<std::uint64_t> length; // Content-Length; the highest number when it is beyond counting
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool hasHost = false;

    // The value of the first field of that name, which is given in lower case; empty when there is none.
    std::string_view operator[](std::string_view name) const;
};

// Looks for the end of a head as its bytes come, each byte once.
class HeadEnd final
{
public:
    enum class Found { NotYet, Yes, BareLine };

    // The whole of what has come so far, and again with more behind it.
    Found look(std::string_view bytes);
    // Bytes of the head with its empty line, once found.
    std::size_t size() const { return m_line; }

private:
    std::size_t m_line = 0; // where the current line begins
    std::size_t m_seen = 0;
};

enum class HeadProblem {
    None,
    Line, // the first line is none
    Field, // a header line is none, is folded, or has a space before its colon
    TooMany,
    Length, // Content-Length is no number, or is there twice
    Coding, // Transfer-Encoding is not just chunked, or comes with a length
    Host // missing or there twice
};
const char *wordsFor(HeadProblem problem);

// Reads a whole head, its empty line included. What the head held before is forgotten.
HeadProblem readRequestHead(std::string_view bytes, HttpHead &head, std::size_t mostFields);
HeadProblem readAnswerHead(std::string_view bytes, HttpHead &head, std::size_t mostFields);

// What no method begins with is not worth waiting for: TLS on a plain port, for instance.
bool mayBeginRequest(char first);

// Equal but for the case of ASCII letters; the second is in lower case.
bool sameWord(std::string_view text, std::string_view lower);

} // namespace proxy
