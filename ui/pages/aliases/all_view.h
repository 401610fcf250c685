// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/grid_model.h"
#include <QStackedWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace kit {
class Table;
}

namespace pages {

class SideBySide;

// The names of all connections in one grid, as they were last seen; it needs no gateway.
class AllView final : public QStackedWidget
{
    Q_OBJECT

public:
    // `own`: the profile that is open; its settings are those the others are compared with.
    AllView(workspace::AllCatalogs &catalogs, const Clock &clock, const QString &own);
    void find(); // to the search field
    bool back(); // empties the search; false: it is empty

private:
    QWidget *grid();
    void showState();
    void showColumns();
    void narrow();
    void showDetail();
    void say();

    workspace::AllCatalogs &m_catalogs;
    const Clock &m_clock;
    const QString m_own;
    GridModel m_model;
    kit::Table *m_table;
    QLineEdit *m_search;
    QCheckBox *m_differing;
    QLabel *m_count;
    SideBySide *m_detail;
    QWidget *m_grid;
    QWidget *m_blank; // an empty state, made anew
};

} // namespace pages
