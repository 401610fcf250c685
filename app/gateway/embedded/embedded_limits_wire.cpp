// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_page.h"
#include "gateway/embedded/embedded_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::embedded {

namespace {

// Over its lifetime, where no budget bounds it.
Allowance unlimited(JsonReader &row)
{
    Allowance whole;
    whole.scope = u"key"_s;
    whole.id = row.text("id"_L1);
    whole.name = row.text("name"_L1);
    whole.window = u"lifetime"_s;
    whole.currency = u"USD"_s;
    whole.spentNanos = row.integerOrNull("spent_nanos"_L1);
    whole.unlimited = true;
    return whole;
}

// A raise counts while it is in force; what running calls hold is not left.
Allowance within(const Allowance &whole, JsonReader &part)
{
    Allowance budget = whole;
    budget.unlimited = false;
    budget.window = part.text("window"_L1);
    budget.limitNanos = part.integer("nanos"_L1);
    if (const auto cap = part.integerOrNull("cap_nanos"_L1))
        budget.limitNanos = cap;
    budget.spentNanos = part.integerOrNull("spent_nanos"_L1);
    budget.leftNanos = part.integerOrNull("free_nanos"_L1);
    budget.resetsAt = part.time("resets_at"_L1);
    return budget;
}

QList<Allowance> allowancesOf(JsonReader &row)
{
    const Allowance whole = unlimited(row);
    QList<Allowance> all;
    for (JsonReader part : row.objects("budgets"_L1)) {
        all << within(whole, part);
        row.adopt(part);
    }
    return all.isEmpty() ? QList<Allowance>{whole} : all;
}

} // namespace

Result<Page<QList<Allowance>>> readAllowancePage(const QByteArray &body)
{
    return readObject(body, u"key list"_s).and_then([](JsonReader root) {
        return pageOf<QList<Allowance>>(std::move(root), allowancesOf);
    });
}

} // namespace gateway::embedded
