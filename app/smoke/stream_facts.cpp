// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/stream_facts.h"
#include <algorithm>
#include <QJsonDocument>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace smoke {

Gaps gapsOf(const QList<qint64> &arrivals)
{
    QList<qint64> gaps;
    for (qsizetype i = 1; i < arrivals.size(); ++i)
        gaps << arrivals.at(i) - arrivals.at(i - 1);
    if (gaps.isEmpty())
        return {};
    std::sort(gaps.begin(), gaps.end());
    const auto at = [&](double share) { return gaps.at(qRound64(share * double(gaps.size() - 1))); };
    return {at(0.5), at(0.95), gaps.last()};
}

static bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

static QString errorOf(const QByteArray &data)
{
    const QJsonValue error = QJsonDocument::fromJson(data)["error"_L1];
    return error.isString() ? error.toString() : error["message"_L1].toString();
}

void StreamFacts::add(const net::Frame &frame)
{
    const Chunk chunk = readChunk(frame.data);
    ++frames;
    arrivals << frame.atNs;
    afterDone += done;
    unreadable += !chunk.parsed;
    brokenText += !isUtf8(frame.data);
    finishes += !chunk.finishReason.isEmpty();
    usageFrames += chunk.usage.seen;
    done |= chunk.done;
    if (chunk.error || frame.event == "error") {
        error = true;
        errorText = errorOf(frame.data);
    }
    if (!chunk.finishReason.isEmpty())
        finishReason = chunk.finishReason;
    if (chunk.usage.seen)
        usage = chunk.usage;
    if (!chunk.id.isEmpty())
        ids << chunk.id;
    if (!chunk.model.isEmpty())
        models << chunk.model;
    if (chunk.text.isEmpty())
        return;
    ++pieces;
    withoutId += chunk.id.isEmpty();
    pieceArrivals << frame.atNs;
    text += chunk.text;
}

} // namespace smoke
