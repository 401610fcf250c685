// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "workspace/edit_preview.h"
#include <QWidget>

class QLabel;

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

// Who called the alias that an edit is about, from the rows stored here, and what is to be said of the edit.
class CallersCard final : public QWidget
{
    Q_OBJECT

public:
    CallersCard();
    void show(const workspace::EditPreview::State &state);

private:
    void showConcerns(const QList<changes::Concern> &concerns);

    kit::RowModel<changes::Reach> m_model;
    kit::Table *m_table;
    QLabel *m_said;
    QWidget *m_notices;
    QList<changes::Concern> m_told;
};

} // namespace pages
