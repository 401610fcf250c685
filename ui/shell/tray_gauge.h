// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <QObject>
#include <QPointer>

class QMenu;
class QSettings;
class QSystemTrayIcon;
namespace workspace {
class Session;
class Workspace;
} // namespace workspace

namespace shell {

// What the open connection's own key has left, as an icon in the desktop's tray: only where there is a tray, a person
// switched it on, and the connection has nothing but a key. The Overview tells the same. Main thread.
class TrayGauge final : public QObject
{
    Q_OBJECT

public:
    TrayGauge(workspace::Workspace &workspace, QSettings &settings, bool hosted = trayIsThere());
    ~TrayGauge() override;
    static bool trayIsThere();

    bool chosen() const; // kept in settings.ini
    void choose(bool on);
    void toggle() { choose(!chosen()); }
    bool visible() const { return m_icon != nullptr; }
    QString told() const; // the icon's words, a line each

signals:
    void windowWanted();

private:
    void follow();
    void showState();
    void make();

    workspace::Workspace &m_workspace;
    QSettings &m_settings;
    const bool m_hosted;
    QPointer<workspace::Session> m_session;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // null: not shown
};

} // namespace shell
