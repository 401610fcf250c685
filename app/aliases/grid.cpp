// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/grid.h"
#include "aliases/words.h"
#include <algorithm>
#include <QMap>

using namespace Qt::StringLiterals;

namespace aliases {

namespace {

const Alias *aliasAt(const KnownCatalog &catalog, const GridCell &cell)
{
    return cell.place < 0 ? nullptr : &catalog.aliases.at(cell.place);
}

// What a caller would notice, as texts that can be compared; empty: not told. Names of upstreams are each gateway's own.
QString modelsOf(const Alias &alias)
{
    QStringList models;
    for (const Route &route : alias.routes)
        models << route.model;
    models.sort();
    models.removeDuplicates();
    return models.join(u'\n');
}

QString familiesOf(const Alias &alias)
{
    QStringList families = alias.families;
    families.sort();
    return families.join(u'\n');
}

QString pricesOf(const Alias &alias)
{
    const Price &price = alias.price;
    if (!price.inputNanos && !price.outputNanos)
        return {};
    const auto text = [](const std::optional<qint64> &nanos) { return nanos ? QString::number(*nanos) : QString(); };
    return text(price.inputNanos) + u'/' + text(price.outputNanos);
}

// Marks the cells whose text is not the one that most of them have.
void compare(GridRow &row, const QStringList &texts, bool GridCell::*mark)
{
    QMap<QString, int> counts;
    for (const QString &text : texts)
        if (!text.isEmpty())
            ++counts[text];
    if (counts.size() < 2)
        return;
    const QList<int> sizes = counts.values();
    const int most = *std::ranges::max_element(sizes);
    const bool clear = sizes.count(most) == 1;
    for (qsizetype i = 0; i < texts.size(); ++i)
        if (!texts.at(i).isEmpty() && (!clear || counts.value(texts.at(i)) < most))
            row.cells[i].*mark = row.differs = true;
}

void compare(
    GridRow &row, const QList<KnownCatalog> &connections, QString (*textOf)(const Alias &), bool GridCell::*mark)
{
    QStringList texts;
    for (qsizetype i = 0; i < connections.size(); ++i) {
        const Alias *alias = aliasAt(connections.at(i), row.cells.at(i));
        texts << (alias ? textOf(*alias) : QString());
    }
    compare(row, texts, mark);
}

QString textOf(const GridRow &row, const QList<KnownCatalog> &connections)
{
    QStringList all{row.name};
    for (qsizetype i = 0; i < connections.size(); ++i)
        if (const Alias *alias = aliasAt(connections.at(i), row.cells.at(i))) {
            all << alias->families;
            for (const Route &route : alias->routes)
                all << nameOf(route);
        }
    all.removeDuplicates();
    return all.join(u'\n').toCaseFolded();
}

void finish(GridRow &row, const QList<KnownCatalog> &connections)
{
    for (qsizetype i = 0; i < connections.size(); ++i)
        if (connections.at(i).asOf && row.cells.at(i).place < 0)
            row.differs = true;
    compare(row, connections, modelsOf, &GridCell::model);
    compare(row, connections, familiesOf, &GridCell::family);
    compare(row, connections, pricesOf, &GridCell::price);
    row.text = textOf(row, connections);
}

Alias withoutDates(Alias alias)
{
    alias.price.date = {};
    for (Route &route : alias.routes)
        route.price.date = {};
    return alias;
}

} // namespace

bool isOld(const KnownCatalog &catalog, const QDateTime &now)
{
    return catalog.asOf && catalog.asOf->secsTo(now) > oldHours * 3600;
}

QList<GridRow> gridRows(const QList<KnownCatalog> &connections)
{
    QMap<QString, GridRow> rows;
    for (qsizetype i = 0; i < connections.size(); ++i)
        for (int place = 0; place < connections.at(i).aliases.size(); ++place) {
            GridRow &row = rows[connections.at(i).aliases.at(place).name];
            row.cells.resize(connections.size());
            row.cells[i].place = place;
        }
    QList<GridRow> out;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        row->name = row.key();
        finish(*row, connections);
        out << *row;
    }
    return out;
}

QList<int> gridFound(const QList<GridRow> &rows, const QString &text, bool onlyDiffering)
{
    const QString folded = text.trimmed().toCaseFolded();
    QList<int> found;
    for (int i = 0; i < rows.size(); ++i)
        if ((!onlyDiffering || rows.at(i).differs) && (folded.isEmpty() || rows.at(i).text.contains(folded)))
            found << i;
    return found;
}

QString firstRouteOf(const Alias &alias)
{
    if (alias.routes.isEmpty())
        return {};
    const QString first = nameOf(alias.routes.first());
    const auto more = alias.routes.size() - 1;
    return more == 0 ? first : Words::tr("%1 and %2").arg(first, Words::tr("%n more", nullptr, int(more)));
}

QString priceWords(const Price &price)
{
    if (!price.inputNanos && !price.outputNanos)
        return {};
    return u"%1 / %2"_s.arg(priceText(price.inputNanos), priceText(price.outputNanos));
}

QString whatDiffers(const GridCell &cell)
{
    QStringList out;
    if (cell.model)
        out << Words::tr("model");
    if (cell.family)
        out << Words::tr("family");
    if (cell.price)
        out << Words::tr("price");
    return out.join(u", "_s);
}

QList<Difference> settingsApart(const Alias &here, const Alias &there)
{
    return differences({withoutDates(here)}, {withoutDates(there)});
}

} // namespace aliases
