// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/glyphs.h"
#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace kit {

struct Command
{
    QString id;
    Glyph glyph = Glyph::Terminal;
    QString title;
    QString context; // where it belongs: "Keys"
    QString shortcut; // native text
};

// Everything that can be done, by typing. Lies over the upper middle of the window; Esc or a click outside closes it.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const QString &placeholder, QWidget *window);
    void open(const QList<Command> &commands);
    QLineEdit *field() const { return m_field; }

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void choose(const QModelIndex &index);
    void move(int by);

    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
};

} // namespace kit
