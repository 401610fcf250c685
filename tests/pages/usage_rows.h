// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/ground.h"
#include <cmath>
#include <QRandomGenerator>

// Believable sums for the tests of the usage page: weekdays, a slow rise, the same for the same seed.
namespace tests {

struct Use
{
    QString group;
    double daily = 0; // USD
    qint64 calls = 0; // a day
};

inline QList<Use> uses()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {{s("chat-default"), 61, 13760}, {s("code-review"), 48, 2940}, {s("fast"), 26, 6712},
        {s("embed"), 14, 40285}, {s("batch-large"), 9, 2064}, {s("smart-select"), 7, 633}, {s("llama-eu"), 4, 1281}};
}

inline usage::Totals totals(const Use &use, double share)
{
    usage::Totals out;
    out.requests = qint64(double(use.calls) * share);
    out.errors = out.requests / 140;
    out.inputTokens = out.requests * 740;
    out.outputTokens = out.requests * 96;
    out.cachedTokens = out.requests * 220;
    out.costNanos = qint64(use.daily * share * 1e9);
    return out;
}

inline void add(usage::Totals &sum, const usage::Totals &part)
{
    sum.requests += part.requests;
    sum.errors += part.errors;
    sum.inputTokens = sum.inputTokens.value_or(0) + part.inputTokens.value_or(0);
    sum.outputTokens = sum.outputTokens.value_or(0) + part.outputTokens.value_or(0);
    sum.cachedTokens = sum.cachedTokens.value_or(0) + part.cachedTokens.value_or(0);
    if (part.costNanos)
        sum.costNanos = sum.costNanos.value_or(0) + *part.costNanos;
    sum.unknownCostRows += part.unknownCostRows;
    sum.sampleRows += part.sampleRows;
}

inline double shareOf(const QDateTime &start, QRandomGenerator &random)
{
    const bool weekend = start.date().dayOfWeek() > 5;
    return (weekend ? 0.38 : 1.0) * (0.8 + 0.5 * random.generateDouble());
}

inline void fillSums(usage::Explorer::State &state, const pages::Span &span, const QList<Use> &all)
{
    QRandomGenerator random{7};
    state.loaded = true;
    for (const Use &use : all) {
        usage::Bucket row{{}, use.group, {}};
        for (const QDateTime &start : span.marks) {
            const usage::Bucket bucket{start, use.group, totals(use, shareOf(start, random))};
            state.series << bucket;
            add(row.totals, bucket.totals);
        }
        add(state.totals, row.totals);
        state.breakdown << row;
    }
}

inline void fillHours(usage::Explorer::State &state)
{
    for (int day = 0; day < 7; ++day) {
        QList<qint64> hours;
        for (int hour = 0; hour < 24; ++hour)
            hours << qint64((day > 4 ? 60 : 240) * (0.1 + 3 * std::exp(-std::pow((hour - 13) / 4.4, 2))));
        state.hoursOfWeek << hours;
    }
}

// 30 days up to Thursday 18 June 2026, 14:32:05 in Berlin, and the 30 days before.
inline pages::Shown month()
{
    pages::Shown out;
    out.ground.zone = QTimeZone("Europe/Berlin");
    out.ground.now = QDateTime(QDate(2026, 6, 18), QTime(12, 32, 5), Qt::UTC);
    out.ground.until = out.ground.now;
    out.span = pages::spanOf({}, out.ground.zone, out.ground.now);
    out.spanBefore = pages::spanBefore(out.span, out.ground.zone, out.ground.now);
    out.ground.since = out.spanBefore.from;
    fillSums(out.now, out.span, uses());
    fillSums(out.before, out.spanBefore, {{{}, 155, 61000}});
    fillHours(out.now);
    return out;
}

} // namespace tests
