// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"
#include "workspace/all_catalogs.h"
#include <QAbstractTableModel>

namespace pages {

// Names down, connections across: what stands behind each, as it was last seen. What differs is said in words.
class GridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, FirstConnection };
    using QAbstractTableModel::QAbstractTableModel;
    void apply(const workspace::AllCatalogs::State &state, const QDateTime &now);
    void narrow(const QString &text, bool onlyDiffering);

    const aliases::GridRow &row(int at) const { return m_state.rows.at(m_shown.at(at)); }
    qsizetype all() const { return m_state.rows.size(); } // names, found or not
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation o, int role) const override;
    QVariant data(const QModelIndex &at, int role) const override;

private:
    QVariant cellData(const aliases::GridRow &row, int connection, int role) const;

    workspace::AllCatalogs::State m_state;
    QDateTime m_now;
    QString m_text;
    bool m_onlyDiffering = false;
    QList<int> m_shown; // indexes of rows
};

// "openai/mini, chat, 0.15 / 0.60"; "not there"; "never read".
QString cellWords(const aliases::GridCell &cell, const aliases::KnownCatalog &connection);
kit::Status statusOf(const aliases::GridCell &cell, const aliases::KnownCatalog &connection);
// "as of 14:32:05"; "old: seen 3 d ago"; "never read".
QString freshnessOf(const aliases::KnownCatalog &connection, const QDateTime &now);

} // namespace pages
