// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "pages/navigation.h"
#include "pages/overview/overview_page.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What stands in place of figures and chart while today has no calls, or nothing is known of it.
namespace pages {

using namespace kit;
using Reach = workspace::Session::Reach;

Known OverviewPage::known() const
{
    if (m_session.state().reach == Reach::Offline)
        return Known::Away;
    return m_answered ? Known::Told : Known::Waiting;
}

QString OverviewPage::untoldWhy() const
{
    const auto &synced = m_session.sync().state().syncedAt;
    if (m_hours->state().totals.requests > 0 || (synced && *synced >= today().from))
        return {};
    return m_session.sync().supported() ? tr("not read yet") : tr("this gateway tells none");
}

// The kind is also what tells one side from the next, so that a focused button stays while nothing changes.
static QString kindOf(bool told, bool supported, bool everStored)
{
    if (!supported)
        return u"silent"_s;
    if (!told)
        return u"unread"_s;
    return everStored ? u"quiet"_s : u"new"_s;
}

void OverviewPage::showBlank()
{
    if (!m_hours->state().loaded || m_hours->state().totals.requests > 0)
        return;
    const usage::Query all{m_session.state().profile.id, {}, {}, {}, true};
    const bool asked = m_newest->state().loading || m_newest->state().loaded;
    if (!asked)
        m_newest->show(all);
    const bool everStored = !m_newest->state().rows.isEmpty();
    const QString kind = kindOf(untoldWhy().isEmpty(), m_session.sync().supported(), everStored);
    const QString shown = kind + (everStored ? u'+' : u'-');
    if (shown != std::exchange(m_blank, shown)) {
        const QWidget *old = m_spend->widget(2);
        m_spend->insertWidget(2, blank(kind));
        delete old;
    }
    m_spend->setCurrentIndex(2);
}

struct Words
{
    QString title;
    QString why;
};

static Words wordsOf(const QString &kind)
{
    if (kind == u"silent"_s)
        return {OverviewPage::tr("This gateway tells no usage"),
            OverviewPage::tr("Its smoke tests work. Its calls show up here from a CSV file: “gwctl usage import”.")};
    if (kind == u"unread"_s)
        return {OverviewPage::tr("Today is not known yet"),
            OverviewPage::tr("Calls and spend show up here once the gateway has answered and its usage is read.")};
    if (kind == u"new"_s)
        return {OverviewPage::tr("No calls yet"),
            OverviewPage::tr("Create a key for a caller, or run the smoke tests: their calls and their cost show up "
                             "here.")};
    return {OverviewPage::tr("No calls today"),
        OverviewPage::tr("Spend shows up here with the first call that is read from the gateway.")};
}

QWidget *OverviewPage::blank(const QString &kind)
{
    const Words words = wordsOf(kind);
    auto *made = new EmptyState(Glyph::Usage, words.title, words.why);
    const bool keys = m_session.features().has(gateway::Feature::CreateKey);
    if (kind == u"new"_s && keys)
        connect(made->setPrimary(tr("Create key…")), &QPushButton::clicked, this,
            [this] { m_navigation.perform(u"keys"_s, u"create"_s); });
    if (kind == u"new"_s || kind == u"silent"_s)
        connect(made->addLink(tr("Run smoke tests")), &QPushButton::clicked, this,
            [this] { m_navigation.perform(u"smoke"_s, u"run"_s); });
    if (kind == u"unread"_s)
        connect(made->addLink(tr("Try again")), &QPushButton::clicked, this, &OverviewPage::refresh);
    if (!m_newest->state().rows.isEmpty())
        connect(made->addLink(tr("See earlier days")), &QPushButton::clicked, this,
            [this] { m_navigation.open(u"usage"_s); });
    return made;
}

} // namespace pages
