// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/side_bar.h"
#include "kit/layout.h"
#include "kit/nav_list.h"
#include "kit/popover.h"
#include "kit/type.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "shell/catalog.h"
#include "shell/connection_button.h"
#include "shell/connection_list.h"
#include "shell/ground.h"
#include "workspace/workspace.h"
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace shell {

SideBar::SideBar(workspace::Workspace &workspace, pages::Navigation &navigation)
    : m_workspace(workspace)
    , m_navigation(navigation)
    , m_connection(new ConnectionButton)
    , m_pages(new kit::NavList(tr("Pages")))
{
    auto *ground = new Ground(&kit::Tokens::sunken, Qt::RightEdge);
    kit::plainColumn(this, 0)->addWidget(ground);
    QVBoxLayout *column = kit::plainColumn(ground, 0);
    column->setContentsMargins(0, 0, 1, kit::space::s);
    column->addWidget(m_connection);
    column->addWidget(m_pages, 1);
    fillPages();
    connect(m_connection, &QAbstractButton::clicked, this, &SideBar::openPicker);
    connect(m_pages, &kit::NavList::chosen, this, [this](const QString &id) { m_navigation.open(id); });
    connect(&m_workspace, &workspace::Workspace::changed, this, &SideBar::showConnection);
    showConnection();
}

void SideBar::fillPages()
{
    QString group;
    for (const PageLine &page : catalog()) {
        if (page.group != group)
            m_pages->addGroup(page.group);
        group = page.group;
        m_pages->add({page.id, page.glyph, page.title});
    }
}

void SideBar::showConnection()
{
    workspace::Session *session = m_workspace.session();
    if (!session)
        return;
    connect(session, &workspace::Session::changed, this, &SideBar::showConnection, Qt::UniqueConnection);
    const workspace::Session::State &state = session->state();
    const QString kind = pages::kindName(state.profile.kind) + (state.version.isEmpty() ? u""_s : u' ' + state.version);
    m_connection->show(state.profile.name,
        tr("%1 · %2", "environment · kind of gateway").arg(pages::environmentName(state.profile.environment), kind),
        pages::environmentColour(state.profile.environment));
}

void SideBar::openPicker()
{
    auto *list = new ConnectionList(m_workspace);
    auto *popover = new kit::Popover(tr("Connections"), list, window());
    connect(list, &ConnectionList::done, popover, &QObject::deleteLater);
    connect(list, &ConnectionList::chosen, this, [this](const QString &id) { m_navigation.switchTo(id); });
    connect(list, &ConnectionList::addWanted, this, [this] { m_navigation.addConnection(); });
    connect(list, &ConnectionList::factsWanted, this, &SideBar::factsWanted);
    popover->openAt(m_connection);
    list->setFocus();
}

void SideBar::fitTo(int windowWidth)
{
    const bool narrow = windowWidth < kit::scaled(1160);
    m_pages->setNarrow(narrow);
    m_connection->setNarrow(narrow);
    setFixedWidth(m_pages->wantedWidth() + 1);
}

void SideBar::select(const QString &page)
{
    const QSignalBlocker quiet(m_pages);
    m_pages->select(page);
}

void SideBar::setBadge(const QString &page, const QString &text, int status)
{
    m_pages->setBadge(page, text, kit::Status(status));
}

} // namespace shell
