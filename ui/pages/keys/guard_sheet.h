// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "guards/guard_service.h"
#include "pages/key_place.h"
#include <QObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kit {
class FormRow;
class Sheet;
} // namespace kit

namespace pages {

// Sets a period quota that this program keeps for a key, or takes one away. Lives as long as its sheet.
class GuardSheet final : public QObject
{
    Q_OBJECT

public:
    // lines: the guards this key has; one of each window.
    GuardSheet(const Key &key, const QList<guards::GuardService::Line> &lines, const KeyPlace &place, QWidget *window);

signals:
    void wanted(const Guard &guard);
    void removeWanted(qint64 id);

private:
    void build();
    void buildFoot();
    void showWindow(); // what is set for the chosen window
    void judge();
    const Guard *present() const; // of the chosen window; null: none
    Guard guard() const;
    void close();

    const Key m_key;
    const QList<guards::GuardService::Line> m_lines;
    const KeyPlace &m_place;
    kit::Sheet *m_sheet;
    QLineEdit *m_amount;
    kit::FormRow *m_amountRow = nullptr;
    QComboBox *m_window;
    QComboBox *m_act;
    QLabel *m_meaning;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace pages
