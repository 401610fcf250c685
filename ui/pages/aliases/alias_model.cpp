// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/alias_model.h"
#include "aliases/difference.h"
#include "aliases/share.h"
#include "kit/cells.h"
#include "kit/format.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace pages {

using aliases::Finding;
using aliases::Severity;

kit::Status statusOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return kit::Status::Bad;
    case Severity::Warning:
        return kit::Status::Warn;
    case Severity::Note:
        break;
    }
    return kit::Status::Info;
}

kit::Status statusOf(aliases::Standing standing)
{
    using enum aliases::Standing;
    switch (standing) {
    case Passed:
        return kit::Status::Ok;
    case Failed:
        return kit::Status::Bad;
    case Stale:
    case Outdated:
        return kit::Status::Warn;
    case NotProven:
        break;
    }
    return kit::Status::Unknown;
}

static bool holds(const Alias &alias, const QString &text)
{
    const auto in = [&](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return in(alias.name) || std::ranges::any_of(alias.families, in)
        || std::ranges::any_of(alias.routes, [&](const Route &route) { return in(aliases::nameOf(route)); });
}

// What is found on one alias, the worst of it first.
using Found = QHash<QString, QList<const Finding *>>;

static Found byAlias(const QList<Finding> &findings)
{
    Found found;
    for (const Finding &each : findings)
        found[each.alias] << &each;
    return found;
}

static AliasRow rowOf(const Alias &alias, const aliases::CatalogService::State &state, const Found &found)
{
    const QList<aliases::Proof> proofs = state.proofs.value(alias.name);
    AliasRow row{alias, {}, kit::Status::Ok, AliasModel::tr("sound"), aliases::wordsOf(proofs, state.judged),
        statusOf(aliases::standingOf(proofs, state.judged))};
    if (state.callsKnown)
        row.calls = state.calls.value(alias.name);
    const auto here = found.constFind(alias.name);
    if (here == found.constEnd())
        return row;
    row.status = statusOf(here->first()->severity);
    row.word = AliasModel::tr("%Ln finding(s)", nullptr, int(here->size()));
    return row;
}

static void mark(AliasRow &row, const QList<changes::AliasChange> &staged)
{
    for (const changes::AliasChange &change : staged) {
        if ((change.after ? change.after : change.before)->name != row.alias.name)
            continue;
        row.status = kit::Status::Draft;
        row.word = !change.before ? AliasModel::tr("new, not applied")
            : change.after        ? AliasModel::tr("edited here")
                                  : AliasModel::tr("removed here");
    }
}

QList<AliasRow> aliasRows(
    const aliases::CatalogService::State &state, const QString &text, const QList<changes::AliasChange> &staged)
{
    const Found found = byAlias(state.findings);
    QList<AliasRow> rows;
    for (const Alias &alias : state.aliases)
        if (text.isEmpty() || holds(alias, text)) {
            rows << rowOf(alias, state, found);
            mark(rows.last(), staged);
        }
    return rows;
}

static QString families(const AliasRow &row)
{
    return row.alias.families.isEmpty() ? AliasModel::tr("none named") : row.alias.families.join(u", "_s);
}

static QString routeCount(const AliasRow &row)
{
    return row.alias.routes.isEmpty() ? kit::format::none() : kit::format::count(row.alias.routes.size());
}

static QString calls(const AliasRow &row)
{
    return row.calls ? kit::format::count(*row.calls) : kit::format::none();
}

static QVariant state(const AliasRow &row, int role)
{
    return role == kit::cell::State ? QVariant(int(row.status)) : QVariant();
}

static QVariant proof(const AliasRow &row, int role)
{
    return role == kit::cell::State ? QVariant(int(row.proof))
        : role == Qt::ToolTipRole   ? QVariant(row.proven)
                                    : QVariant();
}

// What needs a look comes first.
static int urgency(const AliasRow &row)
{
    const QList<kit::Status> order{kit::Status::Bad, kit::Status::Warn, kit::Status::Draft, kit::Status::Info};
    const qsizetype at = order.indexOf(row.status);
    return int(at < 0 ? order.size() : at);
}

template<typename Key>
static void sortBy(QList<AliasRow> &rows, Qt::SortOrder direction, Key key)
{
    if (direction == Qt::AscendingOrder)
        std::ranges::stable_sort(rows, std::less(), key);
    else
        std::ranges::stable_sort(rows, std::greater(), key);
}

void arrange(QList<AliasRow> &rows, const AliasOrder &order)
{
    const auto name = [](const AliasRow &row) -> const QString & { return row.alias.name; };
    sortBy(rows, order.column == AliasModel::Name ? order.direction : Qt::AscendingOrder, name);
    if (order.column == AliasModel::Family)
        sortBy(rows, order.direction, [](const AliasRow &row) { return row.alias.families.join(u' '); });
    else if (order.column == AliasModel::Routes)
        sortBy(rows, order.direction, [](const AliasRow &row) { return row.alias.routes.size(); });
    else if (order.column == AliasModel::Calls)
        sortBy(rows, order.direction, [](const AliasRow &row) { return row.calls.value_or(-1); });
    else if (order.column == AliasModel::Proven)
        sortBy(rows, order.direction, [](const AliasRow &row) { return row.proven; });
    else if (order.column == AliasModel::State)
        sortBy(rows, order.direction, urgency);
}

void AliasModel::sort(int column, Qt::SortOrder direction)
{
    m_order = {column, direction};
    emit orderWanted();
}

AliasModel::AliasModel()
    : RowModel(
        {
            {tr("Alias"), [](const AliasRow &r) { return r.alias.name; }},
            {tr("Family"), families},
            {tr("Routes"), routeCount, Qt::AlignRight},
            {tr("Calls, 24 h"), calls, Qt::AlignRight},
            {tr("State"), [](const AliasRow &r) { return r.word; }, Qt::AlignLeft, state},
            {tr("Proven"), [](const AliasRow &r) { return r.proven; }, Qt::AlignLeft, proof},
        },
        [](const AliasRow &r) { return r.alias.name; })
{}

QList<RouteRow> routeRows(const Alias &alias)
{
    const QList<std::optional<double>> shares = aliases::shares(alias);
    QList<RouteRow> rows;
    for (qsizetype i = 0; i < alias.routes.size(); ++i)
        rows << RouteRow{alias.routes.at(i), int(i) + 1, shares.at(i)};
    return rows;
}

static QString shareWords(const RouteRow &row)
{
    return row.share ? kit::format::percent(*row.share) : AliasRoutesModel::tr("call by call");
}

static QVariant shareMore(const RouteRow &row, int role)
{
    return role == kit::cell::Used && row.share ? QVariant(*row.share) : QVariant();
}

static QString price(const std::optional<qint64> &nanos)
{
    return nanos ? kit::format::money(*nanos) : kit::format::none();
}

AliasRoutesModel::AliasRoutesModel()
    : RowModel(
        {
            {tr("Upstream model"), [](const RouteRow &r) { return r.route.model; }},
            {tr("Upstream"),
                [](const RouteRow &r) { return r.route.upstream.isEmpty() ? tr("not told") : r.route.upstream; }},
            {tr("Calls first"), shareWords, Qt::AlignLeft, shareMore},
            {tr("In, USD"), [](const RouteRow &r) { return price(r.route.price.inputNanos); }, Qt::AlignRight},
            {tr("Out, USD"), [](const RouteRow &r) { return price(r.route.price.outputNanos); }, Qt::AlignRight},
        },
        [](const RouteRow &r) { return QString::number(r.place) + aliases::nameOf(r.route); })
{}

} // namespace pages
