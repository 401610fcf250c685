// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/page_stack.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "pages/page.h"
#include "pages/words.h"
#include "shell/vault_offer.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace shell {

PageStack::PageStack(workspace::Workspace &workspace, pages::Navigation &navigation)
    : m_workspace(workspace), m_navigation(navigation), m_away(new QWidget), m_stack(new QStackedWidget)
{
    QVBoxLayout *column = kit::plainColumn(this, 0);
    m_awayColumn = kit::plainColumn(m_away);
    m_awayColumn->setContentsMargins(kit::space::xl, kit::space::m, kit::space::xl, 0);
    m_away->hide();
    column->addWidget(new VaultOffer(workspace.vaults(), navigation));
    column->addWidget(m_away);
    column->addWidget(m_stack, 1);
}

pages::Page *PageStack::show(const QString &id)
{
    if (!m_built.contains(id)) {
        const auto line =
            std::find_if(m_catalog.cbegin(), m_catalog.cend(), [&](const PageLine &l) { return l.id == id; });
        if (line == m_catalog.cend() || !m_workspace.session())
            return nullptr;
        m_built.insert(id, line->make(m_workspace, m_navigation));
        m_built.value(id)->setObjectName(id + u"Page"_s);
        m_stack->addWidget(m_built.value(id));
    }
    m_current = id;
    m_stack->setCurrentWidget(m_built.value(id));
    return m_built.value(id);
}

pages::Page *PageStack::current() const
{
    return m_built.value(m_current);
}

void PageStack::clear()
{
    const auto built = std::exchange(m_built, {});
    for (pages::Page *page : built)
        delete page;
    m_current.clear();
}

static bool isReach(const Failure &failure)
{
    return failure.kind == FailureKind::Network || failure.kind == FailureKind::Timeout;
}

// What is wrong, what to do about it, and how far the pages can be trusted meanwhile.
static QString awayDetail(workspace::Session &session)
{
    const auto synced = session.sync().state().syncedAt;
    const QString meanwhile = synced
        ? PageStack::tr("You see the data of %1; nothing can be changed until the gateway answers.")
              .arg(pages::clock(*synced))
        : PageStack::tr("Nothing was read from it yet.");
    const auto &failure = session.state().failure;
    return failure ? pages::whyOf(*failure, session.attempt()) + u' ' + meanwhile : meanwhile;
}

static QString awayTitle(const workspace::Session::State &open)
{
    if (!open.failure || isReach(*open.failure))
        return PageStack::tr("No connection to %1").arg(open.profile.name);
    return PageStack::tr("%1: %2", "connection: what is wrong")
        .arg(open.profile.name, text::wordsOf(*open.failure).what);
}

void PageStack::showReach()
{
    workspace::Session *session = m_workspace.session();
    const bool away = session && session->state().reach == workspace::Session::Reach::Offline;
    m_away->setVisible(away);
    if (!away)
        return;
    const QString title = awayTitle(session->state());
    const QString detail = awayDetail(*session);
    if (m_notice && m_said == title + detail)
        return;
    delete m_notice;
    m_notice = new kit::Notice(kit::Status::Warn, title, detail);
    m_said = title + detail;
    connect(m_notice->addAction(tr("Try again")), &QPushButton::clicked, session, &workspace::Session::check);
    m_awayColumn->addWidget(m_notice);
}

} // namespace shell
