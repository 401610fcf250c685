// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_keys.h"
#include "base/or_return.h"
#include "gateway/key_support.h"
#include "gateway/offset_page.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

static const Features writes{Feature::DisableKey, Feature::ModelScope, Feature::KeyExpiry, Feature::Budget,
    Feature::BudgetWindows, Feature::RequestRate, Feature::TokenRate};
static const QString path = u"api/governance/virtual-keys"_s;

static Call toKey(const char *method, const QString &id)
{
    return {method, path + u'/' + Api::encoded(id)};
}

Task<Result<net::Exchange>> BifrostKeys::page(int offset, int rows)
{
    Call call{"GET", path};
    call.query.addQueryItem(u"limit"_s, QString::number(rows));
    call.query.addQueryItem(u"offset"_s, QString::number(offset));
    co_return co_await m_api.ask(std::move(call));
}

Task<Result<Page<Key>>> BifrostKeys::after(QString cursor)
{
    const OffsetPlace place = co_await orReturn(OffsetPlace::of(cursor));
    const net::Exchange answer = co_await orReturn(page(place.asked(), keysPerPage));
    KeyRows found = co_await orReturn(readKeys(answer.body, shape()));
    if (const auto shape = shapeIn(answer.body))
        m_shape = shape;
    const bool more = found.paged && place.asked() + found.rows.size() < found.total;
    co_return pageAt(place, std::move(found.rows), more);
}

Task<Result<Key>> BifrostKeys::find(QString id)
{
    Call call = toKey("GET", id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKey(answer.body, shape());
}

// The first key there tells, where neither the version nor a list did.
Task<Result<>> BifrostKeys::learnShape()
{
    if (m_shape)
        co_return Result<>();
    const net::Exchange answer = co_await orReturn(page(0, 1));
    m_shape = shapeIn(answer.body);
    co_return Result<>();
}

Result<> BifrostKeys::possible(const Key &before, const Key &after) const
{
    if (const auto able = writable(before, after, expires() ? writes : writes.without(Feature::KeyExpiry)); !able)
        return able;
    if (const auto scope = writableScope(after.aliases, shape()); !scope && before.aliases != after.aliases)
        return scope;
    return before.budgets == after.budgets ? Result<>() : writableBudgets(after.budgets, shape());
}

Task<Result<IssuedKey>> BifrostKeys::create(Key wanted)
{
    co_await orReturn(learnShape());
    if (const auto able = possible({}, wanted); !able)
        co_return tl::unexpected<Failure>(able.error());
    Call call{"POST", path};
    call.json = createBody(wanted, shape());
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readIssuedKey(answer.body, shape());
}

Task<Result<>> BifrostKeys::write(Key before, Key after)
{
    Call look = toKey("GET", before.id);
    const net::Exchange now = co_await orReturn(m_api.ask(std::move(look)));
    co_await orReturn(readKey(now.body, shape()));
    if (const auto shape = shapeIn(now.body))
        m_shape = shape;
    if (const auto able = possible(before, after); !able)
        co_return able;
    Call call = toKey("PUT", before.id);
    call.json = updateBody(rawKey(now.body), before, after, shape());
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> BifrostKeys::remove(Key key)
{
    Call call = toKey("DELETE", key.id);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<Secret>> BifrostKeys::secretOf(Key key)
{
    Call call = toKey("GET", key.id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readValue(answer.body);
}

} // namespace gateway::bifrost
