// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/aliases_page.h"
#include "aliases/price_source.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pane_row.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/aliases/alias_detail.h"
#include "pages/aliases/alias_editor.h"
#include "pages/aliases/all_view.h"
#include "pages/aliases/findings_view.h"
#include "pages/aliases/history_view.h"
#include "pages/aliases/matrix_view.h"
#include "pages/aliases/price_card.h"
#include "pages/aliases/upstreams_card.h"
#include "pages/navigation.h"
#include "pages/zone.h"
#include <QAction>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

static QStringList viewNames(const gateway::AliasForm &form)
{
    QStringList names{AliasesPage::tr("Routes"), AliasesPage::tr("Checks"), AliasesPage::tr("History"),
        AliasesPage::tr("All connections")};
    return form.channels ? names << AliasesPage::tr("Matrix") : names;
}

static PriceCard *priceCardOf(const Profile &profile)
{
    return new PriceCard(aliases::priceSourceOf(profile.kind), zoneOf(profile));
}

AliasesPage::AliasesPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_session(*workspace.session())
    , m_navigation(navigation)
    , m_catalog(m_session.catalog())
    , m_place(aliasPlaceOf(m_session))
    , m_staged(m_session.changes())
    , m_preview(m_session.changes())
    , m_everywhere(workspace.store())
    , m_header(new PageHeader(tr("Aliases")))
    , m_view(new Segmented(tr("View"), viewNames(m_place.form)))
    , m_notices(new QWidget)
    , m_search(new QLineEdit)
    , m_table(new Table(tr("Aliases")))
    , m_detail(new AliasDetail(priceCardOf(m_session.state().profile)))
    , m_findings(new FindingsView)
    , m_history(new HistoryView(zoneOf(m_session.state().profile)))
    , m_all(new AllView(m_everywhere, workspace.clock(), m_session.state().profile.id))
    , m_upstreams(new UpstreamsCard)
    , m_matrix(new MatrixView(m_place, m_upstreams))
    , m_form(new AliasEditor(m_place, m_preview))
    , m_new(button(Glyph::Add, tr("New alias…"), Role::Primary))
    , m_edit(new QAction(tr("Edit…"), this))
    , m_remove(new QAction(tr("Remove…"), this))
    , m_views(new QStackedWidget)
    , m_blank(new QWidget)
    , m_stack(new QStackedWidget)
{
    build();
    follow();
    showState();
    m_catalog.refresh();
    m_session.changes().refresh();
}

void AliasesPage::follow()
{
    connect(&m_catalog, &Observable::changed, this, &AliasesPage::showState);
    connect(&m_catalog, &Observable::changed, this, [this] {
        if (!m_catalog.state().loading)
            readAll(); // of this connection too there may be a newer one
    });
    connect(&m_staged, &Observable::changed, this, &AliasesPage::showState);
    connect(&m_session.changes(), &Observable::changed, this, &AliasesPage::showNotices);
    connect(&m_session, &Observable::changed, this, &AliasesPage::showNotices);
    connect(m_view, &Segmented::chosen, this, &AliasesPage::showState);
    connect(m_view, &Segmented::chosen, this, &AliasesPage::readAll);
    connect(m_search, &QLineEdit::textChanged, this, &AliasesPage::showList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AliasesPage::showDetail);
    connect(&m_model, &AliasModel::orderWanted, this, &AliasesPage::showList);
    connect(m_table, &QAbstractItemView::activated, this, &AliasesPage::openEdit);
    connect(m_findings, &FindingsView::aliasWanted, this, &AliasesPage::showAlias);
    connect(m_history, &HistoryView::snapshotWanted, &m_catalog, &aliases::CatalogService::show);
    connect(m_history, &HistoryView::exportWanted, this, &AliasesPage::exportCatalog);
    connect(m_history, &HistoryView::planWanted, this, &AliasesPage::choosePlan);
    connect(m_detail, &AliasDetail::requestsWanted, this,
        [this](const QString &filter) { m_navigation.open(u"requests"_s, filter); });
    connect(m_detail, &AliasDetail::reviewWanted, this, &AliasesPage::review);
    connect(m_detail, &AliasDetail::takeOutWanted, this, [this] { takeOut(current()); });
    connect(m_new, &QPushButton::clicked, this, &AliasesPage::openNew);
    connect(m_edit, &QAction::triggered, this, &AliasesPage::openEdit);
    connect(m_remove, &QAction::triggered, this, &AliasesPage::openRemoval);
    connect(m_form, &AliasEditor::stageWanted, this, &AliasesPage::stage);
    connect(m_form, &AliasEditor::cancelled, this, &AliasesPage::closeForm);
    connect(m_matrix, &MatrixView::changeWanted, this,
        [this](const changes::AliasChange &change) { m_session.changes().restage({changes::Edit(change)}); });
    connect(m_matrix, &MatrixView::takeOutWanted, this, &AliasesPage::takeOut);
    connect(m_matrix, &MatrixView::aliasWanted, this, [this](const QString &alias) {
        showAlias(alias);
        openEdit();
    });
    connect(m_matrix, &MatrixView::reviewWanted, this, &AliasesPage::review);
    connect(m_upstreams, &UpstreamsCard::askWanted, &m_catalog, &aliases::CatalogService::askUpstreams);
}

void AliasesPage::build()
{
    plainColumn(this, 0)->addWidget(m_views);
    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    QToolButton *again = iconButton(Glyph::Refresh, tr("Read the catalog again"));
    connect(again, &QToolButton::clicked, this, &AliasesPage::refresh);
    m_view->setObjectName(u"aliasView"_s);
    m_header->addControl(again);
    m_header->addControl(m_view);
    m_header->addControl(m_new);
    m_new->setObjectName(u"newAlias"_s);
    plainColumn(m_notices);
    plainColumn(m_blank);
    m_routes = list();
    for (QWidget *each : {m_routes, static_cast<QWidget *>(m_findings), static_cast<QWidget *>(m_history),
             static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_matrix), m_blank})
        m_stack->addWidget(each);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_views->addWidget(page);
    m_views->addWidget(m_form);
    addActions();
}

void AliasesPage::addActions()
{
    m_edit->setShortcut(Qt::Key_F2);
    m_remove->setShortcut(QKeySequence::Delete);
    m_edit->setObjectName(u"editAlias"_s);
    m_remove->setObjectName(u"removeAlias"_s);
    for (QAction *action : {m_edit, m_remove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
    }
    m_detail->setVerbs(m_edit, m_remove);
}

QWidget *AliasesPage::list()
{
    m_search->setObjectName(u"searchAliases"_s);
    m_search->setPlaceholderText(tr("Alias, family, upstream or model"));
    m_search->setAccessibleName(tr("Search aliases"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
    m_table->setObjectName(u"aliases"_s);
    m_table->setModel(&m_model);
    m_table->setTextElideMode(Qt::ElideMiddle); // aliases of one team begin alike
    m_table->setItemDelegateForColumn(AliasModel::Name, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(AliasModel::State, new StatusCell(m_table));
    m_table->setItemDelegateForColumn(AliasModel::Proven, new StatusCell(m_table));
    m_table->setWidths({0, 124, 60, 84, 128, 164});
    m_table->setYielding({AliasModel::Calls, AliasModel::Routes, AliasModel::Proven, AliasModel::Family});
    m_table->sortByColumn(AliasModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    keepSelection(m_table);
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_table, 1);
    auto *panes = new PaneRow;
    panes->add(stacked({m_search, card}, space::s, 1), 1, 0);
    panes->add(m_detail, 1, 640);
    return panes;
}

void AliasesPage::refresh()
{
    m_catalog.refresh();
    readAll();
}

// Of all connections, while they are looked at.
void AliasesPage::readAll()
{
    if (m_view->current() == All)
        m_everywhere.refresh(m_workspace.state().profiles);
}

void AliasesPage::setFilter(const QString &filter)
{
    m_wanted = filter;
    m_view->setCurrent(Routes);
    if (m_views->currentWidget() == m_form && m_form->ask())
        return; // it is shown once the form is left
    closeForm();
    choose(Routes);
}

void AliasesPage::find()
{
    if (m_views->currentWidget() == m_form && m_form->ask())
        return;
    closeForm();
    if (m_view->current() == All)
        return m_all->find();
    choose(Routes);
    m_search->setFocus();
    m_search->selectAll();
}

void AliasesPage::perform(const QString &verb)
{
    if (verb == u"create"_s && m_new->isEnabled())
        openNew();
}

bool AliasesPage::back()
{
    if (m_views->currentWidget() == m_form) {
        if (!m_form->unask() && !m_form->ask())
            closeForm();
        return true;
    }
    if (m_view->current() == All)
        return m_all->back();
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void AliasesPage::choose(View view)
{
    m_view->setCurrent(view);
    showState();
    readAll();
}

void AliasesPage::showAlias(const QString &alias)
{
    m_search->clear();
    setFilter(alias);
    m_table->setFocus();
}

} // namespace pages
