// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"
#include "kit/command_palette.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/status.h"
#include "kit/toast.h"
#include "pages/connections/welcome.h"
#include "pages/page.h"
#include "secrets/vaults.h"
#include "shell/commands.h"
#include "shell/locked_screen.h"
#include "shell/page_stack.h"
#include "shell/shortcuts.h"
#include "shell/side_bar.h"
#include "shell/status_line.h"
#include "shell/storage_screen.h"
#include "shell/strip.h"
#include "workspace/change_service.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace shell {

MainWindow::MainWindow(workspace::Workspace &workspace)
    : m_workspace(workspace)
    , m_column(kit::plainColumn(this, 0))
    , m_side(new SideBar(workspace, *this))
    , m_stack(new PageStack(workspace, *this))
    , m_status(new StatusLine(workspace))
    , m_screens(new QStackedWidget)
    , m_work(kit::row({m_side, m_stack}, 0, 1))
    , m_welcome(new pages::Welcome(workspace, *this))
    , m_locked(new LockedScreen(workspace.vaults()))
    , m_storage(new StorageScreen(workspace.store()))
    , m_opening(new QWidget)
    , m_palette(new kit::CommandPalette(tr("Type a command, a key or a page"), this))
{
    build();
    listen();
    addShortcuts(*this);
    setFocus();
    showState();
}

MainWindow::~MainWindow()
{
    m_stack->clear(); // pages hold the session and this navigation
}

void MainWindow::build()
{
    setWindowTitle(QCoreApplication::applicationName());
    setMinimumSize(720, 480);
    setFocusPolicy(Qt::ClickFocus);
    for (QWidget *screen :
        {m_opening, m_work, m_welcome, static_cast<QWidget *>(m_locked), static_cast<QWidget *>(m_storage)})
        m_screens->addWidget(screen);
    m_column->addWidget(m_screens, 1);
    m_column->addWidget(m_status);
}

void MainWindow::listen()
{
    connect(&m_workspace, &workspace::Workspace::changed, this, [this] {
        m_heard = true;
        showState();
    });
    connect(&m_workspace.vaults(), &secrets::Vaults::changed, this, &MainWindow::showState);
    connect(m_locked, &LockedScreen::dismissed, this, &MainWindow::showState);
    connect(m_locked, &LockedScreen::unlocked, this, &MainWindow::afterUnlock);
    connect(m_storage, &StorageScreen::changed, this, &MainWindow::showState);
    connect(m_storage, &StorageScreen::opened, this, &MainWindow::beginWanted);
    connect(&m_workspace.testGateway(), &workspace::TestGateway::changed, this, &MainWindow::showGateway);
    connect(m_status, &StatusLine::paletteWanted, this, &MainWindow::openPalette);
    connect(m_side, &SideBar::factsWanted, this, &MainWindow::openFacts);
    connect(m_palette, &kit::CommandPalette::chosen, this, [this](const QString &id) { obey(*this, id); });
}

void MainWindow::showState()
{
    workspace::Session *session = m_workspace.session();
    if (session != m_session)
        renew(session);
    m_screens->setCurrentWidget(screenWanted());
    cover(m_screens->currentWidget() == m_locked);
    m_status->setVisible(session && m_screens->currentWidget() == m_work);
    m_status->showState();
    m_stack->showReach();
    if (!m_link.isEmpty())
        QMetaObject::invokeMethod(this, &MainWindow::followLink, Qt::QueuedConnection);
}

QWidget *MainWindow::screenWanted()
{
    if (m_storage->wanted())
        return m_storage;
    if (m_locked->wanted())
        return m_locked;
    if (m_session)
        return m_work;
    return m_heard ? m_welcome : m_opening;
}

void MainWindow::afterUnlock()
{
    if (m_session)
        m_session->check();
    showState();
}

void MainWindow::renew(workspace::Session *session)
{
    const QString page = m_stack->currentId();
    m_stack->clear();
    m_session = session;
    delete std::exchange(m_strip, nullptr);
    if (!session)
        return;
    connect(session, &QObject::destroyed, m_stack, &PageStack::clear);
    connect(session, &workspace::Session::changed, this, &MainWindow::showState);
    m_strip = stripFor(*session, *this);
    m_column->insertWidget(0, m_strip);
    connect(&session->changes(), &workspace::ChangeService::changed, this, &MainWindow::showChanges);
    session->changes().refresh();
    open(page.isEmpty() ? catalog().first().id : page);
    showGateway();
}

void MainWindow::showGateway()
{
    const auto mode = m_workspace.testGateway().state().mode;
    const bool on = mode == workspace::TestGateway::Mode::Here || mode == workspace::TestGateway::Mode::Elsewhere;
    badge(u"gateway"_s, on ? tr("on") : QString(), int(kit::Status::Ok));
}

// Changes that wait to be applied; a set that was broken off is marked.
void MainWindow::showChanges()
{
    using changes::SetState;
    qint64 waiting = 0;
    bool broken = false;
    for (const changes::SetSummary &set :
        m_session ? m_session->changes().state().sets : QList<changes::SetSummary>()) {
        broken = broken || set.head.interrupted || set.head.state == SetState::Stopped;
        if (set.head.state == SetState::Open || set.head.state == SetState::Stopped || set.head.interrupted)
            waiting += set.steps - set.done;
    }
    const auto status = broken ? kit::Status::Bad : kit::Status::Draft;
    badge(u"changes"_s, waiting > 0 ? kit::format::count(waiting) : QString(), int(status));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->fitTo(width());
}

} // namespace shell
