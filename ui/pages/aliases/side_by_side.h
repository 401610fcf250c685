// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "workspace/all_catalogs.h"
#include <QWidget>

class QLabel;

namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

// One alias as every connection has it: route, families, price and proof side by side, and below what is not the same.
class SideBySide final : public QWidget
{
    Q_OBJECT

public:
    SideBySide();
    // `own`: the profile the others are compared with, where it has the alias; else with the first that has it.
    void show(const workspace::AllCatalogs::State &state, const aliases::GridRow *row, const QString &own,
        const QDateTime &now);

    struct Side
    {
        QString connection;
        QString freshness;
        QString behind;
        QString families;
        QString price;
        QString proof;
        int status = 0; // of the proof

        friend bool operator==(const Side &, const Side &) = default;
    };
    struct Apart
    {
        QString connection;
        aliases::Difference line;

        friend bool operator==(const Apart &, const Apart &) = default;
    };

private:
    static QList<kit::Column<Side>> sideColumns();
    static QList<kit::Column<Apart>> apartColumns();
    void build();
    void showApart(const QList<Apart> &lines, const QString &reference, int others);

    kit::Card *m_sidesCard;
    kit::Card *m_apartCard;
    kit::Table *m_sides;
    kit::Table *m_apart;
    kit::RowModel<Side> m_sideRows;
    kit::RowModel<Apart> m_apartRows;
    QLabel *m_say;
};

} // namespace pages
