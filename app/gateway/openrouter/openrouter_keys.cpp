// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openrouter/openrouter_keys.h"
#include "base/or_return.h"
#include "gateway/key_support.h"
#include "gateway/offset_page.h"

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

static const Features writes{Feature::DisableKey, Feature::ModelScope, Feature::Budget, Feature::BudgetWindows};

static Call toKey(const char *method, const QString &hash)
{
    return {method, u"keys/"_s + Api::encoded(hash)};
}

Task<Result<Page<Key>>> OpenRouterKeys::after(QString cursor)
{
    const OffsetPlace place = co_await orReturn(OffsetPlace::of(cursor));
    Call call{"GET", u"keys"_s};
    call.query.addQueryItem(u"include_disabled"_s, u"true"_s);
    call.query.addQueryItem(u"offset"_s, QString::number(place.asked()));
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    QList<Key> rows = co_await orReturn(readKeys(answer.body));
    if (cursor.isEmpty())
        co_await orReturn(m_scopes.load());
    for (Key &key : rows)
        key.aliases = m_scopes.of(key.id);
    const bool more = rows.size() >= keysPerPage;
    co_return pageAt(place, std::move(rows), more);
}

Task<Result<Key>> OpenRouterKeys::find(QString id)
{
    Call call = toKey("GET", id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    Key key = co_await orReturn(readKey(answer.body));
    co_await orReturn(m_scopes.load());
    key.aliases = m_scopes.of(key.id);
    co_return key;
}

static Result<> creatable(Key wanted)
{
    if (const auto budgets = writableBudgets(wanted); !budgets)
        return budgets;
    wanted.expiresAt.reset(); // settable here and never again
    return writable({}, wanted, writes);
}

Task<Result<IssuedKey>> OpenRouterKeys::create(Key wanted)
{
    if (const auto possible = creatable(wanted); !possible)
        co_return tl::unexpected<Failure>(possible.error());
    Call call{"POST", u"keys"_s};
    call.json = createBody(wanted);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    IssuedKey issued = co_await orReturn(readIssuedKey(answer.body));
    const auto finished = co_await finish(issued.key, wanted);
    if (!finished)
        co_return co_await takenBack(issued.key, finished.error());
    issued.key.aliases = wanted.aliases;
    issued.key.enabled = wanted.enabled;
    co_return issued;
}

// What a create does not take.
Task<Result<>> OpenRouterKeys::finish(Key made, Key wanted)
{
    if (!wanted.aliases.isEmpty())
        co_await orReturn(m_scopes.set(made, wanted.aliases));
    if (!wanted.enabled) {
        Key enabled = wanted;
        enabled.enabled = true;
        Call call = toKey("PATCH", made.id);
        call.json = patchBody(enabled, wanted);
        co_await orReturn(m_api.ask(std::move(call)));
    }
    co_return Result<>();
}

// A key without the limits that were asked for must not stay behind.
Task<Result<IssuedKey>> OpenRouterKeys::takenBack(Key made, Failure why)
{
    Call call = toKey("DELETE", made.id);
    const auto answer = co_await m_api.ask(std::move(call));
    if (answer)
        why.detail += u"; the new key was deleted again"_s;
    else
        why.detail +=
            u"; the new key %1 is there without these limits: delete it (%2)"_s.arg(made.id, answer.error().detail);
    co_return tl::unexpected<Failure>(why);
}

Task<Result<>> OpenRouterKeys::write(Key before, Key after)
{
    const auto budgets = before.budgets == after.budgets ? Result<>() : writableBudgets(after);
    if (!budgets)
        co_return budgets;
    if (const auto possible = writable(before, after, writes); !possible)
        co_return possible;
    Call call = toKey("PATCH", before.id);
    call.json = patchBody(before, after);
    if (call.json != "{}")
        co_await orReturn(m_api.ask(std::move(call)));
    if (before.aliases != after.aliases)
        co_await orReturn(m_scopes.set(after, after.aliases));
    co_return Result<>();
}

Task<Result<>> OpenRouterKeys::remove(Key key)
{
    co_await orReturn(m_scopes.load());
    const QString guardrail = m_scopes.madeFor(key);
    Call call = toKey("DELETE", key.id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const auto deleted = readDeleted(answer.body);
    if (deleted && !guardrail.isEmpty())
        co_await m_scopes.remove(guardrail); // the key is gone; an empty guardrail that stays does no harm
    co_return deleted;
}

} // namespace gateway::openrouter
