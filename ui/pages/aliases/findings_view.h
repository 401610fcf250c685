// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/lint.h"
#include "kit/row_model.h"
#include <QStackedWidget>

namespace kit {
class Table;
}

namespace pages {

// Everything that is wrong with the catalog, worst first; a row leads to its alias.
class FindingsView final : public QStackedWidget
{
    Q_OBJECT

public:
    FindingsView();
    void show(const QList<aliases::Finding> &findings);

signals:
    void aliasWanted(const QString &alias);

private:
    static QList<kit::Column<aliases::Finding>> columns();

    kit::RowModel<aliases::Finding> m_model;
    kit::Table *m_table;
};

} // namespace pages
