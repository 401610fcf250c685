// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/chat.h"
#include <QSet>

namespace smoke {

// Median, 95th percentile and longest of the gaps between arrivals, in nanoseconds. Empty below two arrivals.
struct Gaps
{
    std::optional<qint64> p50;
    std::optional<qint64> p95;
    std::optional<qint64> longest;
};
Gaps gapsOf(const QList<qint64> &arrivals);

// What the frames of one streamed answer say, counted. One choice was asked for.
struct StreamFacts
{
    int frames = 0;
    int pieces = 0; // frames with text
    int finishes = 0;
    int unreadable = 0; // no JSON object
    int brokenText = 0; // no UTF-8
    int afterDone = 0;
    int usageFrames = 0;
    int withoutId = 0; // pieces of text
    bool done = false;
    bool error = false;
    QString errorText;
    QString finishReason;
    Usage usage; // the last one told
    QString text;
    QList<qint64> arrivals; // of frames
    QList<qint64> pieceArrivals;
    QSet<QString> ids;
    QSet<QString> models;

    void add(const net::Frame &frame);
};

// Adds the judgement of one rule of T03. All are pure: facts and the exchange in, reasons out.
using net::Exchange;
void judgeStreamType(const Exchange &exchange, Verdict &verdict); // V1
void judgeFrames(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict); // V2
void judgePieces(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict); // V3
void judgeEnd(const StreamFacts &facts, const Exchange &exchange, Verdict &verdict); // V4
void judgeUsageAsked(const StreamFacts &facts, Verdict &verdict); // V5
void judgeUsageUnasked(const StreamFacts &facts, Verdict &verdict); // V7
void judgeGaps(const StreamFacts &facts, const Exchange &exchange, const net::Limits &limits, Verdict &verdict); // V9
void judgeSameness(const StreamFacts &facts, Verdict &verdict); // V10

// V6: is the list asked for complete? Read apart from the verdict, because an incomplete one is asked for once more.
enum class ListEnd { Complete, AtTheLimit, Short, Broken, NoList };
ListEnd listEndOf(const StreamFacts &facts, int itemsAsked, qint64 maxTokens);
void judgeList(const StreamFacts &facts, int itemsAsked, qint64 maxTokens, int attempt, Verdict &verdict);

} // namespace smoke
