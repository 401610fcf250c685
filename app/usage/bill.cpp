// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/bill.h"
#include "base/money.h"
#include "usage/line_reader.h"
#include <QHash>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

const QStringList needed{
    u"BilledCost"_s, u"BillingCurrency"_s, u"ChargeCategory"_s, u"ChargePeriodStart"_s, u"ChargePeriodEnd"_s};

using Cells = QHash<QString, QString>;

tl::unexpected<Failure> wrong(qint64 line, const QString &column, const QString &why)
{
    return fail(FailureKind::Input, u"line %1, %2: %3"_s.arg(line).arg(column, why));
}

std::optional<QDateTime> timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    return time.isValid() ? std::optional(time) : std::nullopt;
}

// Quantities are decimals; a part of a token is none.
std::optional<qint64> countOf(const QString &text)
{
    const auto nanos = money::nanosOf(text);
    return nanos ? std::optional(*nanos / money::nanosPerUnit) : std::nullopt;
}

void readQuantity(const Cells &cells, Charge &charge)
{
    const auto quantity = countOf(cells.value(u"ConsumedQuantity"_s));
    const QString unit = cells.value(u"ConsumedUnit"_s);
    const QString meter = cells.value(u"SkuMeter"_s);
    if (unit.compare(u"Requests"_s, Qt::CaseInsensitive) == 0)
        charge.requests = quantity;
    if (unit.compare(u"Tokens"_s, Qt::CaseInsensitive) != 0)
        return;
    if (meter.contains(u"input"_s, Qt::CaseInsensitive))
        charge.inputTokens = quantity;
    else if (meter.contains(u"output"_s, Qt::CaseInsensitive))
        charge.outputTokens = quantity;
}

Result<Charge> chargeOf(const Cells &cells, qint64 line)
{
    Charge charge;
    charge.line = line;
    const auto from = timeOf(cells.value(u"ChargePeriodStart"_s));
    if (!from)
        return wrong(line, u"ChargePeriodStart"_s, u"no time"_s);
    const auto to = timeOf(cells.value(u"ChargePeriodEnd"_s));
    if (!to || *to <= *from)
        return wrong(line, u"ChargePeriodEnd"_s, u"no time behind its start"_s);
    const auto nanos = money::nanosOf(cells.value(u"BilledCost"_s));
    if (!nanos)
        return wrong(line, u"BilledCost"_s, u"no amount"_s);
    charge.from = *from;
    charge.to = *to;
    charge.nanos = *nanos;
    readQuantity(cells, charge);
    return charge;
}

void join(Bill &bill, const Charge &charge)
{
    bill.from = bill.charges.isEmpty() ? charge.from : std::min(bill.from, charge.from);
    bill.to = bill.charges.isEmpty() ? charge.to : std::max(bill.to, charge.to);
    bill.charges << charge;
}

Result<> read(Bill &bill, const Line &line)
{
    if (!line.why.isEmpty())
        return fail(FailureKind::Input, u"line %1: %2"_s.arg(line.number).arg(line.why));
    Cells cells;
    for (const auto &[name, text] : line.cells)
        cells.insert(name, text.trimmed());
    if (cells.value(u"ChargeCategory"_s) != u"Usage"_s) {
        ++bill.others;
        return {};
    }
    const QString currency = cells.value(u"BillingCurrency"_s).toUpper();
    if (currency.isEmpty() || (!bill.currency.isEmpty() && currency != bill.currency))
        return wrong(line.number, u"BillingCurrency"_s, u"none, or another one than before"_s);
    bill.currency = currency;
    const Result<Charge> charge = chargeOf(cells, line.number);
    if (!charge)
        return tl::unexpected<Failure>(charge.error());
    join(bill, *charge);
    return {};
}

void add(std::optional<qint64> &sum, std::optional<qint64> part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

} // namespace

Result<Bill> readBill(QIODevice &device)
{
    const auto lines = csvReader(device);
    for (const QString &column : needed)
        if (!lines->header().contains(column))
            return fail(FailureKind::Input, u"line 1: no column %1, which every FOCUS file has"_s.arg(column));
    Bill bill;
    while (const auto line = lines->next())
        if (const Result<> done = read(bill, *line); !done)
            return tl::unexpected<Failure>(done.error());
    if (bill.charges.isEmpty())
        return fail(FailureKind::Input, u"no line of it is a charge for use"_s);
    return bill;
}

Result<gateway::UsageTotals> sumsOf(const Bill &bill, const QDateTime &from, const QDateTime &to)
{
    gateway::UsageTotals sums;
    sums.from = from;
    sums.to = to;
    sums.costNanos = 0;
    sums.currency = bill.currency;
    for (const Charge &charge : bill.charges) {
        if (charge.to <= from || charge.from >= to)
            continue;
        if (charge.from < from || charge.to > to)
            return fail(FailureKind::Input,
                u"line %1: it charges %2 to %3, which lies only in part between %4 and %5"_s.arg(charge.line)
                    .arg(charge.from.toString(Qt::ISODate), charge.to.toString(Qt::ISODate), from.toString(Qt::ISODate),
                        to.toString(Qt::ISODate)));
        add(sums.costNanos, charge.nanos);
        add(sums.requests, charge.requests);
        add(sums.inputTokens, charge.inputTokens);
        add(sums.outputTokens, charge.outputTokens);
    }
    return sums;
}

} // namespace usage
