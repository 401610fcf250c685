// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/history_view.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/pane_row.h"
#include "kit/status.h"
#include "kit/table.h"
#include <algorithm>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

QList<Column<aliases::Snapshot>> HistoryView::snapshotColumns() const
{
    const auto when = [zone = m_zone](const QDateTime &at) {
        return QLocale().toString(at.toTimeZone(zone), u"d MMM yyyy HH:mm"_s);
    };
    return {{tr("From"), [when](const Snapshot &s) { return when(s.firstSeen); }},
        {tr("Last seen"), [when](const Snapshot &s) { return when(s.lastSeen); }},
        {tr("Aliases"), [](const Snapshot &s) { return format::count(s.aliases); }, Qt::AlignRight},
        {tr("Hash"), [](const Snapshot &s) { return s.hash.first(qMin(8, int(s.hash.size()))); }}};
}

static QVariant sign(const aliases::Difference &line, int role)
{
    if (role != cell::State)
        return {};
    using enum aliases::Difference::What;
    return int(line.what == Added ? Status::Ok : line.what == Removed ? Status::Bad : Status::Draft);
}

QList<Column<aliases::Difference>> HistoryView::differenceColumns()
{
    const auto what = [](const Difference &line) {
        using enum Difference::What;
        return line.what == Added ? tr("added") : line.what == Removed ? tr("removed") : line.field;
    };
    return {{tr("Alias"), [](const Difference &line) { return line.alias; }}, {tr("What"), what, Qt::AlignLeft, sign},
        {tr("Before"), [](const Difference &line) { return format::orNone(line.before); }},
        {tr("Now"), [](const Difference &line) { return format::orNone(line.after); }}};
}

HistoryView::HistoryView(const QTimeZone &zone)
    : m_zone(zone)
    , m_snapshots(new Table(tr("States of the catalog")))
    , m_differences(new Table(tr("Differences")))
    , m_states(snapshotColumns(), [](const Snapshot &s) { return QString::number(s.id); })
    , m_lines(differenceColumns(), [](const Difference &line) { return line.alias + u'\n' + line.field; })
    , m_say(wrapped({}, Type::Body, Ink::Muted))
    , m_export(button(tr("Export…"), Role::Quiet))
    , m_plan(button(tr("Compare with a plan…"), Role::Quiet))
    , m_rest(new QWidget)
{
    build();
}

void HistoryView::build()
{
    m_snapshots->setObjectName(u"snapshots"_s);
    m_snapshots->setModel(&m_states);
    m_snapshots->setItemDelegateForColumn(3, new MonoCell(m_snapshots));
    m_snapshots->setWidths({0, 132, 60, 84});
    m_snapshots->setYielding({3, 1});
    keepSelection(m_snapshots);
    connect(m_snapshots->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryView::choose);
    m_differences->setObjectName(u"differences"_s);
    m_differences->setModel(&m_lines);
    m_differences->setItemDelegateForColumn(0, new MonoCell(m_differences));
    m_differences->setItemDelegateForColumn(1, new StatusCell(m_differences));
    m_differences->setWidths({132, 168, 0, 200});
    auto *left = new Card(tr("States of the catalog"));
    left->setFlush();
    left->addToHead(m_export);
    left->body()->addWidget(m_snapshots, 1);
    auto *right = new Card(tr("Different today"));
    right->setFlush();
    right->addToHead(m_plan);
    m_say->setContentsMargins(space::l, space::s, space::l, space::s);
    right->body()->addWidget(m_say);
    right->body()->addWidget(m_differences, 1);
    right->body()->addWidget(m_rest, 1);
    auto *panes = new PaneRow(720);
    panes->add(left, 2, 0);
    panes->add(right, 3, 0);
    plainColumn(this)->addWidget(panes);
    m_export->setObjectName(u"exportCatalog"_s);
    m_export->setToolTip(tr("Today's catalog in a stable order, for a review in Git"));
    m_plan->setObjectName(u"comparePlan"_s);
    connect(m_export, &QPushButton::clicked, this, &HistoryView::exportWanted);
    connect(m_plan, &QPushButton::clicked, this, &HistoryView::planWanted);
}

void HistoryView::choose()
{
    const QModelIndex at = m_snapshots->currentIndex();
    if (at.isValid())
        emit snapshotWanted(m_states.row(at.row()).id);
}

void HistoryView::show(const aliases::CatalogService::State &state, const QString &against)
{
    m_export->setEnabled(!state.aliases.isEmpty());
    m_plan->setEnabled(state.asOf && against.isEmpty());
    m_plan->setToolTip(against.isEmpty() ? tr("Stages what a plan or a catalog file has otherwise") : against);
    m_states.apply(state.snapshots);
    const bool shown = state.shown != 0;
    const auto lines = shown ? aliases::differences(state.older, state.aliases) : QList<Difference>();
    m_lines.apply(lines);
    m_differences->setVisible(!lines.isEmpty());
    m_say->setVisible(lines.isEmpty());
    m_rest->setVisible(lines.isEmpty());
    m_say->setText(shown ? tr("Nothing: the catalog is as it was then.")
                         : tr("Choose a state at the left to see what changed since then."));
}

} // namespace pages
