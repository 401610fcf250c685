// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_draft.h"
#include "base/money.h"
#include "pages/keys/key_limits.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyDraft)
};

constexpr int longestName = 100;

bool holds(const QList<Alias> &offered, const QString &name)
{
    return std::ranges::find(offered, name, &Alias::name) != offered.cend();
}

QString freeName(const QString &name, const QStringList &taken)
{
    int n = 2;
    while (taken.contains(u"%1-%2"_s.arg(name).arg(n)))
        ++n;
    return u"%1-%2"_s.arg(name).arg(n);
}

std::optional<KeyProblem> nameProblem(const QString &name, const QStringList &taken)
{
    const auto field = KeyField::Name;
    if (name.isEmpty())
        return KeyProblem{
            field, Words::tr("Give it a name, for example checkout-prod."), Words::tr("the name is missing"), true};
    if (name.size() > longestName)
        return KeyProblem{
            field, Words::tr("Use at most %n character(s).", nullptr, longestName), Words::tr("the name is too long")};
    if (taken.contains(name))
        return KeyProblem{field, Words::tr("There is already a key with this name. Try %1.").arg(freeName(name, taken)),
            Words::tr("the name is taken")};
    return {};
}

std::optional<KeyProblem> aliasProblem(const QStringList &aliases, const QList<Alias> &offered)
{
    for (const QString &alias : aliases)
        if (!offered.isEmpty() && !holds(offered, alias))
            return KeyProblem{KeyField::Aliases, Words::tr("The gateway has no alias %1. Remove it.").arg(alias),
                Words::tr("an alias does not exist")};
    return {};
}

bool isEmpty(const BudgetDraft &budget)
{
    return budget.amount.trimmed().isEmpty();
}

std::optional<KeyProblem> budgetProblem(const QList<BudgetDraft> &budgets, int at)
{
    const BudgetDraft &budget = budgets.at(at);
    const auto nanos = amountOf(budget.amount);
    const auto same = [&](const BudgetDraft &other) { return !isEmpty(other) && other.window == budget.window; };
    if (isEmpty(budget))
        return {};
    if (!nanos || *nanos <= 0)
        return KeyProblem{KeyField::Amount,
            Words::tr("Write an amount above zero, for example %1, or leave it empty for no limit.")
                .arg(QLocale().toString(5.5, 'f', 2)),
            Words::tr("the budget is no amount"), false, at};
    if (std::any_of(budgets.cbegin(), budgets.cbegin() + at, same))
        return KeyProblem{KeyField::Amount,
            Words::tr("There is a budget above that resets at the same time. Choose another window, or remove one."),
            Words::tr("two budgets reset at the same time"), false, at};
    return {};
}

std::optional<KeyProblem> expiryProblem(const std::optional<QDateTime> &at, const QDateTime &now)
{
    if (!at || *at > now)
        return {};
    return KeyProblem{
        KeyField::Expiry, Words::tr("This has passed. Choose a later day."), Words::tr("the expiry has passed")};
}

} // namespace

std::optional<qint64> amountOf(const QString &typed)
{
    const QLocale locale;
    QString text = typed.trimmed();
    text.remove(locale.groupSeparator());
    text.replace(locale.decimalPoint(), u"."_s);
    return money::nanosOf(text);
}

QList<KeyProblem> keyProblems(
    const KeyDraft &draft, const QStringList &taken, const QList<Alias> &offered, const QDateTime &now)
{
    QList<KeyProblem> out;
    const auto note = [&out](const std::optional<KeyProblem> &problem) {
        if (problem)
            out << *problem;
    };
    note(nameProblem(draft.name.trimmed(), taken));
    note(aliasProblem(draft.aliases, offered));
    for (int at = 0; at < draft.budgets.size(); ++at)
        note(budgetProblem(draft.budgets, at));
    note(expiryProblem(draft.expiresAt, now));
    return out + limitProblems(draft);
}

Key keyOf(const KeyDraft &draft)
{
    Key key;
    key.name = draft.name.trimmed();
    key.aliases = draft.aliases;
    for (const BudgetDraft &budget : draft.budgets)
        if (const auto nanos = amountOf(budget.amount))
            key.budgets << Budget{*nanos, budget.window, {}};
    putLimits(key, draft);
    key.expiresAt = draft.expiresAt;
    key.passport = draft.passport;
    return key;
}

QString typedAmount(qint64 nanos)
{
    return money::decimal(nanos).replace(u'.', QLocale().decimalPoint());
}

// What was spent of a window, or raised, stays with it.
static QList<Budget> appliedBudgets(const QList<Budget> &before, const KeyDraft &draft)
{
    QList<Budget> after = keyOf(draft).budgets;
    for (Budget &budget : after) {
        const qint64 nanos = budget.nanos;
        if (const auto old = std::ranges::find(before, budget.window, &Budget::window); old != before.cend())
            budget = *old;
        budget.nanos = nanos;
    }
    return after;
}

QStringList inOrderOf(const QStringList &before, const QStringList &now)
{
    QStringList a = before, b = now;
    a.sort();
    b.sort();
    return a == b ? before : now;
}

Key applied(const Key &before, const KeyDraft &draft)
{
    Key after = before;
    after.name = draft.name.trimmed();
    after.aliases = inOrderOf(before.aliases, draft.aliases);
    putLimits(after, draft);
    after.budgets = appliedBudgets(before.budgets, draft);
    after.expiresAt = draft.expiresAt;
    after.passport = draft.passport;
    return after;
}

} // namespace pages
