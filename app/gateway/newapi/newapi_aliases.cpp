// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_aliases.h"
#include "base/or_return.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr int mostPages = 200; // of channels

// The price list may be switched off, kept for those who signed in, or not exist.
bool withheld(const Failure &failure)
{
    return failure.kind == FailureKind::NotFound || failure.kind == FailureKind::Forbidden
        || failure.kind == FailureKind::Unauthorized || wasRefused(failure);
}

// The role allows it, and yet the server does not: the names are told to anybody.
bool keptFrom(const Failure &failure)
{
    return failure.kind == FailureKind::Forbidden || wasRefused(failure);
}

bool sameContents(const Channel &a, const Channel &b)
{
    return a.models == b.models && a.mapping == b.mapping;
}

Result<> judged(const Channel &was, const Channel &wanted, const Channel &now)
{
    if (sameContents(now, wanted))
        return {};
    const QString said = sameContents(now, was) ? u"the server ignored this (channel \"%1\")"_s
                                                : u"channel \"%1\" now has other models or another mapping"_s;
    return fail(sameContents(now, was) ? FailureKind::Rejected : FailureKind::Conflict, said.arg(was.name));
}

Failure afterOthers(Failure failure, const QStringList &done)
{
    if (!done.isEmpty())
        failure.detail += u"; already written to: "_s + done.join(u", "_s);
    return failure;
}

} // namespace

Task<Result<QList<Channel>>> NewApiAliases::channels()
{
    QList<QJsonObject> rows;
    qint64 number = m_session.server().pagesFromZero() ? 0 : 1;
    for (int pages = 0; pages < mostPages; ++pages, ++number) {
        Call call{"GET", u"api/channel/"_s};
        call.query.setQuery(u"p=%1&page_size=100&id_sort=true"_s.arg(number));
        const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
        const ListPage page = co_await orReturn(listOf(answer.body, u"channel list"_s));
        if (!rows.isEmpty() && !page.rows.isEmpty() && page.rows.first() == rows.first())
            co_return fail(FailureKind::Decode, u"channel list: the same page again"_s);
        rows += page.rows;
        if (page.isLast())
            co_return readChannels(rows);
    }
    co_return fail(FailureKind::Decode, u"channel list: it does not end"_s);
}

Task<Result<Channel>> NewApiAliases::channel(qint64 id)
{
    Call call{"GET", u"api/channel/%1"_s.arg(id)};
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    const QJsonObject row = co_await orReturn(objectOf(answer.body, u"channel"_s));
    co_return readChannel(row);
}

Task<Result<Catalog>> NewApiAliases::catalog()
{
    Call call{"GET", u"api/pricing"_s};
    const auto answer = co_await m_session.ask(std::move(call));
    if (answer) {
        const Catalog list = co_await orReturn(readPricing(answer->body, m_session.server(), m_session.owner().group));
        co_return co_await m_prices.renewed(list);
    }
    if (withheld(answer.error()))
        co_return Catalog();
    co_return tl::unexpected<Failure>(answer.error());
}

Task<Result<QStringList>> NewApiAliases::names()
{
    const bool oneApi = m_session.server().generation == Generation::OneApi;
    Call call{"GET", oneApi ? u"api/user/available_models"_s : u"api/user/models"_s};
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    co_return readModelNames(answer.body);
}

Task<Result<QList<Alias>>> NewApiAliases::all()
{
    co_await orReturn(m_session.ready());
    const Catalog prices = co_await orReturn(catalog());
    if (m_session.owner().readsChannels) {
        const auto known = co_await channels();
        if (known)
            co_return aliasesOf(*known, prices, m_session.server());
        if (!keptFrom(known.error()))
            co_return tl::unexpected<Failure>(known.error());
    }
    const QStringList usable = co_await orReturn(names());
    co_return aliasesOf(usable, prices);
}

Task<Result<>> NewApiAliases::write(Alias before, Alias after)
{
    co_await orReturn(m_session.ready());
    if (!m_session.owner().writesChannels)
        co_return fail(FailureKind::Unsupported, u"write alias: the account's role may not change channels"_s);
    const QList<Channel> now = co_await orReturn(channels());
    const QList<Channel> plan = co_await orReturn(planned(now, before, after, m_session.server()));
    QStringList done;
    if (!after.name.isEmpty() && !sameAmounts(before.price, after.price)) {
        co_await orReturn(writePrice(before, after));
        done << u"its price"_s;
    }
    co_return co_await putAll(now, plan, done);
}

// Before the channels: without a price the server refuses the calls of an alias.
Task<Result<>> NewApiAliases::writePrice(Alias before, Alias after)
{
    if (!m_prices.mayWrite())
        co_return fail(FailureKind::Unsupported,
            m_session.owner().isRoot() ? u"prices of an alias"_s
                                       : u"prices of an alias: they are for the root account to write"_s);
    const Catalog list = co_await orReturn(catalog());
    PriceChange change;
    change.model = after.name;
    change.before = before.price;
    change.after = after.price;
    co_return co_await m_prices.write(change, ratiosOf(list, after.name));
}

Task<Result<>> NewApiAliases::putAll(QList<Channel> now, QList<Channel> plan, QStringList done)
{
    for (const Channel &wanted : plan) {
        const auto was = std::ranges::find(now, wanted.id, &Channel::id);
        const auto written = co_await put(*was, wanted);
        if (!written)
            co_return tl::unexpected<Failure>(afterOthers(written.error(), done));
        done << wanted.name;
    }
    co_return Result<>();
}

Task<Result<QList<UpstreamModels>>> NewApiAliases::upstreamModels()
{
    co_await orReturn(m_session.ready());
    if (!m_session.owner().readsChannels)
        co_return fail(FailureKind::Unsupported, u"models of upstreams: the account's role may not look at channels"_s);
    const QList<Channel> all = co_await orReturn(channels());
    QList<UpstreamModels> told;
    for (const Channel &channel : all) {
        if (!channel.serves)
            continue;
        const UpstreamModels one = co_await fetched(channel);
        told << one;
    }
    co_return told;
}

// One channel that cannot tell does not hide the others.
Task<UpstreamModels> NewApiAliases::fetched(Channel channel)
{
    Call call{"GET", u"api/channel/fetch_models/%1"_s.arg(channel.id)};
    const auto answer = co_await m_session.ask(std::move(call));
    Result<QStringList> names = tl::unexpected<Failure>(Failure{});
    if (answer)
        names = readModelNames(answer->body);
    UpstreamModels told;
    told.upstream = channel.name;
    if (!answer)
        told.failure = answer.error();
    else if (!names)
        told.failure = names.error();
    else if (names->isEmpty()) // else all that is served through it would be called gone
        told.failure = Failure{FailureKind::Decode, u"models of channel \"%1\": none is listed"_s.arg(channel.name)};
    else
        told.models = *names;
    co_return told;
}

// There is no version to write against: the row is looked at right before, and again after. The answer of the write is not
// read: old ones put the upstream's key into it.
Task<Result<>> NewApiAliases::put(Channel was, Channel wanted)
{
    const Channel fresh = co_await orReturn(channel(was.id));
    if (!sameContents(fresh, was))
        co_return fail(FailureKind::Conflict, u"channel \"%1\" was changed meanwhile"_s.arg(was.name));
    Call call{"PUT", u"api/channel/"_s};
    call.json = channelBody(wanted);
    co_await orReturn(m_session.ask(std::move(call)));
    const Channel now = co_await orReturn(channel(was.id));
    co_return judged(was, wanted, now);
}

} // namespace gateway::newapi
