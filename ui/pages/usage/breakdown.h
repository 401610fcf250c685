// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "pages/usage/ground.h"

class QSortFilterProxyModel;

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

// One group of the breakdown, ready to be shown.
struct BreakdownRow
{
    QString group;
    usage::Totals totals;
    QString amount;
    double value = -1; // in the chosen measure; negative: not known
    double share = -1;
    QList<double> course; // NaN: nothing known

    friend bool operator==(const BreakdownRow &, const BreakdownRow &) = default;
};

QList<BreakdownRow> breakdownRows(const Shown &shown);

// The groups with their sums as a sorted table. A row that is opened leads to its requests.
class Breakdown final : public QWidget
{
    Q_OBJECT

public:
    explicit Breakdown(QWidget *parent = nullptr);
    void tell(const Shown &shown);

signals:
    void groupChosen(const QString &group);

private:
    class Model;

    void setModel(const Shown &shown);

    kit::Card *m_card;
    kit::Table *m_table;
    Model *m_model = nullptr;
    QSortFilterProxyModel *m_sorted;
    std::optional<Choice> m_choice; // the heads were made for
};

} // namespace pages
