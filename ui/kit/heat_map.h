// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <QWidget>

namespace kit {

struct HeatData
{
    QStringList rows; // weekdays, in the order of the locale
    QStringList columns; // hours; empty names are not printed
    QList<QList<double>> values; // NaN: no data, drawn hatched, never as zero
    std::function<QString(double)> word; // value -> text
};

// Rows by columns as tinted cells. Arrow keys walk the cells; the cell under the cursor is described in words.
class HeatMap final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatMap(const QString &name, QWidget *parent = nullptr);
    void setData(HeatData next);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

signals:
    void cellReached(int row, int column);

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF cellRect(int row, int column) const;
    QColor cellColor(double value) const;
    QString describe(int row, int column) const;
    void paintCell(QPainter &painter, int row, int column) const;
    void paintScale(QPainter &painter) const;

    HeatData m_data;
    double m_top = 1;
    QPoint m_cursor{0, 0};
};

} // namespace kit
