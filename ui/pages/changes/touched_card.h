// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "workspace/chosen_set.h"
#include <QWidget>

class QLabel;

namespace kit {
class Table;
}

namespace pages {

// Who would feel a change set, by the usage that is stored here, and what is to be said before it is applied.
class TouchedCard final : public QWidget
{
    Q_OBJECT

public:
    TouchedCard();
    void show(const workspace::ChosenSet::State &state);

signals:
    void keyWanted(const QString &name);

private:
    void showConcerns(const workspace::ChosenSet::State &state);

    kit::RowModel<changes::Reach> m_model;
    kit::Table *m_table;
    QLabel *m_say;
    QWidget *m_notices; // holds m_said
    QWidget *m_said = nullptr;
    QList<changes::Concern> m_told;
};

} // namespace pages
