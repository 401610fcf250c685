// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/changes_page.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/diff_view.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pane_row.h"
#include "kit/pill.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/changes/confirm_card.h"
#include "pages/changes/journal_view.h"
#include "pages/changes/sets_view.h"
#include "pages/changes/touched_card.h"
#include "pages/navigation.h"
#include <QAction>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

ChangesPage::ChangesPage(workspace::Workspace &workspace, Navigation &navigation)
    : m_session(*workspace.session())
    , m_service(m_session.changes())
    , m_navigation(navigation)
    , m_clock(workspace.clock())
    , m_place(placeOf(m_session))
    , m_chosen(m_service)
    , m_journal(workspace.store(), m_session.state().profile.id)
    , m_header(new PageHeader(tr("Changes")))
    , m_pill(new Pill(Status::Draft, {}))
    , m_view(new Segmented(tr("View"), {tr("Change set"), tr("All sets"), tr("Journal")}))
    , m_notices(new QWidget)
    , m_table(new Table(tr("Changes of the set")))
    , m_stepsCard(new Card(tr("Changes, in the order they are applied")))
    , m_diffCard(new Card(tr("Before and after")))
    , m_diff(new DiffView(tr("Before and after")))
    , m_takeOut(iconButton(Glyph::Remove, tr("Take this change out of the set")))
    , m_touched(new TouchedCard)
    , m_confirm(new ConfirmCard(m_session.state().profile))
    , m_sets(new SetsView(m_place.zone))
    , m_lines(new JournalView(m_place.zone, m_clock))
    , m_blank(new QWidget)
    , m_stack(new QStackedWidget)
{
    build();
    follow();
    m_service.refresh();
    showState();
}

void ChangesPage::build()
{
    QVBoxLayout *column = pageColumn(this);
    QToolButton *again = iconButton(Glyph::Refresh, tr("Check against the gateway again"));
    connect(again, &QToolButton::clicked, this, &ChangesPage::refresh);
    m_view->setObjectName(u"changesView"_s);
    m_header->addBesideTitle(m_pill);
    m_header->addControl(again);
    m_header->addControl(m_view);
    plainColumn(m_notices);
    plainColumn(m_blank);
    m_one = oneSet();
    for (QWidget *each : QList<QWidget *>{m_one, m_sets, m_lines, m_blank})
        m_stack->addWidget(each);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
}

QWidget *ChangesPage::oneSet()
{
    auto *left = new QSplitter(Qt::Vertical);
    left->setChildrenCollapsible(false);
    left->addWidget(steps());
    left->addWidget(difference());
    left->setStretchFactor(1, 1);
    left->setSizes({scaled(250), scaled(500)});
    auto *panes = new PaneRow(900);
    panes->add(left, 5, 0);
    panes->add(stacked({m_touched, m_confirm}, space::m, 0), 3, 0);
    return panes;
}

QWidget *ChangesPage::steps()
{
    m_table->setObjectName(u"steps"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(StepModel::Change, new TextCell(m_table));
    m_table->setItemDelegateForColumn(StepModel::Undo, new StatusCell(m_table));
    m_table->setItemDelegateForColumn(StepModel::State, new StatusCell(m_table));
    m_table->setWidths({180, 0, 124, 84, 96});
    m_table->setYielding({StepModel::Reach, StepModel::Undo});
    keepSelection(m_table);
    auto *out = new QAction(tr("Take out of the set"), this);
    out->setShortcut(QKeySequence::Delete);
    out->setShortcutContext(Qt::WidgetShortcut);
    connect(out, &QAction::triggered, this, &ChangesPage::takeOut);
    m_table->addAction(out);
    m_stepsCard->setFlush();
    m_stepsCard->body()->addWidget(m_table, 1);
    return m_stepsCard;
}

QWidget *ChangesPage::difference()
{
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy the difference"));
    connect(copy, &QToolButton::clicked, this, &ChangesPage::copyDifference);
    connect(m_takeOut, &QToolButton::clicked, this, &ChangesPage::takeOut);
    m_takeOut->setObjectName(u"takeOut"_s);
    m_diff->setObjectName(u"stepDifference"_s);
    m_diffCard->addToHead(m_takeOut);
    m_diffCard->addToHead(copy);
    m_diffCard->setFlush();
    m_diffCard->body()->addWidget(m_diff, 1);
    return m_diffCard;
}

void ChangesPage::follow()
{
    connect(&m_service, &Observable::changed, this, &ChangesPage::changeView);
    connect(&m_chosen, &Observable::changed, this, &ChangesPage::showState);
    connect(&m_session, &Observable::changed, this, &ChangesPage::showState);
    connect(&m_session.keys(), &Observable::changed, this, [this] {
        if (m_session.keys().state().asOf != m_keysAt) {
            m_keysAt = m_session.keys().state().asOf;
            m_chosen.refresh();
        }
    });
    connect(&m_journal, &Observable::changed, this, [this] {
        m_lines->show(m_journal.state());
        showState();
    });
    connect(m_view, &Segmented::chosen, this, &ChangesPage::changeView);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChangesPage::showDifference);
    connect(m_sets, &SetsView::setWanted, this, [this](qint64 set) { setFilter(QString::number(set)); });
    connect(m_lines, &JournalView::setWanted, this, [this](qint64 set) { setFilter(QString::number(set)); });
    connect(m_lines, &JournalView::saved, this, [this](const QString &said) { m_navigation.toast(said); });
    connect(
        m_touched, &TouchedCard::keyWanted, this, [this](const QString &name) { m_navigation.open(u"keys"_s, name); });
    connect(
        m_confirm, &ConfirmCard::applyWanted, this, [this] { m_service.apply(m_wanted = m_chosen.state().wanted); });
    connect(m_confirm, &ConfirmCard::undoWanted, this, [this] { m_service.undo(m_wanted = m_chosen.state().wanted); });
    connect(m_confirm, &ConfirmCard::dropWanted, this, &ChangesPage::drop);
    connect(m_confirm, &ConfirmCard::planWanted, this, &ChangesPage::exportPlan);
}

void ChangesPage::refresh()
{
    m_service.refresh();
    m_session.keys().refresh();
}

void ChangesPage::setFilter(const QString &filter)
{
    m_wanted = filter.toLongLong();
    choose(OneSet);
}

bool ChangesPage::back()
{
    if (m_view->current() == OneSet)
        return false;
    choose(OneSet);
    return true;
}

void ChangesPage::choose(View view)
{
    m_view->setCurrent(view);
    changeView();
}

// The journal is read when it is looked at: it can be long.
void ChangesPage::changeView()
{
    if (m_view->current() == Journal)
        m_journal.refresh();
    showState();
}

} // namespace pages
