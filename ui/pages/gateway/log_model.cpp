// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/log_model.h"
#include "kit/cells.h"
#include "kit/format.h"

using namespace Qt::StringLiterals;

namespace pages {

using workspace::GatewayEvent;

bool troubled(const GatewayEvent &event)
{
    return event.status < 200 || event.status >= 400 || (!event.ended.isEmpty() && event.ended != u"complete"_s);
}

kit::Status endStatus(const GatewayEvent &event)
{
    if (event.ended == u"client_left"_s)
        return kit::Status::Skipped;
    if (event.status >= 400 && event.status < 500)
        return kit::Status::Warn;
    return troubled(event) ? kit::Status::Bad : kit::Status::Ok;
}

QString endWords(const GatewayEvent &event)
{
    const QString status = event.status > 0 ? QString::number(event.status) : LogModel::tr("no answer");
    if (event.ended == u"client_left"_s)
        return LogModel::tr("%1, caller left").arg(status);
    if (event.ended == u"upstream_cut"_s)
        return LogModel::tr("%1, upstream broke off").arg(status);
    if (event.ended == u"limit"_s)
        return LogModel::tr("%1, limit").arg(status);
    return status;
}

QList<LogRow> logRows(const QList<GatewayEvent> &log, bool troubledOnly)
{
    QList<LogRow> rows;
    rows.reserve(log.size());
    for (auto event = log.crbegin(); event != log.crend(); ++event)
        if (!troubledOnly || troubled(*event))
            rows << LogRow{*event, event->requestId};
    return rows;
}

static QString time(const std::optional<qint64> &ms)
{
    return ms ? kit::format::duration(*ms) : kit::format::none();
}

static QString cost(const std::optional<qint64> &nanos)
{
    return nanos ? kit::format::moneyShort(*nanos) : kit::format::none();
}

static QVariant endRole(const LogRow &row, int role)
{
    return role == kit::cell::State ? QVariant(int(endStatus(row.event))) : QVariant();
}

static QVariant costRole(const LogRow &row, int role)
{
    const bool asked = role == Qt::ToolTipRole && row.event.costNanos;
    return asked ? QVariant(kit::format::moneyExact(*row.event.costNanos)) : QVariant();
}

static QVariant keyRole(const LogRow &row, int role)
{
    return role == Qt::ToolTipRole && !row.event.key.isEmpty() ? QVariant(row.event.key) : QVariant();
}

LogModel::LogModel()
    : RowModel(
        {
            {tr("Time"), [](const LogRow &r) { return r.event.at.toLocalTime().toString(u"HH:mm:ss.zzz"_s); }},
            {tr("Key"), [](const LogRow &r) { return kit::format::orNone(r.event.key); }, Qt::AlignLeft, keyRole},
            {tr("Alias"), [](const LogRow &r) { return kit::format::orNone(r.event.alias); }},
            {tr("End"), [](const LogRow &r) { return endWords(r.event); }, Qt::AlignLeft, endRole},
            {tr("First token"), [](const LogRow &r) { return time(r.event.firstTokenMs); }, Qt::AlignRight},
            {tr("Cost, USD"), [](const LogRow &r) { return cost(r.event.costNanos); }, Qt::AlignRight, costRole},
            {tr("Total"), [](const LogRow &r) { return kit::format::duration(r.event.totalMs); }, Qt::AlignRight},
        },
        [](const LogRow &r) { return r.id; })
{}

} // namespace pages
