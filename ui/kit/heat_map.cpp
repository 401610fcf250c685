// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/heat_map.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <cmath>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace kit {

static int cellHeight()
{
    return scaled(20);
}

static int nameWidth()
{
    return scaled(40);
}

HeatMap::HeatMap(const QString &name, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(name);
    setFont(kit::font(Type::Caption));
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatMap::setData(HeatData next)
{
    m_data = std::move(next);
    m_top = 0;
    for (const auto &row : m_data.values)
        for (double v : row)
            m_top = std::isnan(v) ? m_top : qMax(m_top, v);
    setAccessibleDescription(describe(m_cursor.y(), m_cursor.x()));
    updateGeometry();
    update();
}

QSize HeatMap::sizeHint() const
{
    return {480, int(m_data.rows.size()) * cellHeight() + 2 * (fontMetrics().height() + space::xs) + space::xs};
}

QRectF HeatMap::cellRect(int row, int column) const
{
    const double step = double(width() - nameWidth()) / double(qMax<qsizetype>(1, m_data.columns.size()));
    return {nameWidth() + column * step + 1, row * cellHeight() + 1.0, step - 2, cellHeight() - 2.0};
}

QColor HeatMap::cellColor(double value) const
{
    const auto &ramp = tokensOf(this).heat;
    if (value <= 0 || m_top <= 0)
        return ramp[0];
    const auto step = size_t(std::ceil(std::sqrt(value / m_top) * 6)); // square root: small hours stay visible
    return ramp[qBound(size_t(1), step, size_t(6))];
}

QString HeatMap::describe(int row, int column) const
{
    if (row >= m_data.values.size() || column >= m_data.values.value(row).size())
        return {};
    const double value = m_data.values.at(row).at(column);
    const QString words = std::isnan(value) ? tr("no data") : m_data.word ? m_data.word(value) : QString::number(value);
    return tr("%1, %2: %3").arg(m_data.rows.at(row)).arg(column, 2, 10, QLatin1Char('0')).arg(words);
}

void HeatMap::paintCell(QPainter &painter, int row, int column) const
{
    const Tokens &t = tokensOf(this);
    const double value = m_data.values.at(row).at(column);
    const QRectF cell = cellRect(row, column);
    if (!std::isnan(value))
        return box(painter, cell, {cellColor(value), Qt::transparent, 3});
    box(painter, cell, {t.raised, t.line, 3});
    painter.fillRect(cell.adjusted(2, 2, -2, -2), QBrush(t.line, Qt::BDiagPattern));
}

void HeatMap::paintScale(QPainter &painter) const
{
    const Tokens &t = tokensOf(this);
    const int y = height() - fontMetrics().height();
    double x = nameWidth();
    painter.setPen(t.muted);
    const QString least = m_data.word ? m_data.word(0) : QString();
    painter.drawText(QPointF(x, y + fontMetrics().ascent()), least);
    x += fontMetrics().horizontalAdvance(least) + space::s;
    for (const QColor &color : t.heat) {
        box(painter, QRectF(x, y + 2, 14, fontMetrics().height() - 5), {color, t.line, 2});
        x += 17;
    }
    painter.drawText(QPointF(x + space::xs, y + fontMetrics().ascent()), m_data.word ? m_data.word(m_top) : QString());
}

void HeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    for (int row = 0; row < m_data.rows.size(); ++row) {
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, row * cellHeight(), nameWidth() - space::s, cellHeight()),
            int(Qt::AlignVCenter | Qt::AlignLeft), m_data.rows.at(row));
        for (int column = 0; column < m_data.values.at(row).size(); ++column)
            paintCell(painter, row, column);
    }
    painter.setPen(t.muted);
    const double y = double(m_data.rows.size()) * cellHeight() + 2;
    for (int column = 0; column < m_data.columns.size(); ++column)
        painter.drawText(
            QRectF(cellRect(0, column).left() - 20, y, cellRect(0, column).width() + 40, fontMetrics().height()),
            Qt::AlignHCenter, m_data.columns.at(column));
    paintScale(painter);
    if (hasFocus() && !m_data.values.isEmpty())
        focusRing(painter, t, cellRect(m_cursor.y(), m_cursor.x()).adjusted(-2, -2, 2, 2), space::radiusSmall);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    QPoint next = m_cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        next.rx()--;
        break;
    case Qt::Key_Right:
        next.rx()++;
        break;
    case Qt::Key_Up:
        next.ry()--;
        break;
    case Qt::Key_Down:
        next.ry()++;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    m_cursor.setX(qBound(0, next.x(), int(m_data.columns.size()) - 1));
    m_cursor.setY(qBound(0, next.y(), int(m_data.rows.size()) - 1));
    setAccessibleDescription(describe(m_cursor.y(), m_cursor.x()));
    emit cellReached(m_cursor.y(), m_cursor.x());
    update();
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const double step = double(width() - nameWidth()) / double(qMax<qsizetype>(1, m_data.columns.size()));
    const int column = int((help->pos().x() - nameWidth()) / step);
    const int row = help->pos().y() / cellHeight();
    const QString words = help->pos().x() < nameWidth() || row < 0 || column < 0 ? QString() : describe(row, column);
    QToolTip::showText(help->globalPos(), words, this);
    return true;
}

} // namespace kit
