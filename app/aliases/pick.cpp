// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/pick.h"
#include "aliases/behind.h"
#include "aliases/difference.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace aliases {

namespace {

using gateway::Draw;
using Places = QList<qsizetype>; // of routes in their alias

// SplitMix64: the same numbers on every machine.
class Lots
{
public:
    explicit Lots(quint64 seed) : m_state(seed) {}
    quint64 below(quint64 limit)
    {
        __extension__ typedef unsigned __int128 Wide;
        return quint64((Wide(next()) * limit) >> 64);
    }

private:
    quint64 next()
    {
        quint64 z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    quint64 m_state;
};

struct Deal
{
    const Trial &trial;
    Lots lots;
    quint64 turn;
};

Places wellOf(const Alias &alias, const QStringList &down)
{
    Places places;
    for (qsizetype at = 0; at < alias.routes.size(); ++at)
        if (!down.contains(nameOf(alias.routes.at(at))))
            places << at;
    return places;
}

quint64 weightOf(const Alias &alias, qsizetype at)
{
    return quint64(qMax(0, alias.routes.at(at).weight));
}

qsizetype byWeight(const Alias &alias, const Places &places, Deal &deal)
{
    quint64 total = 0;
    for (const qsizetype at : places)
        total += weightOf(alias, at);
    const bool turns = deal.trial.draw == Draw::InTurn;
    if (total == 0)
        return turns ? places.first() : places.at(qsizetype(deal.lots.below(quint64(places.size()))));
    quint64 left = turns ? deal.turn++ % total : deal.lots.below(total);
    for (const qsizetype at : places) {
        if (left < weightOf(alias, at))
            return at;
        left -= weightOf(alias, at);
    }
    return places.last();
}

// Three tokens are read for each that is written; an unknown price is no reason to choose a route.
qint64 costliness(const Alias &alias, qsizetype at)
{
    const Price &own = alias.routes.at(at).price;
    const Price &price = own == Price() ? alias.price : own;
    const bool known = price.inputNanos && price.outputNanos;
    return known ? 3 * *price.inputNanos + *price.outputNanos : std::numeric_limits<qint64>::max();
}

// Empty: it is decided call by call.
std::optional<qsizetype> chosen(const Alias &alias, const Places &places, Deal &deal)
{
    if (places.size() == 1)
        return places.first();
    if (alias.strategy == "weighted"_L1)
        return byWeight(alias, places, deal);
    if (alias.strategy == "ordered"_L1)
        return places.first();
    if (alias.strategy == "cheapest"_L1)
        return *std::ranges::min_element(places, {}, [&](qsizetype at) { return costliness(alias, at); });
    return {};
}

void count(Picks &picks, const Route &route, const QString &fallback)
{
    const auto same = std::ranges::find_if(picks.routes,
        [&](const Picked &each) { return each.fallback == fallback && nameOf(each.route) == nameOf(route); });
    if (same != picks.routes.end())
        ++same->calls;
    else
        picks.routes << Picked{route, fallback, 1};
}

// The first of the aliases behind it that has a route left takes the call.
void pickFallback(Picks &picks, const Alias &alias, const QList<Alias> &catalog, Deal &deal)
{
    for (const QString &name : fallbacksBehind(catalog, alias)) {
        const Alias &other = ledTo(catalog, *named(catalog, name));
        const Places well = wellOf(other, deal.trial.down);
        if (well.isEmpty())
            continue;
        const auto at =
            deal.trial.draw == Draw::InTurn ? well.first() : chosen(other, well, deal).value_or(well.first());
        return count(picks, other.routes.at(at), name);
    }
    ++picks.refused;
}

} // namespace

Picks picksOf(const Alias &alias, const QList<Alias> &catalog, const Trial &trial)
{
    const Alias &own = ledTo(catalog, alias);
    Deal deal{trial, Lots(trial.seed), trial.seed};
    Picks picks;
    for (const Route &route : own.routes)
        picks.routes << Picked{route, {}, 0};
    const Places well = wellOf(own, trial.down);
    for (int call = 0; call < trial.calls; ++call) {
        if (well.isEmpty()) {
            pickFallback(picks, own, catalog, deal);
            continue;
        }
        const auto at = chosen(own, well, deal);
        if (!at) {
            picks.decided = false;
            return picks;
        }
        ++picks.routes[*at].calls;
    }
    return picks;
}

QString nextAfter(const Route &failed, const Alias &alias, const QList<Alias> &catalog, const Trial &trial)
{
    const Alias &own = ledTo(catalog, alias);
    const Places well = wellOf(own, trial.down + QStringList{nameOf(failed)});
    if (!well.isEmpty())
        return trial.draw == Draw::InTurn || well.size() == 1 ? nameOf(own.routes.at(well.first())) : QString();
    for (const QString &name : fallbacksBehind(catalog, own)) {
        const Alias &other = ledTo(catalog, *named(catalog, name));
        const Places left = wellOf(other, trial.down + QStringList{nameOf(failed)});
        if (!left.isEmpty())
            return nameOf(other.routes.at(left.first()));
    }
    return {};
}

} // namespace aliases
