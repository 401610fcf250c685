// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/side_by_side.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/table.h"
#include "pages/aliases/alias_model.h"
#include "pages/aliases/grid_model.h"
#include <algorithm>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::GridRow;
using aliases::KnownCatalog;
using workspace::AllCatalogs;

QList<Column<SideBySide::Side>> SideBySide::sideColumns()
{
    const auto more = [](const Side &side, int role) {
        return role == cell::State    ? QVariant(side.status)
            : role == Qt::ToolTipRole ? QVariant(side.proof)
                                      : QVariant();
    };
    const auto seen = [](const Side &side, int role) {
        return role == Qt::ToolTipRole ? QVariant(side.freshness) : QVariant();
    };
    return {{tr("Connection"), [](const Side &s) { return s.connection; }, Qt::AlignLeft, seen},
        {tr("Behind it"), [](const Side &s) { return format::orNone(s.behind); }},
        {tr("Family"), [](const Side &s) { return format::orNone(s.families); }},
        {tr("In / out, USD"), [](const Side &s) { return format::orNone(s.price); }, Qt::AlignRight},
        {tr("Proven"), [](const Side &s) { return s.proof; }, Qt::AlignLeft, more},
        {tr("Seen"), [](const Side &s) { return s.freshness; }}};
}

QList<Column<SideBySide::Apart>> SideBySide::apartColumns()
{
    const auto what = [](const Apart &each) {
        using enum aliases::Difference::What;
        return each.line.what == Changed ? each.line.field : tr("not there");
    };
    const auto whole = [](const Apart &each, int role) {
        return role == Qt::ToolTipRole ? QVariant(tr("%1 / %2").arg(each.line.before, each.line.after)) : QVariant();
    };
    return {{tr("Connection"), [](const Apart &each) { return each.connection; }}, {tr("What"), what},
        {tr("Here"), [](const Apart &each) { return format::orNone(each.line.before); }, Qt::AlignLeft, whole},
        {tr("There"), [](const Apart &each) { return format::orNone(each.line.after); }, Qt::AlignLeft, whole}};
}

SideBySide::SideBySide()
    : m_sidesCard(new Card(tr("Side by side")))
    , m_apartCard(new Card(tr("Not the same")))
    , m_sides(new Table(tr("This alias at each connection")))
    , m_apart(new Table(tr("What is not the same")))
    , m_sideRows(sideColumns(), [](const Side &side) { return side.connection; })
    , m_apartRows(apartColumns(), [](const Apart &each) { return each.connection + u'\n' + each.line.field; })
    , m_say(wrapped({}, Type::Body, Ink::Muted))
{
    build();
}

void SideBySide::build()
{
    m_sides->setObjectName(u"sideBySide"_s);
    m_sides->setModel(&m_sideRows);
    m_sides->setItemDelegateForColumn(1, new MonoCell(m_sides));
    m_sides->setItemDelegateForColumn(4, new StatusCell(m_sides));
    m_sides->setWidths({128, 0, 88, 112, 168, 132});
    m_sides->setYielding({5, 2, 1});
    m_sides->setCompact();
    m_apart->setObjectName(u"notTheSame"_s);
    m_apart->setModel(&m_apartRows);
    m_apart->setWidths({128, 132, 0, 168});
    m_apart->setYielding({0});
    m_apart->setCompact();
    m_say->setObjectName(u"apartSaid"_s);
    m_say->setContentsMargins(space::l, space::s, space::l, space::s);
    m_sidesCard->setFlush();
    m_sidesCard->body()->addWidget(m_sides);
    m_apartCard->setFlush();
    m_apartCard->body()->addWidget(m_say);
    m_apartCard->body()->addWidget(m_apart);
    plainColumn(this)->addWidget(scrolled(stacked({m_sidesCard, m_apartCard, spacer()}, space::m, 2)));
}

static SideBySide::Side sideOf(const KnownCatalog &there, const aliases::GridCell &cell, const QDateTime &now)
{
    SideBySide::Side side;
    side.connection = there.name;
    side.freshness = freshnessOf(there, now);
    if (cell.place < 0) {
        side.behind = cellWords(cell, there);
        side.proof = format::none();
        side.status = int(statusOf(cell, there));
        return side;
    }
    const Alias &alias = there.aliases.at(cell.place);
    const QList<aliases::Proof> proofs = there.proofs.value(alias.name);
    side.behind = aliases::firstRouteOf(alias);
    side.families = alias.families.join(u", "_s);
    side.price = aliases::priceWords(alias.price);
    side.proof = aliases::wordsOf(proofs, now);
    side.status = int(statusOf(aliases::standingOf(proofs, now)));
    return side;
}

// The connection the others are held against; -1: none has the alias.
static qsizetype referenceOf(const AllCatalogs::State &state, const GridRow &row, const QString &own)
{
    qsizetype first = -1;
    for (qsizetype i = state.connections.size() - 1; i >= 0; --i)
        if (row.cells.at(i).place >= 0) {
            if (state.connections.at(i).profile == own)
                return i;
            first = i;
        }
    return first;
}

static QList<SideBySide::Apart> apartOf(const AllCatalogs::State &state, const GridRow &row, qsizetype reference)
{
    QList<SideBySide::Apart> out;
    const Alias &here = state.connections.at(reference).aliases.at(row.cells.at(reference).place);
    for (qsizetype i = 0; i < state.connections.size(); ++i) {
        const KnownCatalog &there = state.connections.at(i);
        const int place = row.cells.at(i).place;
        if (i == reference || !there.asOf)
            continue;
        const auto lines =
            place < 0 ? aliases::differences({here}, {}) : aliases::settingsApart(here, there.aliases.at(place));
        for (const aliases::Difference &line : lines)
            out << SideBySide::Apart{there.name, line};
    }
    return out;
}

void SideBySide::show(const AllCatalogs::State &state, const GridRow *row, const QString &own, const QDateTime &now)
{
    setVisible(row);
    if (!row)
        return;
    m_sidesCard->setTitle(tr("%1 side by side").arg(row->name));
    QList<Side> sides;
    int known = 0;
    for (qsizetype i = 0; i < state.connections.size(); ++i) {
        sides << sideOf(state.connections.at(i), row->cells.at(i), now);
        known += state.connections.at(i).asOf ? 1 : 0;
    }
    m_sideRows.apply(sides);
    m_sides->fitRows();
    const qsizetype reference = referenceOf(state, *row, own);
    showApart(apartOf(state, *row, reference), state.connections.at(reference).name, known - 1);
}

void SideBySide::showApart(const QList<Apart> &lines, const QString &reference, int others)
{
    m_apartRows.apply(lines);
    m_apart->fitRows();
    m_apart->setVisible(!lines.isEmpty());
    m_apartCard->setTitle(tr("Not as at %1").arg(reference));
    m_say->setVisible(lines.isEmpty());
    m_say->setText(others > 0 ? tr("Nothing: every other connection has it with the same settings.")
                              : tr("No other connection's catalog was read yet, so there is nothing to compare with."));
}

} // namespace pages
