// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "smoke/run_service.h"
#include <QWidget>

class QLabel;
class QStackedWidget;
namespace kit {
class Card;
class Segmented;
class Table;
} // namespace kit

namespace pages {

// A check that has its verdict.
struct DecidedRow
{
    int item = -1;
    CheckReport report;

    friend bool operator==(const DecidedRow &, const DecidedRow &) = default;
};

// Below the panes: what is decided in the run shown, worst first, or the last runs.
class DecidedCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DecidedCard(QWidget *parent = nullptr);
    void showItems(const QList<smoke::Item> &items);
    void showRuns(const QList<RunReport> &runs);
    void setBusy(bool busy); // a run is under way: old ones cannot be opened

signals:
    void checkChosen(int item);
    void runChosen(const QString &id);

private:
    void build();
    void showList(int which);
    kit::Table *checkTable();
    kit::Table *runTable();

    kit::Card *m_card;
    kit::Segmented *m_which;
    QStackedWidget *m_stack;
    QLabel *m_none;
    kit::RowModel<DecidedRow> *m_checks;
    kit::RowModel<RunReport> *m_runs;
    bool m_busy = false;
    bool m_placed = false; // the list to begin with was chosen
};

} // namespace pages
