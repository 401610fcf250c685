// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alias_grid.h"
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/row_filter.h"
#include "cli/words.h"
#include "usage/fields.h"
#include "workspace/all_catalogs.h"
#include "workspace/live_workspace.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

using aliases::GridCell;
using aliases::GridRow;
using aliases::KnownCatalog;
using State = workspace::AllCatalogs::State;

static const Alias *aliasAt(const KnownCatalog &catalog, const GridCell &cell)
{
    return cell.place < 0 ? nullptr : &catalog.aliases.at(cell.place);
}

static QString cellText(const KnownCatalog &catalog, const GridCell &cell)
{
    const Alias *alias = aliasAt(catalog, cell);
    if (!alias)
        return catalog.asOf ? Words::tr("not there") : Words::tr("never read");
    QStringList said{aliases::firstRouteOf(*alias), alias->families.join(u' '), aliases::priceWords(alias->price)};
    said.removeAll(QString());
    const QString words = said.isEmpty() ? Words::tr("there, nothing told") : said.join(u", "_s);
    return cell.differs() ? Words::tr("other %1: %2").arg(aliases::whatDiffers(cell), words) : words;
}

static QStringList marksOf(const GridCell &cell)
{
    QStringList marks;
    if (cell.model)
        marks << u"model"_s;
    if (cell.family)
        marks << u"family"_s;
    if (cell.price)
        marks << u"price"_s;
    return marks;
}

static QJsonValue jsonOf(const KnownCatalog &catalog, const GridCell &cell, const QDateTime &now)
{
    const Alias *alias = aliasAt(catalog, cell);
    if (!alias)
        return {};
    QJsonObject out = cli::jsonOf(*alias);
    out.insert(u"differs"_s, QJsonArray::fromStringList(marksOf(cell)));
    out.insert(u"proven"_s, aliases::wordsOf(catalog.proofs.value(alias->name), now));
    return out;
}

static QJsonObject jsonOf(const State &state, const GridRow &row, const QDateTime &now)
{
    QJsonObject connections;
    for (qsizetype i = 0; i < state.connections.size(); ++i)
        if (state.connections.at(i).asOf)
            connections.insert(state.connections.at(i).name, jsonOf(state.connections.at(i), row.cells.at(i), now));
    return {{u"name"_s, row.name}, {u"differs"_s, row.differs}, {u"profiles"_s, connections}};
}

static bool fits(const State &state, const GridRow &row, const usage::Filter &filter)
{
    for (qsizetype i = 0; i < state.connections.size(); ++i)
        if (const Alias *alias = aliasAt(state.connections.at(i), row.cells.at(i)))
            if (filter.matches(usage::cellsOf(*alias)))
                return true;
    return false;
}

static Maybe<QList<GridRow>> fitting(const Context &context, const State &state, const usage::Filter &filter)
{
    const QString after = context.args.value("after");
    if (!after.isEmpty() && std::ranges::find(state.rows, after, &GridRow::name) == state.rows.end())
        return unknownCursor(after);
    QList<GridRow> out;
    for (const GridRow &row : state.rows)
        if ((after.isEmpty() || row.name > after) && (!context.args.has("differing") || row.differs)
            && fits(state, row, filter))
            out << row;
    return out;
}

static void noteFreshness(Context &context, const State &state, const QDateTime &now)
{
    for (const KnownCatalog &each : state.connections)
        if (!each.asOf)
            context.out.note(Words::tr("%1: its catalog was never read").arg(each.name));
        else if (aliases::isOld(each, now))
            context.out.note(Words::tr("%1: old, last seen at %2").arg(each.name, each.asOf->toString(Qt::ISODate)));
        else
            context.out.note(Words::tr("%1: as last seen at %2").arg(each.name, each.asOf->toString(Qt::ISODate)));
}

static void print(Context &context, const State &state, const QList<GridRow> &rows, const QString &next)
{
    const QDateTime now = context.workspace().clock().now();
    Table table{{Words::tr("NAME")}};
    for (const KnownCatalog &each : state.connections)
        table.first() << each.name;
    QJsonArray items;
    for (const GridRow &row : rows) {
        items.append(jsonOf(state, row, now));
        table << QStringList{row.name};
        for (qsizetype i = 0; i < state.connections.size(); ++i)
            table.last() << cellText(state.connections.at(i), row.cells.at(i));
    }
    context.out.document(listDocument(items, next.isEmpty(), next));
    if (rows.isEmpty())
        context.out.note(Words::tr("no alias of any profile fits"));
    else
        context.out.table(table);
    if (!next.isEmpty())
        context.out.note(Words::tr("there are more: --after %1 goes on, --limit N shows more at once").arg(next));
    noteFreshness(context, state, now);
}

Task<int> listEverywhere(Context &context, int limit)
{
    const auto filter = rowFilter(context.args, usage::aliasFields(), u"--filter \"name ~ chat\""_s);
    if (!filter)
        co_return context.failed(filter.error());
    const auto opened = co_await openWorkspace(context);
    if (!opened)
        co_return context.failed(opened.error());
    workspace::AllCatalogs all((*opened)->store());
    const auto read = co_await all.read((*opened)->state().profiles);
    if (!read)
        co_return context.failed(trouble(u"alias list"_s, read.error()).value());
    const auto rows = fitting(context, all.state(), *filter);
    if (!rows)
        co_return context.failed(rows.error());
    const QString next = rows->size() > limit ? rows->at(limit - 1).name : QString();
    print(context, all.state(), rows->mid(0, limit), next);
    co_return AllWell;
}

} // namespace cli
