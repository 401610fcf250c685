// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/behind.h"
#include "kit/table.h"
#include "pages/aliases/alias_editor.h"
#include "pages/aliases/aliases_page.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include <algorithm>
#include <QAction>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What a person does to an alias: all of it is staged, and sent from the page Changes only.
namespace pages {

QString AliasesPage::current() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() && at.row() < m_model.rowCount() ? m_model.row(at.row()).alias.name : QString();
}

QList<Alias> AliasesPage::effective() const
{
    QList<Alias> catalog = m_catalog.state().aliases;
    for (const changes::AliasChange &change : m_staged.aliases()) {
        const QString name = changes::nameOf(changes::Edit(change));
        catalog.removeIf([&name](const Alias &each) { return each.name == name; });
        if (change.after)
            catalog << *change.after;
    }
    std::ranges::sort(catalog, {}, &Alias::name);
    return catalog;
}

aliases::CatalogService::State AliasesPage::shownState() const
{
    auto state = m_catalog.state();
    for (const changes::AliasChange &change : m_staged.aliases())
        if (change.after && !aliases::named(state.aliases, change.after->name))
            state.aliases << *change.after;
    return state;
}

void AliasesPage::openForm()
{
    const auto &asOf = m_catalog.state().asOf;
    const bool old = m_place.offline() && asOf;
    m_form->setFreshness(
        old ? tr(
            "You edit the catalog as it was at %1. What was changed there since then is found when the set is applied.")
                  .arg(clock(*asOf))
            : QString());
    m_views->setCurrentWidget(m_form);
}

void AliasesPage::openNew()
{
    if (!m_new->isEnabled())
        return;
    openForm();
    m_form->create(effective());
}

// Over what is staged of it already, and against what the gateway has.
void AliasesPage::openEdit()
{
    const QList<Alias> catalog = effective();
    const Alias *now = aliases::named(catalog, current());
    const Alias *before = aliases::named(m_catalog.state().aliases, current());
    if (!m_edit->isEnabled() || (!now && !before))
        return;
    openForm();
    m_form->edit(before ? std::optional(*before) : std::nullopt, now ? *now : *before, catalog);
}

void AliasesPage::openRemoval()
{
    const Alias *before = aliases::named(m_catalog.state().aliases, current());
    if (!m_remove->isEnabled())
        return;
    if (!before) // it is yet to be made
        return takeOut(current());
    openForm();
    m_form->remove(*before, effective());
}

void AliasesPage::closeForm()
{
    if (m_views->currentIndex() == 0)
        return;
    m_preview.clear();
    m_views->setCurrentIndex(0);
    showState(); // and the alias that was asked for meanwhile
    m_table->setFocus(Qt::OtherFocusReason);
}

void AliasesPage::stage(const changes::AliasChange &change)
{
    const QString name = changes::nameOf(changes::Edit(change));
    const auto before = stagedOf(name);
    m_session.changes().restage({changes::Edit(change)});
    m_wanted = change.after ? name : QString();
    closeForm();
    m_navigation.toast(tr("Staged: %1. Nothing is sent before you apply the set under Changes.").arg(name), tr("Undo"),
        [this, name, before] {
            if (before)
                m_session.changes().restage({changes::Edit(*before)});
            else
                takeOut(name);
        });
}

std::optional<changes::AliasChange> AliasesPage::stagedOf(const QString &alias) const
{
    for (const changes::AliasChange &change : m_staged.aliases())
        if (changes::nameOf(changes::Edit(change)) == alias)
            return change;
    return {};
}

void AliasesPage::takeOut(const QString &alias)
{
    if (const int place = m_staged.placeOf(alias))
        m_session.changes().unstage(m_staged.state().set, place);
}

void AliasesPage::review()
{
    m_navigation.open(u"changes"_s, QString::number(m_staged.state().set));
}

} // namespace pages
