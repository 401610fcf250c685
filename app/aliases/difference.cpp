// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/difference.h"
#include "aliases/words.h"
#include "base/money.h"
#include <algorithm>
#include <QMap>

using namespace Qt::StringLiterals;

namespace aliases {

namespace {

// The settings of an alias as lines; what is not told has none.
using Lines = QList<std::pair<QString, QString>>;

QString timesText(const RouteTimes &times)
{
    QStringList out;
    for (const auto &[name, ms] :
        {std::pair(Words::tr("connect"), times.connect), {Words::tr("first byte"), times.firstByte},
            {Words::tr("idle"), times.idle}, {Words::tr("total"), times.total}})
        if (ms != 0)
            out << Words::tr("%1 %2 ms").arg(name).arg(ms);
    return out.join(u", "_s);
}

void addPrice(Lines &lines, const Price &price)
{
    for (const auto &[field, nanos] : {std::pair(Words::tr("price in"), price.inputNanos),
             {Words::tr("price out"), price.outputNanos}, {Words::tr("price cached"), price.cachedNanos}})
        if (nanos)
            lines << std::pair(field, priceText(nanos));
    if (price.date.isValid())
        lines << std::pair(Words::tr("price date"), price.date.toString(Qt::ISODate));
}

QString routeText(const Route &route, qsizetype place)
{
    QStringList out{Words::tr("place %1").arg(place), Words::tr("weight %1").arg(route.weight)};
    if (route.times != RouteTimes())
        out << timesText(route.times);
    if (route.price != Price())
        out << Words::tr("%1 in, %2 out, %3 cached")
                   .arg(priceText(route.price.inputNanos), priceText(route.price.outputNanos),
                       priceText(route.price.cachedNanos));
    return out.join(u", "_s);
}

void addRoutes(Lines &lines, const QList<Route> &routes)
{
    QMap<QString, int> seen;
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const QString name = nameOf(routes.at(i));
        const int again = ++seen[name];
        const QString field = again == 1 ? name : u"%1 (%2)"_s.arg(name).arg(again);
        lines << std::pair(Words::tr("route %1").arg(field), routeText(routes.at(i), i + 1));
    }
}

Lines linesOf(const Alias &alias)
{
    Lines lines;
    addRoutes(lines, alias.routes);
    if (!alias.families.isEmpty())
        lines << std::pair(Words::tr("families"), alias.families.join(u", "_s));
    addPrice(lines, alias.price);
    if (!alias.fallbacks.isEmpty())
        lines << std::pair(Words::tr("fallbacks"), alias.fallbacks.join(u", "_s));
    if (alias.contextTokens)
        lines << std::pair(Words::tr("longest input"), QString::number(*alias.contextTokens));
    if (!alias.strategy.isEmpty())
        lines << std::pair(Words::tr("strategy"), alias.strategy);
    return lines;
}

QString valueOf(const Lines &lines, const QString &field)
{
    const auto at = std::ranges::find(lines, field, &Lines::value_type::first);
    return at == lines.end() ? QString() : at->second;
}

void compare(QList<Difference> &out, const Alias &before, const Alias &after)
{
    const Lines was = linesOf(before);
    const Lines is = linesOf(after);
    for (const auto &[field, value] : was)
        if (const QString now = valueOf(is, field); now != value)
            out << Difference{Difference::What::Changed, before.name, field, value, now};
    for (const auto &[field, value] : is)
        if (valueOf(was, field).isEmpty())
            out << Difference{Difference::What::Changed, before.name, field, {}, value};
}

QMap<QString, Alias> byName(const QList<Alias> &catalog)
{
    QMap<QString, Alias> out;
    for (const Alias &alias : catalog)
        out.insert(alias.name, alias);
    return out;
}

QString summary(const Alias &alias)
{
    QStringList routes;
    for (const Route &route : alias.routes)
        routes << nameOf(route);
    return routes.isEmpty() ? Words::tr("no routes told") : routes.join(u", "_s);
}

} // namespace

QList<Difference> differences(const QList<Alias> &before, const QList<Alias> &after)
{
    const QMap<QString, Alias> was = byName(before);
    const QMap<QString, Alias> is = byName(after);
    QStringList names = was.keys() + is.keys();
    names.sort();
    names.removeDuplicates();
    QList<Difference> out;
    for (const QString &name : std::as_const(names)) {
        if (!was.contains(name))
            out << Difference{Difference::What::Added, name, {}, {}, summary(is.value(name))};
        else if (!is.contains(name))
            out << Difference{Difference::What::Removed, name, {}, summary(was.value(name)), {}};
        else
            compare(out, was.value(name), is.value(name));
    }
    return out;
}

QString priceText(const std::optional<qint64> &nanos)
{
    return nanos ? money::decimal(*nanos) : Words::tr("unknown");
}

QString nameOf(const Route &route)
{
    return route.upstream.isEmpty() ? route.model : route.upstream + u'/' + route.model;
}

} // namespace aliases
