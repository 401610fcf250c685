// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/requests_export.h"
#include <utility>

using namespace Qt::StringLiterals;

namespace pages {

static QString number(const std::optional<qint64> &n)
{
    return n ? QString::number(*n) : QString();
}

static QStringList cellsOf(const UsageRecord &row)
{
    return {row.at.toUTC().toString(Qt::ISODateWithMs), row.key.isEmpty() ? row.keyId : row.key, row.alias,
        row.upstream, row.model, row.status ? QString::number(*row.status) : QString(), row.errorClass, row.ended,
        number(row.inputTokens), number(row.outputTokens), number(row.cachedTokens), number(row.costNanos),
        row.costNanos ? row.currency : QString(), number(row.firstTokenMs), number(row.totalMs), row.requestId};
}

QString requestsText(const QList<UsageRecord> &rows, Separated kind)
{
    QString out = separatedLine(kind,
        {u"time"_s, u"key"_s, u"alias"_s, u"upstream"_s, u"model"_s, u"status"_s, u"error_class"_s, u"ended"_s,
            u"input_tokens"_s, u"output_tokens"_s, u"cached_tokens"_s, u"cost_nanos"_s, u"currency"_s,
            u"first_token_ms"_s, u"total_ms"_s, u"request_id"_s});
    for (const UsageRecord &row : rows)
        out += separatedLine(kind, cellsOf(row));
    return out;
}

RequestsExport::RequestsExport(std::unique_ptr<usage::RequestList> rows) : m_rows(std::move(rows))
{
    // Queued: the list is asked for more where it tells of what it has.
    connect(m_rows.get(), &Observable::changed, this, &RequestsExport::follow, Qt::QueuedConnection);
}

void RequestsExport::write(const usage::Query &query, const QString &path)
{
    if (running())
        return;
    m_path = path;
    m_rows->show(query);
}

void RequestsExport::follow()
{
    const auto &state = m_rows->state();
    if (!running() || state.loading)
        return;
    if (state.failure)
        emit failed(*state.failure);
    else if (state.more)
        return m_rows->loadMore();
    else
        return end();
    m_path.clear();
}

void RequestsExport::end()
{
    const QString path = std::exchange(m_path, QString());
    const Result<> saved = writeText(path, requestsText(m_rows->state().rows, separatedBy(path)));
    if (saved)
        emit written(path, int(m_rows->state().rows.size()));
    else
        emit failed(saved.error());
}

} // namespace pages
