// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/usage_export.h"

using namespace Qt::StringLiterals;

namespace pages {

static QString number(std::optional<qint64> n)
{
    return n ? QString::number(*n) : QString();
}

static QStringList cellsOf(const usage::Bucket &bucket, const QTimeZone &zone)
{
    const usage::Totals &t = bucket.totals;
    return {bucket.start.toTimeZone(zone).toString(Qt::ISODate), bucket.group, QString::number(t.requests),
        QString::number(t.errors), number(t.inputTokens), number(t.outputTokens), number(t.cachedTokens),
        number(t.costNanos), QString::number(t.unknownCostRows), QString::number(t.sampleRows)};
}

QString exportText(const Shown &shown, Separated kind)
{
    const auto line = [kind](const QStringList &cells) { return separatedLine(kind, cells); };
    QString out = line({u"start"_s, u"group"_s, u"requests"_s, u"errors"_s, u"input_tokens"_s, u"output_tokens"_s,
        u"cached_tokens"_s, u"cost_nanos"_s, u"unknown_cost_rows"_s, u"sample_rows"_s});
    for (const usage::Bucket &bucket : shown.now.series)
        out += line(cellsOf(bucket, shown.ground.zone));
    return out;
}

Result<> exportTo(const QString &path, const Shown &shown)
{
    return writeText(path, exportText(shown, separatedBy(path)));
}

} // namespace pages
