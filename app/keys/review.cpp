// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review.h"
#include "keys/reach.h"
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace keys {

namespace {

__extension__ typedef __int128 Wide;
constexpr qint64 monthHours = 31 * 24;

struct RiskName
{
    Risk risk;
    const char *name;
};
constexpr RiskName riskNames[] = {{Risk::NoOwner, "no_owner"}, {Risk::NoLimit, "no_limit"},
    {Risk::EveryAlias, "every_alias"}, {Risk::Unused, "unused"}, {Risk::PastReview, "past_review"},
    {Risk::Expiring, "expiring"}, {Risk::Expired, "expired"}};
constexpr const char *decisionNames[] = {"", "keep", "narrow", "disable", "delete"};

// 0: once and never again; empty: a window that is not known.
std::optional<qint64> hoursOf(const QString &window)
{
    if (window == u"lifetime"_s)
        return 0;
    if (window == u"month"_s)
        return monthHours;
    if (window == u"week"_s)
        return 7 * 24;
    if (window == u"day"_s)
        return 24;
    bool number = false;
    const qint64 hours = window.endsWith(u'h') ? QStringView(window).chopped(1).toLongLong(&number) : 0;
    return number && hours > 0 ? std::optional(hours) : std::nullopt;
}

qint64 scaled(qint64 nanos, qint64 hours)
{
    const Wide most = std::numeric_limits<qint64>::max();
    return qint64(std::min(most, (Wide(nanos) * monthHours + hours - 1) / hours));
}

std::optional<qint64> mostOf(const Budget &budget, const QDateTime &now)
{
    const std::optional<qint64> hours = hoursOf(budget.window);
    if (!hours)
        return {};
    const bool raised = budget.raiseUntil && *budget.raiseUntil > now;
    const qint64 limit = budget.nanos + (raised ? budget.raiseNanos : 0);
    if (*hours == 0)
        return std::max<qint64>(0, limit - budget.spentNanos.value_or(0));
    return *hours >= monthHours ? limit : scaled(limit, *hours);
}
void setReach(ReviewRow &row, const QList<Alias> &catalog)
{
    row.reachKnown = !catalog.isEmpty();
    if (!row.reachKnown) {
        row.reach = row.key.aliases;
        return;
    }
    row.gone = row.key.aliases;
    for (const Alias &alias : catalog) {
        row.gone.removeAll(alias.name);
        if (scopeReach(row.key, alias).allowed())
            row.reach << alias.name;
    }
}

void setUse(ReviewRow &row, const ReviewGround &ground, bool gatewayTells)
{
    row.lastUse = row.key.lastUsedAt;
    const QDateTime stored = ground.lastCalls.value(row.key.id);
    if (stored.isValid() && (!row.lastUse || stored > *row.lastUse))
        row.lastUse = stored;
    const QDateTime begin = ground.now.addDays(-unusedDays);
    row.useKnown = row.lastUse || gatewayTells || (ground.usageFrom && *ground.usageFrom <= begin);
}

bool unused(const ReviewRow &row, const QDateTime &now)
{
    const QDateTime begin = now.addDays(-unusedDays);
    const bool young = row.key.createdAt && *row.key.createdAt > begin;
    return row.useKnown && !young && (!row.lastUse || *row.lastUse < begin);
}

QList<Risk> risksOf(const ReviewRow &row, const QDateTime &now)
{
    const Key &key = row.key;
    const bool over = key.expiresAt && *key.expiresAt <= now;
    const bool works = key.enabled && !over;
    QList<Risk> risks;
    const auto say = [&risks](bool is, Risk risk) {
        if (is)
            risks << risk;
    };
    say(key.passport.owner.isEmpty(), Risk::NoOwner);
    say(works && !row.mostPerMonth, Risk::NoLimit);
    say(works && key.aliases.isEmpty(), Risk::EveryAlias);
    say(works && unused(row, now), Risk::Unused);
    say(key.passport.reviewDate.isValid() && key.passport.reviewDate < now.toUTC().date(), Risk::PastReview);
    say(works && key.expiresAt && *key.expiresAt <= now.addDays(expiringDays), Risk::Expiring);
    say(over, Risk::Expired);
    return risks;
}

} // namespace

QString nameOf(Risk risk)
{
    const auto *found = std::ranges::find(riskNames, risk, &RiskName::risk);
    return QString::fromLatin1(found->name);
}

QString nameOf(Decision decision)
{
    return QString::fromLatin1(decisionNames[int(decision)]);
}

std::optional<Decision> decisionNamed(const QString &name)
{
    for (const Decision each : {Decision::Keep, Decision::Narrow, Decision::Disable, Decision::Delete})
        if (nameOf(each) == name)
            return each;
    return {};
}

std::optional<qint64> mostPerMonth(const QList<Budget> &budgets, const QDateTime &now)
{
    std::optional<qint64> least;
    for (const Budget &budget : budgets)
        if (const std::optional<qint64> most = budget.nanos > 0 ? mostOf(budget, now) : std::nullopt; most)
            least = std::min(least.value_or(*most), *most);
    return least;
}

QList<ReviewRow> reviewOf(const ReviewGround &ground)
{
    const bool gatewayTells =
        std::ranges::any_of(ground.keys, [](const Key &key) { return key.lastUsedAt.has_value(); });
    QList<ReviewRow> rows;
    for (const Key &key : ground.keys) {
        ReviewRow row;
        row.key = key;
        setReach(row, ground.aliases);
        setUse(row, ground, gatewayTells);
        row.mostPerMonth = mostPerMonth(key.budgets, ground.now);
        row.risks = risksOf(row, ground.now);
        rows << row;
    }
    std::ranges::stable_sort(rows, [](const ReviewRow &a, const ReviewRow &b) { return a.key.name < b.key.name; });
    return rows;
}

} // namespace keys
