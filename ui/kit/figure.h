// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/tokens.h"
#include <QAbstractButton>

class QHBoxLayout;
class QLabel;
class QSpacerItem;
class QVBoxLayout;

namespace kit {

struct Reading
{
    QString name; // "Spend today"
    QString value; // "184.20"
    QString unit; // "USD"; muted
    QString note; // "12 % above a usual Thursday"
    Ink noteInk = Ink::Muted;
};

// One figure of a row of figures: name, value with unit, a note that says whether it is usual. With a verb it is a link.
class Figure final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Figure(const Reading &reading, QWidget *parent = nullptr);
    void tell(const Reading &reading);
    void setVerb(const QString &verb); // what a click does: "Show the requests"; empty: nothing
    void addMark(QWidget *mark); // a spark or a meter below
    int linesWanted(int width) const; // by the note, at most two
    void setNoteLines(int lines);
    QSize sizeHint() const override { return QWidget::sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void speak();

    Reading m_reading;
    QString m_verb;
    QVBoxLayout *m_column;
    QSpacerItem *m_note; // its place: the note is painted, as its ink may be any token
    int m_lines = 1;
    QLabel *m_name;
    QLabel *m_value;
    QLabel *m_unit;
};

// Figures side by side with hairlines between; wraps never, so keep it at six. A note that is too long for its width
// takes a second line, in all of them.
class FigureRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);
    Figure *add(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void even(); // the same lines for all notes

    QHBoxLayout *m_row;
    int m_lines = 1;
};

} // namespace kit
