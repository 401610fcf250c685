// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/tokens.h"
#include <QWidget>

class QHBoxLayout;
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

// One figure of a row of figures: name, value with unit, a note that says whether it is usual.
class Figure final : public QWidget
{
    Q_OBJECT

public:
    explicit Figure(const Reading &reading, QWidget *parent = nullptr);
    void addMark(QWidget *mark); // a spark or a meter below

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Reading m_reading;
    QVBoxLayout *m_column;
};

// Figures side by side with hairlines between; wraps never, so keep it at six.
class FigureRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureRow(QWidget *parent = nullptr);
    Figure *add(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QHBoxLayout *m_row;
};

} // namespace kit
