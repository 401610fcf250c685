// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/key_service.h"
#include "kit/command_palette.h"
#include "kit/sheet.h"
#include "kit/toast.h"
#include "pages/connections/add_sheet.h"
#include "pages/connections/facts_sheet.h"
#include "pages/page.h"
#include "secrets/vaults.h"
#include "shell/commands.h"
#include "shell/help_view.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include "shell/side_bar.h"
#include "workspace/workspace.h"
#include <QCloseEvent>
#include <QStackedWidget>

// What pages and keys ask of the window, and how it ends.
namespace shell {

void MainWindow::open(const QString &page, const QString &filter)
{
    pages::Page *shown = m_stack->show(page);
    if (!shown)
        return;
    m_side->select(page);
    if (filter.isEmpty())
        shown->refresh();
    else
        shown->setFilter(filter);
}

void MainWindow::perform(const QString &page, const QString &verb)
{
    if (pages::Page *shown = m_stack->show(page)) {
        m_side->select(page);
        shown->perform(verb);
    }
}

void MainWindow::toast(const QString &text)
{
    delete m_toast;
    m_toast = new kit::Toast(text, {}, this);
}

void MainWindow::toast(
    const QString &text, const QString &undoVerb, std::function<void()> undo, std::function<void()> ended)
{
    delete m_toast;
    m_toast = new kit::Toast(text, undoVerb, this);
    connect(m_toast, &kit::Toast::undone, this, std::move(undo));
    if (ended)
        connect(m_toast, &QObject::destroyed, this, std::move(ended));
}

void MainWindow::badge(const QString &page, const QString &text, int status)
{
    m_side->setBadge(page, text, status);
}

void MainWindow::addConnection(const QString &address)
{
    m_palette->hide(); // nothing lies between the sheet and the page
    pages::openAddSheet(m_workspace, *this, address);
}

void MainWindow::openLink(const QString &link)
{
    m_link = link;
    showState();
}

void MainWindow::followLink()
{
    const QWidget *screen = m_screens->currentWidget();
    if (!m_link.isEmpty() && (screen == m_work || screen == m_welcome))
        addConnection(std::exchange(m_link, {}));
}

void MainWindow::switchTo(const QString &profileId)
{
    if (profileId == m_workspace.state().current && m_session)
        return;
    m_stack->clear(); // pages go before the session they show
    m_session = nullptr;
    m_workspace.open(profileId);
    showState();
}

void MainWindow::openPalette()
{
    m_palette->open(commandsOf(m_workspace));
}

void MainWindow::lockVault()
{
    m_workspace.vaults().lock();
}

// A sheet may show a secret: it waits behind the locked screen, as it was.
void MainWindow::cover(bool locked)
{
    if (!locked) {
        for (const QPointer<QWidget> &sheet : std::exchange(m_covered, {}))
            if (sheet)
                sheet->show();
        return;
    }
    m_palette->hide();
    for (kit::Sheet *sheet : findChildren<kit::Sheet *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (sheet->isHidden())
            continue;
        sheet->hide();
        m_covered << sheet;
    }
}

void MainWindow::openHelp()
{
    showHelp(m_stack->currentId(), this);
}

void MainWindow::openFacts()
{
    m_palette->hide();
    if (m_session)
        pages::openFactsSheet(m_workspace, this);
}

// A delete that is held back for its Undo is written before the window goes.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session || !m_session->keys().hasPendingRemovals())
        return QWidget::closeEvent(event);
    event->ignore();
    setEnabled(false);
    if (m_closing.count() == 0)
        m_closing.run(finishAndClose());
}

Task<> MainWindow::finishAndClose()
{
    co_await m_session->keys().finishRemovals();
    QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
}

} // namespace shell
