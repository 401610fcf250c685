// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/keys/key_views.h"
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace kit {
class Pill;
}

namespace pages {

// The chosen key beside the table: what it is, whose it is, what it may call and spend, what was changed on it. The page
// owns it.
class KeyDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyDetail(const KeyPlace &place);
    void show(const std::optional<KeyKnown> &known); // empty: none is chosen
    void setVerbs(const QList<QAction *> &verbs); // of the menu "More actions"

signals:
    void editWanted();
    void rotateWanted();
    void runbookWanted(); // of the rotation under way
    void proveWanted(); // that it is refused
    void toggleWanted(); // disable, or enable again
    void removeWanted();
    void requestsWanted();
    void usageWanted();
    void takeBackWanted(); // the newest change that stands
    void copyWanted(const QString &text);

private:
    QWidget *head();
    QWidget *verbs();
    void showVerbs();
    void showTabs();
    QWidget *viewShown();
    void rebuild();

    const KeyPlace &m_place;
    KeyLeads m_leads;
    std::optional<KeyKnown> m_known;
    QWidget *m_all;
    QWidget *m_none;
    QLabel *m_name;
    kit::Pill *m_pill;
    QLabel *m_prefix;
    QLabel *m_reason;
    QPushButton *m_edit;
    QPushButton *m_rotate;
    QPushButton *m_toggle;
    QPushButton *m_remove;
    QTabBar *m_tabs;
    QList<KeyView> m_views; // of the tabs
    QVBoxLayout *m_body;
    QWidget *m_shown = nullptr; // the part that is built anew
    QToolButton *m_more = nullptr;
    QMenu *m_menu;
};

} // namespace pages
