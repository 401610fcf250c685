// SPDX-License-Identifier: GPL-3.0-or-later
#include "guards/raises.h"
#include "base/money.h"
#include "base/or_return.h"
#include "gateway/admin.h"
#include "gateway/facets.h"
#include "guards/words.h"
#include "store/budget_raises.h"
#include "store/store.h"
#include "text/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guards {

static Budget *budgetOf(Key &key, const QString &window)
{
    const auto found = std::ranges::find(key.budgets, window, &Budget::window);
    return found == key.budgets.end() ? nullptr : &*found;
}

Task<Result<QList<BudgetRaise>>> Raises::all() const
{
    const auto read = [profile = m_parts.profile](sql::Database &db) { return store::budgetRaises(db, profile); };
    co_return co_await m_parts.store.read(read);
}

Task<Result<>> Raises::write(Key before, Key after, QString reason) const
{
    const changes::Change change{before, after};
    const changes::Why why{reason};
    co_await orReturn(changes::apply(*m_parts.admin.keys(), m_parts.journal, change, why));
    co_return Result<>();
}

Task<Result<>> Raises::forget(qint64 id) const
{
    const auto gone = [id](sql::Database &db) { return store::removeBudgetRaise(db, id); };
    co_return co_await m_parts.store.write(gone);
}

// Kept before it is written: a program that ends in between leaves a raise whose budget is not the raised one, which is
// nobody's loss.
Task<Result<BudgetRaise>> Raises::begin(Key key, QString window, qint64 more, QDateTime until) const
{
    Key after = key;
    Budget *budget = budgetOf(after, window);
    if (!budget)
        co_return fail(FailureKind::Input, Words::tr("the key has no budget of that period"));
    BudgetRaise raise{0, m_parts.profile, key.id, key.name, window, budget->nanos, budget->nanos + more, until, {}, {}};
    budget->nanos = raise.raisedNanos;
    const auto keep = [raise](sql::Database &db) { return store::putBudgetRaise(db, raise); };
    co_await orReturn(m_parts.store.write(keep));
    const QString reason =
        Words::tr("raised by %1 USD until %2").arg(money::decimal(more), until.toString(Qt::ISODate));
    co_await orReturn(write(key, after, reason));
    co_return raise;
}

Task<Result<>> Raises::endDue() const
{
    const QList<BudgetRaise> raises = co_await orReturn(all());
    for (const BudgetRaise &raise : raises) {
        if (raise.until > m_parts.clock.now())
            break;
        const Result<> ended = co_await endOne(raise);
        if (ended)
            continue;
        const auto note = [id = raise.id, why = text::wordsOf(ended.error()).why](
                              sql::Database &db) { return store::noteRaiseFailure(db, id, why); };
        co_await orReturn(m_parts.store.write(note));
    }
    co_return Result<>();
}

Task<Result<>> Raises::endOne(BudgetRaise raise) const
{
    gateway::Keys *keys = m_parts.admin.keys();
    if (!keys)
        co_return fail(FailureKind::Unsupported, u"keys"_s);
    const Result<Key> key = co_await keys->find(raise.keyId);
    if (!key && key.error().kind != FailureKind::NotFound)
        co_return tl::unexpected<Failure>(key.error());
    Key after = key ? *key : Key();
    Budget *budget = budgetOf(after, raise.window);
    if (!budget || budget->nanos != raise.raisedNanos) // gone, or somebody else set it since
        co_return co_await forget(raise.id);
    budget->nanos = raise.beforeNanos;
    co_await orReturn(
        write(*key, after, Words::tr("the raise until %1 is over").arg(raise.until.toString(Qt::ISODate))));
    co_return co_await forget(raise.id);
}

} // namespace guards
