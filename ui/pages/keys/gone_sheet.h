// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "pages/key_place.h"
#include "workspace/tombstones.h"
#include <QPointer>

class QLabel;
class QPushButton;

namespace kit {
class Sheet;
class Table;
} // namespace kit

namespace pages {

// The keys that are gone: when, by whom and why, and what they had spent. Lives as long as its sheet.
class GoneSheet final : public QObject
{
    Q_OBJECT

public:
    GoneSheet(workspace::Tombstones &stones, const KeyPlace &place, const QDateTime &now, QWidget *window);

signals:
    void proofWanted(const Key &key);
    void requestsWanted(const Key &key);

private:
    void build();
    QList<kit::Column<workspace::Tombstone>> columns() const;
    void showState();
    void showChosen();
    const workspace::Tombstone *chosen() const; // null: none
    void close();

    QPointer<workspace::Tombstones> m_stones;
    const KeyPlace &m_place;
    const QDateTime m_now;
    kit::Sheet *m_sheet;
    kit::RowModel<workspace::Tombstone> m_model;
    kit::Table *m_table;
    QLabel *m_said; // of the chosen one in full, or why there is none
    QPushButton *m_prove;
    QPushButton *m_requests;
};

} // namespace pages
