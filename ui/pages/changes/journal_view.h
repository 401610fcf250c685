// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "kit/row_model.h"
#include "kit/status.h"
#include "workspace/journal_reader.h"
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace kit {
class Card;
class DiffView;
class Table;
} // namespace kit

namespace pages {

// A line of the journal as the list shows it.
struct JournalRow
{
    changes::Entry entry;
    QString object; // "Key checkout-prod"
    QString what;
    kit::Status status = kit::Status::Ok;
    QString word; // what became of it

    friend bool operator==(const JournalRow &, const JournalRow &) = default;
};

QList<JournalRow> journalRows(const QList<changes::Entry> &entries, const QTimeZone &zone);

// Everything that was written to the gateway from this machine: when, by whom, what, why and what became of it.
class JournalView final : public QWidget
{
    Q_OBJECT

public:
    JournalView(const QTimeZone &zone, const Clock &clock);
    void show(const workspace::JournalReader::State &state);

signals:
    void setWanted(qint64 set);
    void saved(const QString &said);

private:
    QWidget *filterLine();
    QWidget *panes();
    QList<kit::Column<JournalRow>> columns() const;
    QString when(const JournalRow &row) const;
    QList<JournalRow> found() const; // in which every word searched for stands
    void showRows();
    void showChosen();
    void save(const QString &path);

    const QTimeZone m_zone;
    const Clock &m_clock;
    QList<JournalRow> m_rows; // in words once, however often they are searched
    bool m_cut = false; // there are older ones
    kit::RowModel<JournalRow> m_model;
    QLineEdit *m_search;
    QLabel *m_count;
    QToolButton *m_export;
    kit::Table *m_table;
    kit::Card *m_card; // of the chosen line
    QLabel *m_end;
    kit::DiffView *m_diff;
};

} // namespace pages
