// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_keys.h"
#include "base/or_return.h"
#include "gateway/key_support.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

static const Features writes{
    Feature::KeyExpiry, Feature::Budget, Feature::BudgetWindows, Feature::RequestRate, Feature::TokenRate};
constexpr std::chrono::minutes shortestOverlap{30};

static Call toKey(const char *method, const QString &id)
{
    return {method, u"api-keys/"_s + Api::encoded(id)};
}

Task<Result<net::Exchange>> PortkeyKeys::asked(int number, int rows)
{
    Call call{"GET", u"api-keys"_s};
    call.query.addQueryItem(u"page_size"_s, QString::number(rows));
    call.query.addQueryItem(u"current_page"_s, QString::number(number));
    if (!m_workspace.isEmpty())
        call.query.addQueryItem(u"workspace_id"_s, Api::encoded(m_workspace));
    co_return co_await m_api.ask(std::move(call));
}

Task<Result<KeyRows>> PortkeyKeys::page(int number, int rows)
{
    const net::Exchange answer = co_await orReturn(asked(number, rows));
    co_return readKeys(answer.body);
}

Task<Result<Page<Key>>> PortkeyKeys::after(QString cursor)
{
    bool known = false;
    const int number = cursor.isEmpty() ? 0 : cursor.toInt(&known);
    if (!cursor.isEmpty() && !known)
        co_return fail(FailureKind::Rejected, u"no page of this list: "_s + cursor);
    KeyRows found = co_await orReturn(page(number, keysPerPage));
    Page<Key> out;
    if (!found.rows.isEmpty() && (number + 1LL) * keysPerPage < found.total)
        out.next = QString::number(number + 1);
    out.rows = std::move(found.rows);
    co_return out;
}

Task<Result<Key>> PortkeyKeys::find(QString id)
{
    Call call = toKey("GET", id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKey(answer.body);
}

static Result<> possible(const Key &before, const Key &after)
{
    if (const auto able = writable(before, after, writes); !able)
        return able;
    return before.budgets == after.budgets ? Result<>() : writableLimits(after);
}

// The answer has only id and secret: the key is read after it.
Task<Result<IssuedKey>> PortkeyKeys::issued(Call call)
{
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const Issued made = co_await orReturn(readIssued(answer.body));
    IssuedKey out;
    out.secret = made.secret;
    out.key.id = made.id;
    const auto key = co_await find(made.id);
    if (key)
        out.key = *key; // else: the secret comes only once, it is not to be lost over this
    out.key.previousUntil = made.previousUntil;
    co_return out;
}

Task<Result<IssuedKey>> PortkeyKeys::create(Key wanted)
{
    if (const auto able = possible({}, wanted); !able)
        co_return tl::unexpected<Failure>(able.error());
    Call call{"POST", u"api-keys/workspace/service"_s};
    call.json = createBody(wanted, m_workspace);
    co_return co_await issued(std::move(call));
}

Task<Result<>> PortkeyKeys::write(Key before, Key after)
{
    if (const auto able = possible(before, after); !able)
        co_return able;
    Call look = toKey("GET", before.id);
    const net::Exchange now = co_await orReturn(m_api.ask(std::move(look)));
    const QJsonObject raw = co_await orReturn(readRaw(now.body));
    Call call = toKey("PUT", before.id);
    call.json = updateBody(raw, before, after);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> PortkeyKeys::remove(Key key)
{
    Call call = toKey("DELETE", key.id);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<IssuedKey>> PortkeyKeys::rotate(Key key, std::chrono::seconds overlap)
{
    if (overlap < shortestOverlap)
        co_return fail(FailureKind::Input, u"Portkey keeps the secret before for 30 minutes at least"_s);
    Call call = toKey("POST", key.id);
    call.path += u"/rotate"_s;
    call.json = rotateBody(overlap);
    co_return co_await issued(std::move(call));
}

} // namespace gateway::portkey
