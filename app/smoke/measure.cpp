// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/measure.h"
#include "smoke/identity.h"
#include "smoke/stream_facts.h"

using namespace Qt::StringLiterals;

namespace smoke {

static std::optional<qint64> inMs(const std::optional<qint64> &ns)
{
    return ns ? std::optional((*ns + 500'000) / 1'000'000) : std::nullopt;
}

static QString servedBy(const net::Recorded &call)
{
    for (const net::Frame &frame : call.frames)
        if (const QString model = readChunk(frame.data).model; !model.isEmpty())
            return model;
    return readReply(call.exchange.body).model;
}

static void takeGaps(CheckReport &report, const QList<qint64> &pieces)
{
    const Gaps gaps = gapsOf(pieces);
    report.gapP50Ms = inMs(gaps.p50);
    report.gapP95Ms = inMs(gaps.p95);
    report.longestGapMs = inMs(gaps.longest);
    report.chunks = int(pieces.size());
    if (!pieces.isEmpty())
        report.firstTokenMs = inMs(pieces.first());
}

void measureInto(CheckReport &report, const Recorder &recorder)
{
    if (const net::Recorded *call = recorder.measured()) {
        report.ttfbMs = inMs(call->exchange.timings.firstHeader);
        report.totalMs = inMs(call->exchange.timings.end);
        report.servedModel = servedBy(*call);
        takeGaps(report, recorder.pieces());
    }
    report.requestIds.clear();
    for (const net::Recorded &call : recorder.calls())
        report.requestIds << idsOf(call);
    report.costNanos = recorder.costNanos();
}

QMap<QString, QString> contextOf(const Target &target)
{
    const auto address = [](const QUrl &url) { return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery); };
    const auto limit = [](std::chrono::milliseconds ms) { return QString::number(ms.count()) + u" ms"_s; };
    QMap<QString, QString> context;
    context[u"program"_s] = u"gatewright %1"_s.arg(QStringLiteral(GW_VERSION));
    context[u"data address"_s] = address(target.dataBase);
    if (target.adminBase.isValid())
        context[u"admin address"_s] = address(target.adminBase);
    context[u"limit connect"_s] = limit(target.limits.connect);
    context[u"limit first header"_s] = limit(target.limits.firstHeader);
    context[u"limit first token"_s] = limit(target.limits.firstToken);
    context[u"limit idle"_s] = limit(target.limits.idle);
    context[u"limit total"_s] = limit(target.limits.total);
    context[u"client retries"_s] = u"0"_s;
    context[u"calls at once"_s] = u"1"_s;
    return context;
}

} // namespace smoke
