// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/requests_model.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "pages/requests/ending.h"
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

using Row = UsageRecord;

static QString countOf(const std::optional<qint64> &n)
{
    return n ? format::count(*n) : format::none();
}

static QString time(const std::optional<qint64> &ms)
{
    return ms ? format::duration(*ms) : format::none();
}

// The currency is in the head; another one than that is said in the cell.
static QString cost(const Row &row)
{
    if (!row.costNanos)
        return format::none();
    const bool usual = row.currency.isEmpty() || row.currency == u"USD"_s;
    return usual ? format::moneyShort(*row.costNanos) : format::moneyWithCode(*row.costNanos, row.currency);
}

static QVariant costCell(const Row &row, int role)
{
    return role == Qt::ToolTipRole && row.costNanos ? QVariant(format::moneyExact(*row.costNanos)) : QVariant();
}

static QVariant keyCell(const Row &row, int role)
{
    return role == Qt::ToolTipRole && !row.key.isEmpty() ? QVariant(row.key) : QVariant();
}

static QVariant endedCell(const Row &row, int role)
{
    return role == cell::State ? QVariant(int(endingOf(row).status)) : QVariant();
}

// A sample row says so where every reader starts.
static QVariant timeCell(const Row &row, int role)
{
    const bool sample = row.origin == Origin::Sample;
    if (role == cell::Mark && sample)
        return int(Glyph::Demo);
    return role == Qt::ToolTipRole && sample ? QVariant(RequestsModel::tr("sample row")) : QVariant();
}

static std::function<QVariant(const Row &)> timeIn(const QTimeZone &zone, const QDate &today)
{
    return [zone, today](const Row &row) {
        const QDateTime local = row.at.toTimeZone(zone);
        return local.date() == today ? QLocale().toString(local.time(), u"HH:mm:ss"_s)
                                     : QLocale().toString(local, u"d MMM HH:mm:ss"_s);
    };
}

RequestsModel::RequestsModel(const QTimeZone &zone, const QDate &today)
    : RowModel(
        {
            {tr("Time"), timeIn(zone, today), Qt::AlignLeft, timeCell},
            {tr("End"), [](const Row &r) { return endWords(r); }, Qt::AlignLeft, endedCell},
            {tr("Key"), [](const Row &r) { return format::orNone(r.key.isEmpty() ? r.keyId : r.key); }, Qt::AlignLeft,
                keyCell},
            {tr("Alias"), [](const Row &r) { return format::orNone(r.alias); }},
            {tr("Served by"), [](const Row &r) { return format::orNone(r.model); }},
            {tr("Cost, USD"), cost, Qt::AlignRight, costCell},
            {tr("Total"), [](const Row &r) { return time(r.totalMs); }, Qt::AlignRight},
            {tr("Upstream"), [](const Row &r) { return format::orNone(r.upstream); }},
            {tr("Status"), [](const Row &r) { return r.status ? QString::number(*r.status) : format::none(); }},
            {tr("Tokens in"), [](const Row &r) { return countOf(r.inputTokens); }, Qt::AlignRight},
            {tr("Tokens out"), [](const Row &r) { return countOf(r.outputTokens); }, Qt::AlignRight},
            {tr("First token"), [](const Row &r) { return time(r.firstTokenMs); }, Qt::AlignRight},
        },
        [](const Row &r) { return r.sourceId; })
{}

} // namespace pages
