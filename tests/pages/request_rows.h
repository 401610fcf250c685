// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include <QList>

// Believable calls, newest first, one every 1.3 seconds back from Thursday 18 June 2026, 12:31:58 UTC.
namespace tests {

struct CallKind
{
    const char *key;
    const char *alias;
    const char *upstream;
    const char *model;
    int status;
    const char *errorClass;
    const char *ended;
    qint64 in, out, costMicros, firstMs, totalMs; // negative: not told
};

inline const QList<CallKind> &callKinds()
{
    static const QList<CallKind> all{
        {"checkout-prod", "chat-default", "openai", "gpt-5-mini", 200, "", "complete", 1204, 311, 6100, 580, 2900},
        {"mobile-assistant", "smart-select", "mistral", "mistral-large-latest", 200, "upstream", "upstream_cut", 2880,
            190, 6900, 640, 31200},
        {"search-reranker", "embed", "openai", "text-embedding-3-large", 200, "", "complete", 8192, 0, 1100, -1, 96},
        {"data-enrichment", "batch-large", "deepseek", "deepseek-chat", 429, "rate_limit", "error", 11020, -1, -1, -1,
            84},
        {"code-review-ci", "code-review", "anthropic", "claude-sonnet-4-5", 200, "", "complete", 18330, 1204, 73100,
            1610, 14900},
        {"", "fast", "", "", 401, "auth", "refused", -1, -1, -1, -1, 2},
        {"support-bot", "fast", "google", "gemini-2.5-flash", 200, "", "complete", 940, 128, 600, 410, 1100},
        {"mobile-assistant", "smart-select", "anthropic", "claude-sonnet-4-5", 200, "", "client_left", 2104, 61, 7200,
            1280, 1900},
        {"notebooks-shared", "llama-eu", "local", "llama-3.3-70b", 200, "", "complete", 720, 300, -1, 570, 2200},
        {"invoice-extract", "vision", "openai", "gpt-4.1", 504, "timeout", "error", 4402, -1, -1, -1, 60010},
    };
    return all;
}

inline std::optional<qint64> known(qint64 n, qint64 factor = 1)
{
    return n < 0 ? std::nullopt : std::optional(n * factor);
}

inline UsageRecord call(int n) // 0 is the newest
{
    const CallKind &kind = callKinds().at(n % callKinds().size());
    UsageRecord row;
    row.requestId = QStringLiteral("req_%1").arg(1'000'000 - n, 12, 16, QLatin1Char('0'));
    row.sourceId = row.requestId;
    row.at = QDateTime(QDate(2026, 6, 18), QTime(12, 31, 58), Qt::UTC).addMSecs(-1300LL * n);
    row.key = QString::fromLatin1(kind.key);
    row.alias = QString::fromLatin1(kind.alias);
    row.upstream = QString::fromLatin1(kind.upstream);
    row.model = QString::fromLatin1(kind.model);
    row.family = QStringLiteral("chat");
    row.status = kind.status;
    row.errorClass = QString::fromLatin1(kind.errorClass);
    row.ended = QString::fromLatin1(kind.ended);
    row.inputTokens = known(kind.in);
    row.outputTokens = known(kind.out);
    row.costNanos = known(kind.costMicros, 1000);
    row.currency = row.costNanos ? QStringLiteral("USD") : QString();
    row.firstTokenMs = known(kind.firstMs);
    row.totalMs = known(kind.totalMs);
    return row;
}

inline QList<UsageRecord> calls(int count, int first = 0)
{
    QList<UsageRecord> out;
    out.reserve(count);
    for (int n = 0; n < count; ++n)
        out << call(first + n);
    return out;
}

} // namespace tests
