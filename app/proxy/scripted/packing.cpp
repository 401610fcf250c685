// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/acting.h"

namespace proxy::scripted {

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// Every line ended in this way.
void withLineEnds(Script &script, std::string_view lineEnd)
{
    for (Piece &piece : script.pieces) {
        std::string text;
        for (const char c : piece.bytes) {
            if (c == '\n')
                text += lineEnd;
            else if (c != '\r')
                text += c;
        }
        piece.bytes = std::move(text);
    }
}

// Field names without the space behind the colon.
void withoutSpaces(Script &script)
{
    for (Piece &piece : script.pieces) {
        for (const std::string_view field : {"data: ", "event: "}) {
            const std::size_t at = piece.bytes.find(field);
            if (at == 0 || (at != std::string::npos && piece.bytes[at - 1] == '\n'))
                piece.bytes.erase(at + field.size() - 1, 1);
        }
    }
}

// The JSON of each event in two data lines, broken behind its first member.
void splitData(Script &script)
{
    for (Piece &piece : script.pieces) {
        const std::size_t start = piece.bytes.find("data: {");
        const std::size_t comma = start == std::string::npos ? start : piece.bytes.find(',', start);
        if (comma != std::string::npos)
            piece.bytes.insert(comma + 1, "\ndata: ");
    }
}

std::string joined(const Script &script)
{
    std::string all;
    for (const Piece &piece : script.pieces)
        all += piece.bytes;
    return all;
}

void bytewise(Script &script)
{
    const std::string all = joined(script);
    script.pieces.clear();
    for (const char c : all)
        script.pieces.push_back({0, std::string(1, c)});
}

} // namespace

void pack(Fault fault, int pauseMs, Script &script)
{
    switch (fault) {
    case Fault::Crlf:
        return withLineEnds(script, "\r\n");
    case Fault::Cr:
        return withLineEnds(script, "\r");
    case Fault::Bom:
        script.pieces.front().bytes.insert(0, byteOrderMark);
        return;
    case Fault::NoSpace:
        return withoutSpaces(script);
    case Fault::SplitData:
        return splitData(script);
    case Fault::Bytewise:
        return bytewise(script);
    case Fault::Buffered:
        script.pieces = {{pauseMs, joined(script)}};
        return;
    default:
        return;
    }
}

} // namespace proxy::scripted
