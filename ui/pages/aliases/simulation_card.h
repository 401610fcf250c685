// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/pick.h"
#include "kit/row_model.h"
#include "pages/aliases/alias_place.h"
#include <QWidget>

class QComboBox;
class QLabel;

namespace kit {
class Table;
}

namespace pages {

// A route and what it takes of a hundred calls.
struct PickRow
{
    QString route; // "openai/gpt-5-mini"
    QString fallback; // whose route it is; empty: the alias's own
    std::optional<qint64> calls; // empty: decided call by call
    std::optional<qint64> before; // as the gateway has it; empty: the route is new, or not decided

    friend bool operator==(const PickRow &, const PickRow &) = default;
};
constexpr int picksShown = 100;
// Both are the same alias, before and after; no before: it is new.
QList<PickRow> pickRows(const aliases::Picks &now, const std::optional<aliases::Picks> &before);

// Where a hundred calls would go if the edit were applied, and where with one route down. Nothing is sent.
class SimulationCard final : public QWidget
{
    Q_OBJECT

public:
    explicit SimulationCard(const AliasPlace &place);
    // `catalog`: with what is staged, for fallbacks.
    void show(const std::optional<Alias> &before, const Alias &after, const QList<Alias> &catalog);

private:
    void fillDown();
    void simulate();
    QString said(const aliases::Picks &picks, const aliases::Trial &trial) const;

    const AliasPlace &m_place;
    std::optional<Alias> m_before;
    Alias m_after;
    QList<Alias> m_catalog;
    kit::RowModel<PickRow> m_model;
    kit::Table *m_table;
    QComboBox *m_down; // all well, or one of the routes down
    QLabel *m_said;
};

} // namespace pages
