// SPDX-License-Identifier: GPL-3.0-or-later
// An upstream's answer, cut anywhere: the chunk frames, the meter that reads along, the console's event parser.
#include "fuzz/fuzz.h"
#include "net/sse.h"
#include "proxy/answer_head.h"
#include "proxy/chunk_scan.h"
#include "proxy/meter.h"
#include <cstring>

namespace {

using proxy::Family;
using proxy::Meter;

struct Unchunked
{
    proxy::ChunkScan scan;
    std::string payload;
    std::size_t used = 0;

    void feed(std::string_view bytes)
    {
        used += scan.feed(bytes, [this](std::string_view part) { payload += part; });
    }
};

void chunks(std::string_view input)
{
    Unchunked whole;
    Unchunked pieces;
    whole.feed(input);
    fuzz::inPieces(input, [&](std::string_view piece) { pieces.feed(piece); });
    fuzz::holds(whole.payload == pieces.payload && whole.used == pieces.used, "chunks mean the same however they come");
    fuzz::holds(whole.scan.done() == pieces.scan.done() && whole.scan.bad() == pieces.scan.bad(), "and end the same");
    Unchunked again;
    std::string framed;
    fuzz::inPieces(input, [&](std::string_view piece) { framed += proxy::chunkOf(piece); });
    framed += proxy::lastChunk;
    again.feed(framed + "HTTP/1.1 200");
    fuzz::holds(again.scan.done() && again.payload == input, "what was framed comes out again");
    fuzz::holds(again.used == framed.size(), "and nothing behind it is taken");
}

void same(const Meter &a, const Meter &b)
{
    const proxy::Tokens &x = a.tokens();
    const proxy::Tokens &y = b.tokens();
    fuzz::holds(x.input == y.input && x.output == y.output && x.cached == y.cached && x.reasoning == y.reasoning,
        "the same tokens however the answer comes");
    fuzz::holds(a.seenTokens() == b.seenTokens() && a.firstTokenMs() == b.firstTokenMs(), "the same text seen");
    const bool sameClass = a.errorClass() == b.errorClass()
        || (a.errorClass() && b.errorClass() && std::strcmp(a.errorClass(), b.errorClass()) == 0);
    fuzz::holds(a.ended() == b.ended() && sameClass, "the same verdict");
    for (const auto &count : {x.input, x.output, x.cached, x.reasoning})
        fuzz::holds(count.value_or(0) >= 0, "no count is below zero");
}

void meter(std::string_view input, Family family, const char *contentType)
{
    Meter whole;
    Meter pieces;
    whole.begin(family, 200, contentType);
    pieces.begin(family, 200, contentType);
    whole.feed(input, 7);
    fuzz::inPieces(input, [&](std::string_view piece) { pieces.feed(piece, 7); });
    whole.finish(true);
    pieces.finish(true);
    same(whole, pieces);
    // A price must not overflow whatever the upstream tells.
    const proxy::Price price{150'000'000, 600'000'000, 75'000'000, {}};
    fuzz::holds(proxy::costOf(whole.tokens(), price).value_or(0) >= 0, "no cost is below zero");
    Meter cut;
    cut.begin(family, 200, contentType);
    cut.feed(input, 7);
    cut.finish(false);
    fuzz::holds(cut.ended() != proxy::Ended::Complete, "a cut answer is never complete");
}

void events(std::string_view input)
{
    net::SseParser whole;
    net::SseParser pieces;
    const QByteArray all(input.data(), qsizetype(input.size()));
    const QList<net::Frame> at = whole.feed(all, 1);
    QList<net::Frame> cut;
    fuzz::inPieces(input,
        [&](std::string_view piece) { cut += pieces.feed(QByteArray(piece.data(), qsizetype(piece.size())), 1); });
    fuzz::holds(at.size() == cut.size() && whole.rest() == pieces.rest(), "the same events however they come");
    for (qsizetype i = 0; i < at.size(); ++i) {
        const net::Frame &one = at.at(i);
        const net::Frame &two = cut.at(i);
        fuzz::holds(one.data == two.data && one.event == two.event && one.offset == two.offset, "each the same");
        // The line feed of a CR LF may come after its event has left.
        fuzz::holds(one.raw == two.raw && all.mid(one.offset, one.raw.size()) == one.raw, "an event is where it says");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = fuzz::textOf(data, size);
    chunks(input);
    for (const Family family :
        {Family::Chat, Family::Responses, Family::Messages, Family::Gemini, Family::Embeddings}) {
        meter(input, family, "text/event-stream");
        meter(input, family, "application/json");
    }
    events(input);
    return 0;
}
