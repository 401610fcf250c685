// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/catalog_service.h"
#include "aliases/difference.h"
#include "kit/row_model.h"
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kit {
class Table;
}

namespace pages {

// The states the catalog was in, and what is different today from the chosen one.
class HistoryView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(const QTimeZone &zone);
    // `against`: why no alias can be staged there; empty: it can.
    void show(const aliases::CatalogService::State &state, const QString &against);

signals:
    void snapshotWanted(qint64 snapshot);
    void exportWanted(); // today's catalog, as a file
    void planWanted(); // a file to compare it with

private:
    using Snapshot = aliases::Snapshot;
    using Difference = aliases::Difference;
    QList<kit::Column<Snapshot>> snapshotColumns() const;
    static QList<kit::Column<Difference>> differenceColumns();
    void build();
    void choose();

    QTimeZone m_zone;
    kit::Table *m_snapshots;
    kit::Table *m_differences;
    kit::RowModel<Snapshot> m_states;
    kit::RowModel<Difference> m_lines;
    QLabel *m_say;
    QPushButton *m_export;
    QPushButton *m_plan;
    QWidget *m_rest; // keeps the head at the top where no line is
};

} // namespace pages
