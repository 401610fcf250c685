// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/key_place.h"
#include "pages/keys/key_draft.h"
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace kit {
class FormRow;
}

namespace pages {

// The budgets of a key: an amount and its window a line, a line more where the gateway holds several windows.
class BudgetsField final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetsField(const KeyPlace &place);
    void setValues(const QList<BudgetDraft> &values); // none: one empty line
    QList<BudgetDraft> values() const; // as they stand there, empty amounts too
    void accept(); // no line is wrong
    void refuse(int line, const QString &reason);

signals:
    void changed();

private:
    struct Line
    {
        kit::FormRow *amountRow;
        QLineEdit *amount;
        kit::FormRow *windowRow;
        QComboBox *window;
        QWidget *holder; // of the window and the verb that takes the line away
    };
    Line newLine(int at);
    void addLine(const BudgetDraft &value);
    void removeLine(int at);
    void offerMore();
    QString freeWindow() const; // the first that no line has; empty: none

    const KeyPlace &m_place;
    QList<Line> m_lines;
    QGridLayout *m_grid;
    QPushButton *m_more;
};

} // namespace pages
