// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "smoke/next_step.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

QJsonValue jsonOf(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue jsonOf(const std::optional<QDateTime> &time)
{
    return time && time->isValid() ? QJsonValue(time->toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString nameOf(::Outcome outcome)
{
    static const QStringList names{
        u"passed"_s, u"skipped"_s, u"unsupported"_s, u"warned"_s, u"inconclusive"_s, u"failed"_s};
    return names.value(qsizetype(outcome));
}

QString nameOf(Environment environment)
{
    static const QStringList names{u"development"_s, u"staging"_s, u"production"_s};
    return names.value(qsizetype(environment));
}

QString nameOf(Origin origin)
{
    static const QStringList names{u"sync"_s, u"import"_s, u"sample"_s};
    return names.value(qsizetype(origin));
}

static QJsonArray jsonOf(const QList<Budget> &budgets)
{
    QJsonArray out;
    for (const Budget &budget : budgets)
        out.append(QJsonObject{{u"nanos"_s, budget.nanos}, {u"window"_s, budget.window},
            {u"spent_nanos"_s, jsonOf(budget.spentNanos)}, {u"reserved_nanos"_s, jsonOf(budget.reservedNanos)},
            {u"free_nanos"_s, jsonOf(budget.freeNanos)}, {u"raise_nanos"_s, budget.raiseNanos},
            {u"raise_until"_s, jsonOf(budget.raiseUntil)}});
    return out;
}

static void putLimits(QJsonObject &out, const Key &key)
{
    QJsonArray soft;
    for (const int percent : key.softPercents)
        soft.append(percent);
    out.insert(u"families"_s, QJsonArray::fromStringList(key.families));
    out.insert(u"upstreams"_s, QJsonArray::fromStringList(key.upstreams));
    out.insert(u"networks"_s, QJsonArray::fromStringList(key.networks));
    out.insert(u"group"_s, textOrNull(key.group));
    out.insert(u"holder"_s, textOrNull(key.holder));
    out.insert(u"rpm"_s, key.rates.requestsPerMinute);
    out.insert(u"tpm"_s, key.rates.tokensPerMinute);
    out.insert(u"parallel"_s, key.rates.parallel);
    out.insert(u"wait_ms"_s, key.rates.waitMs);
    out.insert(u"soft_percents"_s, soft);
    out.insert(u"reserved_nanos"_s, jsonOf(key.reservedNanos));
    out.insert(u"running"_s, jsonOf(key.running));
    out.insert(u"waiting"_s, jsonOf(key.waiting));
    out.insert(u"rotated_at"_s, jsonOf(key.rotatedAt));
    out.insert(u"previous_until"_s, jsonOf(key.previousUntil));
}

static QJsonObject jsonOf(const Passport &passport)
{
    return {{u"application"_s, passport.application}, {u"environment"_s, passport.environment},
        {u"owner"_s, passport.owner}, {u"rotation_owner"_s, passport.rotationOwner},
        {u"budget_owner"_s, passport.budgetOwner}, {u"ticket"_s, passport.ticket}, {u"purpose"_s, passport.purpose},
        {u"review_date"_s, textOrNull(passport.reviewDate.toString(Qt::ISODate))}};
}

QJsonObject jsonOf(const Key &key)
{
    QJsonObject out{{u"id"_s, key.id}, {u"name"_s, key.name}, {u"prefix"_s, key.prefix}, {u"last_four"_s, key.lastFour},
        {u"aliases"_s, QJsonArray::fromStringList(key.aliases)}, {u"budgets"_s, jsonOf(key.budgets)},
        {u"spent_nanos"_s, jsonOf(key.spentNanos)}, {u"expires_at"_s, jsonOf(key.expiresAt)},
        {u"created_at"_s, jsonOf(key.createdAt)}, {u"last_used_at"_s, jsonOf(key.lastUsedAt)},
        {u"enabled"_s, key.enabled}, {u"passport"_s, jsonOf(key.passport)}};
    putLimits(out, key);
    return out;
}

QJsonObject jsonOf(const Price &price)
{
    return {{u"input_nanos"_s, jsonOf(price.inputNanos)}, {u"output_nanos"_s, jsonOf(price.outputNanos)},
        {u"cached_nanos"_s, jsonOf(price.cachedNanos)}, {u"date"_s, textOrNull(price.date.toString(Qt::ISODate))},
        {u"why_none"_s, textOrNull(price.whyNone)}};
}

static QJsonObject jsonOf(const Route &route)
{
    return {{u"upstream"_s, route.upstream}, {u"model"_s, route.model}, {u"weight"_s, route.weight},
        {u"connect_ms"_s, route.times.connect}, {u"first_byte_ms"_s, route.times.firstByte},
        {u"idle_ms"_s, route.times.idle}, {u"total_ms"_s, route.times.total}, {u"price"_s, jsonOf(route.price)}};
}

QJsonObject jsonOf(const Alias &alias)
{
    QJsonArray routes;
    for (const Route &route : alias.routes)
        routes.append(jsonOf(route));
    return {{u"name"_s, alias.name}, {u"routes"_s, routes}, {u"families"_s, QJsonArray::fromStringList(alias.families)},
        {u"price"_s, jsonOf(alias.price)}, {u"fallbacks"_s, QJsonArray::fromStringList(alias.fallbacks)},
        {u"context_tokens"_s, jsonOf(alias.contextTokens)}, {u"strategy"_s, textOrNull(alias.strategy)}};
}

QJsonObject jsonOf(const Profile &profile)
{
    return {{u"id"_s, profile.id}, {u"name"_s, profile.name}, {u"kind"_s, profile.kind},
        {u"data_url"_s, profile.dataUrl.toString()}, {u"admin_url"_s, textOrNull(profile.adminUrl.toString())},
        {u"user_id"_s, textOrNull(profile.userId)}, {u"admin_key_ref"_s, textOrNull(profile.adminKeyRef)},
        {u"data_key_ref"_s, textOrNull(profile.dataKeyRef)}, {u"environment"_s, nameOf(profile.environment)},
        {u"read_only"_s, profile.readOnly}, {u"is_default"_s, profile.isDefault},
        {u"time_zone"_s, textOrNull(profile.timeZone)}, {u"ca_file"_s, textOrNull(profile.caFile)},
        {u"proxy"_s, textOrNull(profile.proxy)}, {u"client_cert"_s, textOrNull(profile.clientCertFile)},
        {u"client_key"_s, textOrNull(profile.clientKeyFile)},
        {u"client_key_pass_ref"_s, textOrNull(profile.clientKeyPassRef)}};
}

static QJsonValue microsOf(const UsageRecord &record)
{
    const QString seconds = record.at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
    return seconds + u"%1Z"_s.arg(record.atMicros, 3, 10, QLatin1Char('0'));
}

QJsonObject jsonOf(const UsageRecord &record)
{
    const QJsonValue status = record.status ? QJsonValue(*record.status) : QJsonValue();
    return {{u"request_id"_s, textOrNull(record.requestId)}, {u"ts"_s, microsOf(record)},
        {u"key"_s, textOrNull(record.key)}, {u"alias"_s, textOrNull(record.alias)},
        {u"upstream"_s, textOrNull(record.upstream)}, {u"model"_s, textOrNull(record.model)},
        {u"family"_s, textOrNull(record.family)}, {u"status"_s, status},
        {u"error_class"_s, textOrNull(record.errorClass)}, {u"ended"_s, textOrNull(record.ended)},
        {u"input_tokens"_s, jsonOf(record.inputTokens)}, {u"output_tokens"_s, jsonOf(record.outputTokens)},
        {u"cached_tokens"_s, jsonOf(record.cachedTokens)}, {u"reasoning_tokens"_s, jsonOf(record.reasoningTokens)},
        {u"cost_nanos"_s, jsonOf(record.costNanos)}, {u"currency"_s, textOrNull(record.currency)},
        {u"first_token_ms"_s, jsonOf(record.firstTokenMs)}, {u"total_ms"_s, jsonOf(record.totalMs)},
        {u"origin"_s, nameOf(record.origin)}};
}

QJsonObject summaryOf(const RunReport &run)
{
    return {{u"id"_s, run.id}, {u"suite"_s, run.suite}, {u"profile"_s, run.profile},
        {u"gateway_kind"_s, run.gatewayKind}, {u"gateway_version"_s, textOrNull(run.gatewayVersion)},
        {u"key_fingerprint"_s, run.keyFingerprint}, {u"started"_s, jsonOf(std::optional(run.started))},
        {u"ended"_s, jsonOf(run.ended)}, {u"ended_by"_s, run.endedBy}, {u"cost_cap_nanos"_s, run.costCapNanos},
        {u"outcome"_s, nameOf(run.outcome())}, {u"check_count"_s, run.checks.size()}};
}

static QJsonObject jsonOf(const Reason &reason)
{
    QJsonObject numbers;
    for (auto it = reason.numbers.begin(); it != reason.numbers.end(); ++it)
        numbers.insert(it.key(), it.value());
    return {{u"id"_s, reason.id}, {u"outcome"_s, nameOf(reason.outcome)}, {u"text"_s, reason.text},
        {u"entry"_s, textOrNull(reason.entry)}, {u"numbers"_s, numbers}};
}

static QJsonObject jsonOf(const CheckReport &check)
{
    QJsonArray reasons;
    for (const Reason &reason : check.reasons)
        reasons.append(jsonOf(reason));
    return {{u"check"_s, check.check}, {u"variant"_s, check.variant}, {u"title"_s, check.title},
        {u"alias"_s, textOrNull(check.alias)}, {u"outcome"_s, nameOf(check.outcome)}, {u"reasons"_s, reasons},
        {u"request_ids"_s, QJsonArray::fromStringList(check.requestIds)},
        {u"started"_s, jsonOf(std::optional(check.started))}, {u"ttfb_ms"_s, jsonOf(check.ttfbMs)},
        {u"first_token_ms"_s, jsonOf(check.firstTokenMs)}, {u"longest_gap_ms"_s, jsonOf(check.longestGapMs)},
        {u"total_ms"_s, jsonOf(check.totalMs)}, {u"chunks"_s, check.chunks},
        {u"served_model"_s, textOrNull(check.servedModel)}, {u"cost_nanos"_s, jsonOf(check.costNanos)},
        {u"evidence_file"_s, textOrNull(check.evidenceFile)}, {u"next"_s, textOrNull(smoke::nextStep(check))}};
}

QJsonObject jsonOf(const RunReport &run)
{
    QJsonObject out = summaryOf(run);
    QJsonArray checks;
    for (const CheckReport &check : run.checks)
        checks.append(jsonOf(check));
    out.insert(u"checks"_s, checks);
    return out;
}

} // namespace cli
