// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "workspace/change_service.h"
#include <QTimeZone>
#include <QWidget>

namespace kit {
class Table;
}

namespace pages {

// Every change set of the connection, the newest first.
class SetsView final : public QWidget
{
    Q_OBJECT

public:
    explicit SetsView(const QTimeZone &zone);
    void show(const QList<changes::SetSummary> &sets);

signals:
    void setWanted(qint64 set);

private:
    kit::RowModel<changes::SetSummary> m_model;
    kit::Table *m_table;
};

} // namespace pages
