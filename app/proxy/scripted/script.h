// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/price.h"
#include <string>
#include <utility>
#include <vector>

namespace proxy::scripted {

// What the connection does after the last piece.
enum class End {
    Clean, // the message ends as HTTP says
    Cut, // the connection closes in the middle of the message
    Silent, // nothing more comes, until a time limit fires
    HangUp // the connection closes without an answer
};

// Bytes that go out in one write, after a pause.
struct Piece
{
    int pauseMs = 0;
    std::string bytes;
};

// A whole answer of the scripted upstream, decided before the first byte goes out.
struct Script
{
    int status = 200;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    bool stream = false; // chunked, piece by piece; else one body with a length
    int headDelayMs = 0;
    std::vector<Piece> pieces;
    End end = End::Clean;
    Tokens bound; // the most it can count: known beforehand, so caps are exact
    Tokens told; // what the upstream tells when the answer ended cleanly
};

} // namespace proxy::scripted
