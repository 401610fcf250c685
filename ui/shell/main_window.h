// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include "pages/navigation.h"
#include <QPointer>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;
namespace kit {
class CommandPalette;
class Toast;
} // namespace kit
namespace workspace {
class Session;
class Workspace;
} // namespace workspace

namespace shell {

class LockedScreen;
class PageStack;
class SideBar;
class StatusLine;
class StorageScreen;

// The window: environment strip, side bar, one page, status line, and what lies over them. It knows pages by the catalog only.
class MainWindow final : public QWidget, public pages::Navigation
{
    Q_OBJECT

public:
    explicit MainWindow(workspace::Workspace &workspace);
    ~MainWindow() override;

    void open(const QString &page, const QString &filter = {}) override;
    void perform(const QString &page, const QString &verb) override;
    void toast(const QString &text) override;
    void toast(const QString &text, const QString &undoVerb, std::function<void()> undo,
        std::function<void()> ended = {}) override;
    void badge(const QString &page, const QString &text, int status) override;
    void addConnection(const QString &address = {}) override;
    void switchTo(const QString &profileId) override;
    QWidget *frame() override { return this; }
    PageStack &stack() { return *m_stack; }
    void openPalette();
    void openHelp();
    void openFacts(); // what becomes of prompts and answers on the open connection
    void lockVault();
    void openLink(
        const QString &link); // of gatewright://: the form of a new connection, filled in as soon as it can be

signals:
    void beginWanted(); // the database can be used after all
    void lookWanted(const QString &name); // light, dark, contrast; empty: as the desktop
    void trayWanted(); // its gauge, or no longer
    void lockAfterWanted(int minutes); // without input; 0: never

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void listen();
    void showState();
    void showGateway();
    void showChanges();
    void renew(workspace::Session *session);
    QWidget *screenWanted();
    void afterUnlock();
    void cover(bool locked);
    void followLink();
    Task<> finishAndClose();

    workspace::Workspace &m_workspace;
    QPointer<workspace::Session> m_session; // what the pages were built on
    QVBoxLayout *m_column;
    QWidget *m_strip = nullptr;
    SideBar *m_side;
    PageStack *m_stack;
    StatusLine *m_status;
    QStackedWidget *m_screens;
    QWidget *m_work; // side bar and pages
    QWidget *m_welcome;
    LockedScreen *m_locked;
    StorageScreen *m_storage;
    QWidget *m_opening; // the profiles are being read
    bool m_heard = false; // the workspace has said something
    QString m_link; // waits for a screen to lie over
    kit::CommandPalette *m_palette;
    QPointer<kit::Toast> m_toast;
    QList<QPointer<QWidget>> m_covered; // sheets that lie behind the locked screen
    TaskScope m_closing; // last
};

} // namespace shell
