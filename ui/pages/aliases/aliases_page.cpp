// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/aliases_page.h"
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
#include "pages/aliases/findings_view.h"
#include "pages/aliases/history_view.h"
#include "pages/navigation.h"
#include "pages/zone.h"
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

AliasesPage::AliasesPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent)
    : Page(parent)
    , m_session(*workspace.session())
    , m_navigation(navigation)
    , m_catalog(m_session.catalog())
    , m_header(new PageHeader(tr("Aliases")))
    , m_view(new Segmented(tr("View"), {tr("Routes"), tr("Checks"), tr("History")}))
    , m_notices(new QWidget)
    , m_search(new QLineEdit)
    , m_table(new Table(tr("Aliases")))
    , m_detail(new AliasDetail)
    , m_findings(new FindingsView)
    , m_history(new HistoryView(zoneOf(m_session.state().profile)))
    , m_blank(new QWidget)
    , m_stack(new QStackedWidget)
{
    build();
    connect(&m_catalog, &Observable::changed, this, &AliasesPage::showState);
    connect(&m_session, &Observable::changed, this, &AliasesPage::showNotices);
    connect(m_view, &Segmented::chosen, this, &AliasesPage::showState);
    connect(m_search, &QLineEdit::textChanged, this, &AliasesPage::showList);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AliasesPage::showDetail);
    connect(m_findings, &FindingsView::aliasWanted, this, &AliasesPage::showAlias);
    connect(m_history, &HistoryView::snapshotWanted, &m_catalog, &aliases::CatalogService::show);
    connect(m_detail, &AliasDetail::requestsWanted, this,
        [this](const QString &filter) { m_navigation.open(u"requests"_s, filter); });
    showState();
    m_catalog.refresh();
}

void AliasesPage::build()
{
    QVBoxLayout *column = pageColumn(this);
    QToolButton *again = iconButton(Glyph::Refresh, tr("Read the catalog again"));
    connect(again, &QToolButton::clicked, this, &AliasesPage::refresh);
    m_view->setObjectName(u"aliasView"_s);
    m_header->addControl(again);
    m_header->addControl(m_view);
    plainColumn(m_notices);
    plainColumn(m_blank);
    m_routes = list();
    for (QWidget *each : {m_routes, static_cast<QWidget *>(m_findings), static_cast<QWidget *>(m_history), m_blank})
        m_stack->addWidget(each);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
}

QWidget *AliasesPage::list()
{
    m_search->setPlaceholderText(tr("Alias, family, upstream or model"));
    m_search->setAccessibleName(tr("Search aliases"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
    m_table->setObjectName(u"aliases"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(AliasModel::Name, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(AliasModel::State, new StatusCell(m_table));
    m_table->setWidths({0, 132, 60, 84, 108});
    m_table->setYielding({AliasModel::Calls, AliasModel::Routes, AliasModel::Family});
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
}

void AliasesPage::setFilter(const QString &filter)
{
    m_wanted = filter;
    choose(Routes);
}

void AliasesPage::find()
{
    choose(Routes);
    m_search->setFocus();
    m_search->selectAll();
}

bool AliasesPage::back()
{
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

void AliasesPage::choose(View view)
{
    m_view->setCurrent(view);
    showState();
}

void AliasesPage::showAlias(const QString &alias)
{
    m_search->clear();
    setFilter(alias);
    m_table->setFocus();
}

} // namespace pages
