// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/keys/key_place.h"
#include "pages/keys/keys_model.h"
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace kit {
class Pill;
}

namespace pages {

// The chosen key beside the table: what it is, whose it is, what it may call and spend. The page owns it.
class KeyDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyDetail(const KeyPlace &place);
    void show(const std::optional<KeyRow> &row, const QDateTime &now); // empty: none is chosen
    void setVerbs(const QList<QAction *> &verbs); // of the menu "More actions"

signals:
    void toggleWanted(); // disable, or enable again
    void removeWanted();
    void requestsWanted();
    void copyWanted(const QString &text);

private:
    QWidget *head();
    QWidget *verbs();
    void showVerbs();
    QWidget *facts() const;
    QWidget *reach() const;
    QWidget *budget(const Budget &budget) const;
    QWidget *warning();
    void rebuild();

    const KeyPlace &m_place;
    std::optional<KeyRow> m_row;
    QDateTime m_now;
    QWidget *m_all;
    QWidget *m_none;
    QLabel *m_name;
    kit::Pill *m_pill;
    QLabel *m_prefix;
    QLabel *m_reason;
    QPushButton *m_toggle;
    QPushButton *m_remove;
    QVBoxLayout *m_body;
    QWidget *m_shown = nullptr; // the part that is built anew
    QToolButton *m_more = nullptr;
    QMenu *m_menu;
};

} // namespace pages
