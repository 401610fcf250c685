// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_json.h"
#include "store/json_values.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr QLatin1StringView outcomes[] = {
    "passed"_L1, "skipped"_L1, "unsupported"_L1, "warned"_L1, "inconclusive"_L1, "failed"_L1};

QString nameOf(Outcome outcome)
{
    return outcomes[std::size_t(outcome)];
}
Outcome outcomeFrom(const QJsonValue &value)
{
    for (std::size_t i = 0; i < std::size(outcomes); ++i)
        if (outcomes[i] == value.toString())
            return Outcome(i);
    return Outcome::Inconclusive;
}

QJsonObject reasonJson(const Reason &reason)
{
    QJsonObject numbers;
    for (auto it = reason.numbers.cbegin(); it != reason.numbers.cend(); ++it)
        numbers[it.key()] = it.value();
    return {{u"id"_s, reason.id}, {u"outcome"_s, nameOf(reason.outcome)}, {u"text"_s, reason.text},
        {u"entry"_s, reason.entry}, {u"numbers"_s, numbers}};
}
Reason reasonFrom(const QJsonObject &o)
{
    Reason reason{o[u"id"_s].toString(), outcomeFrom(o[u"outcome"_s]), o[u"text"_s].toString(), {}};
    reason.entry = o[u"entry"_s].toString();
    const QJsonObject numbers = o[u"numbers"_s].toObject();
    for (auto it = numbers.begin(); it != numbers.end(); ++it)
        reason.numbers[it.key()] = it.value().toDouble();
    return reason;
}

QJsonObject checkJson(const CheckReport &c)
{
    QJsonArray reasons;
    for (const Reason &reason : c.reasons)
        reasons << reasonJson(reason);
    return {{u"check"_s, c.check}, {u"variant"_s, c.variant}, {u"title"_s, c.title}, {u"alias"_s, c.alias},
        {u"outcome"_s, nameOf(c.outcome)}, {u"reasons"_s, reasons},
        {u"request_ids"_s, QJsonArray::fromStringList(c.requestIds)}, {u"started"_s, jsonOf(std::optional(c.started))},
        {u"ttfb_ms"_s, jsonOf(c.ttfbMs)}, {u"first_token_ms"_s, jsonOf(c.firstTokenMs)},
        {u"gap_p50_ms"_s, jsonOf(c.gapP50Ms)}, {u"gap_p95_ms"_s, jsonOf(c.gapP95Ms)},
        {u"longest_gap_ms"_s, jsonOf(c.longestGapMs)}, {u"total_ms"_s, jsonOf(c.totalMs)}, {u"chunks"_s, c.chunks},
        {u"served_model"_s, c.servedModel}, {u"cost_nanos"_s, jsonOf(c.costNanos)},
        {u"evidence_file"_s, c.evidenceFile}, {u"next"_s, c.next}};
}
CheckReport checkFrom(const QJsonObject &o)
{
    CheckReport c;
    c.check = o[u"check"_s].toString();
    c.variant = o[u"variant"_s].toString();
    c.title = o[u"title"_s].toString();
    c.alias = o[u"alias"_s].toString();
    c.outcome = outcomeFrom(o[u"outcome"_s]);
    for (const auto &reason : o[u"reasons"_s].toArray())
        c.reasons << reasonFrom(reason.toObject());
    for (const auto &id : o[u"request_ids"_s].toArray())
        c.requestIds << id.toString();
    c.started = timeFrom(o[u"started"_s]).value_or(QDateTime());
    c.ttfbMs = numberFrom(o[u"ttfb_ms"_s]);
    c.firstTokenMs = numberFrom(o[u"first_token_ms"_s]);
    c.gapP50Ms = numberFrom(o[u"gap_p50_ms"_s]);
    c.gapP95Ms = numberFrom(o[u"gap_p95_ms"_s]);
    c.longestGapMs = numberFrom(o[u"longest_gap_ms"_s]);
    c.totalMs = numberFrom(o[u"total_ms"_s]);
    c.chunks = o[u"chunks"_s].toInt();
    c.servedModel = o[u"served_model"_s].toString();
    c.costNanos = numberFrom(o[u"cost_nanos"_s]);
    c.evidenceFile = o[u"evidence_file"_s].toString();
    c.next = o[u"next"_s].toString();
    return c;
}

} // namespace

QJsonObject runJson(const RunReport &run)
{
    QJsonArray checks;
    for (const CheckReport &check : run.checks)
        checks << checkJson(check);
    QJsonObject context;
    for (auto it = run.context.cbegin(); it != run.context.cend(); ++it)
        context[it.key()] = it.value();
    return {{u"id"_s, run.id}, {u"suite"_s, run.suite}, {u"profile"_s, run.profile},
        {u"gateway_kind"_s, run.gatewayKind}, {u"gateway_version"_s, run.gatewayVersion},
        {u"key_fingerprint"_s, run.keyFingerprint}, {u"started"_s, jsonOf(std::optional(run.started))},
        {u"ended"_s, jsonOf(run.ended)}, {u"ended_by"_s, run.endedBy}, {u"outcome"_s, nameOf(run.outcome())},
        {u"cost_cap_nanos"_s, run.costCapNanos}, {u"checks"_s, checks}, {u"context"_s, context}};
}

RunReport runFrom(const QJsonObject &o)
{
    RunReport run;
    run.id = o[u"id"_s].toString();
    run.suite = o[u"suite"_s].toString();
    run.profile = o[u"profile"_s].toString();
    run.gatewayKind = o[u"gateway_kind"_s].toString();
    run.gatewayVersion = o[u"gateway_version"_s].toString();
    run.keyFingerprint = o[u"key_fingerprint"_s].toString();
    run.started = timeFrom(o[u"started"_s]).value_or(QDateTime());
    run.ended = timeFrom(o[u"ended"_s]);
    run.endedBy = o[u"ended_by"_s].toString();
    run.costCapNanos = o[u"cost_cap_nanos"_s].toInteger();
    const QJsonObject context = o[u"context"_s].toObject();
    for (auto it = context.begin(); it != context.end(); ++it)
        run.context[it.key()] = it.value().toString();
    for (const auto &check : o[u"checks"_s].toArray())
        run.checks << checkFrom(check.toObject());
    return run;
}

} // namespace store
