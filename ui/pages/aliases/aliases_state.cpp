// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/page_header.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/table.h"
#include "pages/aliases/alias_detail.h"
#include "pages/aliases/aliases_page.h"
#include "pages/aliases/all_view.h"
#include "pages/aliases/findings_view.h"
#include "pages/aliases/history_view.h"
#include "pages/aliases/matrix_view.h"
#include "pages/aliases/upstreams_card.h"
#include "pages/sync_notice.h"
#include "pages/words.h"
#include <algorithm>
#include <QAction>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The half of the page that follows the catalog's state.
namespace pages {

using namespace kit;

static qsizetype routeCount(const QList<Alias> &catalog)
{
    qsizetype routes = 0;
    for (const Alias &alias : catalog)
        routes += alias.routes.size();
    return routes;
}

void AliasesPage::showHeader()
{
    const auto &state = m_catalog.state();
    if (!state.asOf)
        return m_header->setNote({});
    const QString aliases = tr("%Ln alias(es)", nullptr, int(state.aliases.size()));
    const QString routes = tr("%Ln route(s)", nullptr, int(routeCount(state.aliases)));
    m_header->setNote(tr("%1, %2, as of %3").arg(aliases, routes, clock(*state.asOf)));
    const auto bad = std::ranges::count_if(
        state.findings, [](const aliases::Finding &each) { return each.severity != aliases::Severity::Note; });
    m_view->setText(Checks, bad > 0 ? tr("Checks %L1").arg(bad) : tr("Checks"));
}

void AliasesPage::showNotices()
{
    clearNotices(m_notices);
    const auto &state = m_catalog.state();
    if (m_session.changes().state().writeFailure)
        m_matrix->forget();
    if (const auto &failure = m_session.changes().state().writeFailure)
        addFailure(m_notices, Status::Bad, tr("It was not done"), *failure, {});
    const bool offline = m_session.state().reach == workspace::Session::Reach::Offline; // the window says that
    if (!state.failure || !state.asOf || offline)
        return;
    const QPushButton *again = addFailure(m_notices, Status::Warn,
        tr("The catalog could not be read. You see it as it was at %1.").arg(clock(*state.asOf)), *state.failure,
        tr("Try again"));
    connect(again, &QPushButton::clicked, this, &AliasesPage::refresh);
}

// What stands there instead of aliases; null: there are some.
static QWidget *blankOf(const aliases::CatalogService::State &state, AliasesPage &page)
{
    if (!state.aliases.isEmpty())
        return nullptr;
    if (state.loading)
        return new Skeleton(8);
    const bool none = state.failure && state.failure->kind == FailureKind::Unsupported;
    if (none)
        return new EmptyState(Glyph::Aliases, AliasesPage::tr("This gateway tells no aliases"),
            AliasesPage::tr("It has no function to list them. The names its callers use are under Requests."));
    auto *blank = state.failure
        ? new EmptyState(Glyph::Aliases, AliasesPage::tr("The catalog could not be read"), whyOf(*state.failure))
        : new EmptyState(Glyph::Aliases, AliasesPage::tr("No aliases yet"),
            AliasesPage::tr("Aliases are the names that callers ask for. They show here once the gateway has one."));
    QObject::connect(
        blank->setPrimary(AliasesPage::tr("Read again")), &QPushButton::clicked, &page, [&page] { page.refresh(); });
    return blank;
}

void AliasesPage::showState()
{
    const auto &state = m_catalog.state();
    showHeader();
    showNotices();
    m_findings->show(state.findings);
    m_history->show(state, reasonAgainstAliasEdit(m_place));
    if (m_place.form.channels) {
        m_matrix->show(state.aliases, m_staged.aliases());
        m_upstreams->show(state.upstreams, state.aliases, reasonAgainstAliasEdit(m_place));
    }
    showVerbs();
    qDeleteAll(m_blank->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    if (QWidget *blank = blankOf(state, *this))
        m_blank->layout()->addWidget(blank);
    const bool blank = m_view->current() != All && shownState().aliases.isEmpty();
    m_stack->setCurrentWidget(blank ? m_blank : body());
    showList();
}

void AliasesPage::showVerbs()
{
    const QString against = reasonAgainstAliasEdit(m_place);
    const bool may = against.isEmpty();
    const bool seen = may && m_catalog.state().asOf;
    m_new->setEnabled(seen);
    m_new->setToolTip(may && !seen ? tr("The catalog was never read, so it is not known what is there.") : against);
    for (QAction *action : {m_edit, m_remove}) {
        action->setEnabled(may);
        action->setToolTip(against);
    }
}

// All that the search narrows.
void AliasesPage::showList()
{
    QList<AliasRow> rows = aliasRows(shownState(), m_search->text(), m_staged.aliases());
    arrange(rows, m_model.order());
    m_model.apply(rows);
    showDetail();
}

QWidget *AliasesPage::body() const
{
    switch (View(m_view->current())) {
    case Checks:
        return m_findings;
    case History:
        return m_history;
    case All:
        return m_all;
    case Matrix:
        return m_matrix;
    case Routes:
        break;
    }
    return m_routes;
}

// The alias asked for is chosen once it is listed; without one the first.
void AliasesPage::showDetail()
{
    int row = m_table->currentIndex().row();
    for (int i = 0; i < m_model.rowCount() && !m_wanted.isEmpty(); ++i)
        if (m_model.row(i).alias.name == m_wanted) {
            row = i;
            m_wanted.clear();
        }
    if (row < 0 && m_model.rowCount() > 0)
        row = 0;
    if (row != m_table->currentIndex().row())
        return m_table->selectRow(row); // comes back here
    const QString alias = row < 0 ? QString() : m_model.row(row).alias.name;
    m_detail->show(shownState(), alias, stagedOf(alias));
}

} // namespace pages
