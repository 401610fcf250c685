// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/edit_words.h"
#include "aliases/difference.h"
#include "pages/key_settings.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::EditWords)
};

QString priceLine(const Price &price)
{
    return Words::tr("%1 in, %2 out, %3 cached, USD per million")
        .arg(aliases::priceText(price.inputNanos), aliases::priceText(price.outputNanos),
            aliases::priceText(price.cachedNanos));
}

// An alias as lines of a file; what is not told has none.
QStringList textOf(const Alias &alias)
{
    QStringList lines;
    if (!alias.families.isEmpty())
        lines << Words::tr("  families: %1").arg(alias.families.join(u", "_s));
    if (!alias.routes.isEmpty())
        lines << Words::tr("  routes:");
    for (const Route &route : alias.routes) {
        lines << u"    - "_s + aliases::nameOf(route);
        lines << Words::tr("        weight: %1").arg(route.weight);
        if (route.price != Price())
            lines << Words::tr("        price: %1").arg(priceLine(route.price));
    }
    if (alias.price != Price())
        lines << Words::tr("  price: %1").arg(priceLine(alias.price));
    if (!alias.fallbacks.isEmpty())
        lines << Words::tr("  fallbacks: %1").arg(alias.fallbacks.join(u", "_s));
    if (alias.contextTokens)
        lines << Words::tr("  longest input: %L1 tokens").arg(*alias.contextTokens);
    if (!alias.strategy.isEmpty())
        lines << Words::tr("  order of routes: %1").arg(alias.strategy);
    return lines;
}

// How long the longest common run of lines is from each pair of places on.
QList<QList<int>> commonFrom(const QStringList &was, const QStringList &is)
{
    QList<QList<int>> common(was.size() + 1, QList<int>(is.size() + 1, 0));
    for (qsizetype i = was.size() - 1; i >= 0; --i)
        for (qsizetype j = is.size() - 1; j >= 0; --j)
            common[i][j] = was.at(i) == is.at(j) ? common.at(i + 1).at(j + 1) + 1
                                                 : qMax(common.at(i + 1).at(j), common.at(i).at(j + 1));
    return common;
}

QList<kit::DiffLine> difference(const QStringList &was, const QStringList &is)
{
    const QList<QList<int>> common = commonFrom(was, is);
    QList<kit::DiffLine> lines;
    qsizetype i = 0, j = 0;
    while (i < was.size() || j < is.size()) {
        if (i < was.size() && j < is.size() && was.at(i) == is.at(j)) {
            lines << kit::DiffLine{kit::Side::Same, was.at(i++)};
            ++j;
        } else if (i < was.size() && (j == is.size() || common.at(i + 1).at(j) >= common.at(i).at(j + 1))) {
            lines << kit::DiffLine{kit::Side::Removed, was.at(i++)};
        } else {
            lines << kit::DiffLine{kit::Side::Added, is.at(j++)};
        }
    }
    return lines;
}

QList<kit::DiffLine> aliasLines(const changes::AliasChange &change)
{
    const QStringList was = change.before ? textOf(*change.before) : QStringList();
    const QStringList is = change.after ? textOf(*change.after) : QStringList();
    QList<kit::DiffLine> lines = difference(was, is);
    lines.prepend({kit::Side::Heading, Words::tr("alias %1").arg(changes::nameOf(changes::Edit(change)))});
    return lines;
}

QString aliasInOneLine(const changes::AliasChange &change)
{
    if (!change.after)
        return Words::tr("remove");
    if (!change.before)
        return Words::tr("new alias: %Ln route(s)", nullptr, int(change.after->routes.size()));
    QStringList said;
    for (const aliases::Difference &each : aliases::differences({*change.before}, {*change.after}))
        said << u"%1 %2 → %3"_s.arg(each.field, each.before.isEmpty() ? Words::tr("none") : each.before,
            each.after.isEmpty() ? Words::tr("none") : each.after);
    return said.join(u"; "_s);
}

} // namespace

QString titleOf(const changes::Edit &edit)
{
    const bool alias = std::holds_alternative<changes::AliasChange>(edit);
    return (alias ? Words::tr("Alias %1") : Words::tr("Key %1")).arg(changes::nameOf(edit));
}

QString inOneLine(const changes::Edit &edit, const QTimeZone &zone)
{
    if (const auto *key = std::get_if<changes::Change>(&edit))
        return keyInOneLine(*key, zone);
    return aliasInOneLine(std::get<changes::AliasChange>(edit));
}

QList<kit::DiffLine> linesOf(const changes::Edit &edit, const QTimeZone &zone)
{
    if (const auto *key = std::get_if<changes::Change>(&edit))
        return keyLines(*key, zone);
    return aliasLines(std::get<changes::AliasChange>(edit));
}

} // namespace pages
