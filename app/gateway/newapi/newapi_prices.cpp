// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_prices.h"
#include "base/or_return.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

Result<> judged(const PriceEntry &entry, const PriceMaps &now)
{
    const QJsonValue is = now.entry(entry.option, entry.model);
    if (is == entry.wanted)
        return {};
    const bool ignored = is == entry.was;
    const QString said =
        ignored ? u"the server ignored this (option %1)"_s : u"option %1 now has another value of it"_s;
    return fail(ignored ? FailureKind::Rejected : FailureKind::Conflict, said.arg(entry.option));
}

Result<> judged(const QList<PriceEntry> &plan, const PriceMaps &now)
{
    for (const PriceEntry &entry : plan)
        if (const auto kept = judged(entry, now); !kept)
            return kept;
    return {};
}

Failure afterOthers(Failure failure, const QStringList &done)
{
    if (!done.isEmpty())
        failure.detail += u"; already written to: "_s + done.join(u", "_s);
    return failure;
}

} // namespace

bool NewApiPrices::mayWrite() const
{
    return writesPrices(m_session.server(), m_session.owner());
}

Task<Result<PriceMaps>> NewApiPrices::maps()
{
    Call call{"GET", u"api/option/"_s};
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    co_return readPriceMaps(answer.body);
}

// The map is read right before it is written whole: what others wrote to other models meanwhile stays.
Task<Result<>> NewApiPrices::put(PriceEntry entry)
{
    const PriceMaps now = co_await orReturn(maps());
    const QJsonValue is = now.entry(entry.option, entry.model);
    if (is == entry.wanted)
        co_return Result<>();
    if (is != entry.was)
        co_return fail(FailureKind::Conflict, u"the price of %1 was changed meanwhile"_s.arg(entry.model));
    Call call{"PUT", u"api/option/"_s};
    call.json = optionBody(now, entry);
    co_await orReturn(m_session.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> NewApiPrices::write(PriceChange change, Ratios told)
{
    if (!told.group.isDouble())
        co_return fail(FailureKind::Unsupported, u"prices of an alias: the server does not tell its list of prices"_s);
    const PriceMaps before = co_await orReturn(maps());
    const auto plan = co_await orReturn(plannedPrice(before, change, told, m_session.server().quotaPerUnit));
    QStringList done;
    for (const PriceEntry &entry : plan) {
        const auto written = co_await put(entry);
        if (!written)
            co_return tl::unexpected<Failure>(afterOthers(written.error(), done));
        done << entry.option;
        m_written[change.model] = m_clock.now();
    }
    const PriceMaps after = co_await orReturn(maps());
    co_return judged(plan, after);
}

bool NewApiPrices::isFresh(const QString &model) const
{
    return m_written.contains(model) && m_written.value(model).secsTo(m_clock.now()) < listIsOld.count();
}

Task<Result<Catalog>> NewApiPrices::renewed(Catalog list)
{
    QStringList models = m_written.keys();
    models.removeIf([this](const QString &model) { return !isFresh(model); });
    if (models.isEmpty())
        co_return list;
    const PriceMaps now = co_await orReturn(maps());
    for (const QString &model : models)
        list.prices[model] = priceFrom(now, model, ratiosOf(list, model), m_session.server().quotaPerUnit);
    co_return list;
}

} // namespace gateway::newapi
