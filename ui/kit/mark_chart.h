// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/bubble.h"
#include <functional>
#include <QPointer>
#include <QtCharts/QChartView>

class QAbstractSeries;
class QCategoryAxis;

namespace kit {

struct Series
{
    QString name;
    QList<double> values; // NaN: no data
};

struct ChartData
{
    QStringList marks; // one per column or point: "12 Jun"
    QList<Series> series; // bottom first; at most 11, the rest summed into the last
    QStringList remarks; // optional, one per mark: "not over", "sync failed"; said in the bubble
    int ahead = -1; // marks from here on lie in the future: blank, not hatched; negative: none does
    QString summary; // optional: what the chart says, in a sentence
    std::function<QString(double)> word; // value with unit, for the bubble and the table
    bool whole = false; // values are counts: the axis has no parts of one. It names no unit, the card does
};

// Charts over named marks share axes, keyboard walk, value bubble and spoken form: hairline grid, no axis lines.
// Left and Right walk, Home and End jump, Esc lets go; the mark is described in words wherever it is.
class MarkChart : public QChartView
{
    Q_OBJECT

public:
    explicit MarkChart(const QString &name, QWidget *parent = nullptr);
    ~MarkChart() override;
    const ChartData &values() const { return m_data; }
    QString wordFor(double value) const;
    int reached() const { return m_reached; }
    void reach(int mark); // -1: none
    QSize sizeHint() const override { return {480, 240}; }

signals:
    void markReached(int mark);
    void markChosen(int mark); // clicked, or Return on the mark reached

protected:
    void take(ChartData next);
    void attach(QAbstractSeries *series, const QColor &ink);
    double markX(double mark) const; // in view coordinates
    virtual double top() const = 0;
    QList<double> valueTicks() const; // of the axis, the last is its end
    virtual void fill() = 0; // puts the series on the fresh chart
    virtual QList<BubbleLine> lines(int mark) const;
    bool empty(int mark) const; // no series knows it
    QRectF ground(int from, int to) const; // of marks from..to, both included

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    int markAt(const QPointF &position) const; // -1: beside the plot
    void rebuild();
    void dressAxes();
    QCategoryAxis *markAxis() const;
    QCategoryAxis *valueAxis() const;
    QString describe(int mark) const;
    void showBubble();

    ChartData m_data;
    QPointer<Bubble> m_bubble;
    int m_reached = -1;
};

} // namespace kit
