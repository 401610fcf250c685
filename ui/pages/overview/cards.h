// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "domain/profile.h"
#include "domain/run_report.h"
#include "kit/row_model.h"
#include "kit/status.h"
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;
namespace kit {
class Card;
class Pill;
class Table;
} // namespace kit

namespace pages {

// A row of the small tables at the foot of the overview: state and name, what, how long.
struct PartRow
{
    QString id;
    kit::Status status = kit::Status::Neutral;
    QString name;
    QString what;
    QString figure;

    friend bool operator==(const PartRow &, const PartRow &) = default;
};

// A small table in a card whose rows lead somewhere.
class PartCard final : public QWidget
{
    Q_OBJECT

public:
    PartCard(
        const QString &title, const QString &nothing, const QString &verb); // verb: what is offered when it is empty
    void show(const QList<PartRow> &rows);
    void showPill(kit::Status status, const QString &text); // empty text: none
    void fitAmounts(); // the figures are amounts of money
    void fitSentences(); // there are no figures: the middle has the room

signals:
    void chosen(const QString &id);
    void verbChosen();

private:
    kit::Card *m_card;
    kit::Pill *m_pill;
    kit::RowModel<PartRow> *m_model;
    kit::Table *m_table;
    QStackedWidget *m_sides;
};

QList<PartRow> runRows(const RunReport &run, int most); // the heaviest first
kit::Status statusOf(Outcome outcome);

// Budgets nearest their end, as bars with their figures.
class BudgetCard final : public QWidget
{
    Q_OBJECT

public:
    BudgetCard();
    bool show(const QList<Key> &keys); // false: no key has a budget whose spend is known

signals:
    void allWanted();

private:
    QVBoxLayout *m_column;
    QList<Key> m_keys;
    QWidget *m_lines = nullptr;
};

} // namespace pages
