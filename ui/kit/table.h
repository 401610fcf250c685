// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QSet>
#include <QTableView>

namespace kit {

class FrozenColumn;

// The table of the program: rows of 32 px, hairlines instead of a grid, whole-row hover, selection and focus, sorting by
// header. Up and Down walk rows, Return opens, the menu key or Shift+F10 lists the row's actions, Ctrl+C copies TSV.
class Table final : public QTableView
{
    Q_OBJECT

public:
    explicit Table(const QString &name, QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    // 0 takes the rest. Sizes are for 13 px text, scale with it and grow by up to 40 % for longer words of a translation.
    void setWidths(const QList<int> &widths);
    // Columns that go, first one first, when the column that takes the rest would get narrower than 120 px.
    // The column that takes the rest never goes.
    void setYielding(const QList<int> &columns);
    // Columns that widen to their content while the one that takes the rest keeps room for its own; they never do so at
    // the cost of another column, and shrink only when the table does.
    void setGrowing(const QList<int> &columns);
    void setColumnWanted(int column, bool wanted); // the reader's choice; it comes before yielding
    bool columnWanted(int column) const { return !m_unwanted.contains(column); }
    int hoveredRow() const { return m_hovered; }
    void setCompact();
    void fitRows(); // as tall as its rows: for the few-row tables inside cards
    void freezeFirst(); // for tables wider than their place: the first column stays while the others scroll
    void hover(int row);

signals:
    void columnsShownChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;
    void updateGeometries() override;

private:
    void yield();
    void grow();
    void narrow();
    int headerWidth(int column) const;
    int fixedWidth() const;

    QList<int> m_yielding;
    QList<int> m_growing;
    QHash<int, int> m_narrow; // least widths
    bool m_grows = false; // it is about to
    QSet<int> m_unwanted;
    FrozenColumn *m_frozen = nullptr;
    int m_hovered = -1;
    bool m_fitted = false;
};

} // namespace kit
