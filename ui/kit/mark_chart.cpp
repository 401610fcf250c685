// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/mark_chart.h"
#include "kit/paint.h"
#include "kit/scale.h"
#include "kit/space.h"
#include "kit/type.h"
#include <cmath>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QtCharts/QAbstractSeries>
#include <QtCharts/QCategoryAxis>
#include <QtCharts/QLegend>

namespace kit {

MarkChart::MarkChart(const QString &name, QWidget *parent) : QChartView(parent)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(scaled(150));
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
}

MarkChart::~MarkChart()
{
    delete m_bubble;
}

QString MarkChart::wordFor(double value) const
{
    if (std::isnan(value))
        return tr("no data");
    return m_data.word ? m_data.word(value) : QString::number(value);
}

void MarkChart::take(ChartData next)
{
    if (next.marks != m_data.marks)
        m_reached = -1; // new figures on the same marks do not end a walk
    m_data = std::move(next);
    rebuild();
    setAccessibleDescription(describe(m_reached));
    showBubble();
}

// The last mark's word is centred below its mark and must not be cut.
static QChart *bareChart(const QString &lastMark)
{
    const int half = QFontMetrics(kit::font(Type::Caption)).horizontalAdvance(lastMark) / 2;
    auto *made = new QChart;
    made->legend()->hide();
    made->setBackgroundVisible(false);
    made->setMargins(QMargins(space::xs, space::s, qMax(int(space::l), half), 0));
    made->layout()->setContentsMargins(0, 0, 0, 0);
    return made;
}

void MarkChart::rebuild()
{
    const QChart *old = chart();
    setChart(bareChart(m_data.marks.isEmpty()
            ? QString()
            : m_data.marks.last())); // a fresh one: labels of a removed axis stay on the old scene
    delete old;
    chart()->addAxis(markAxis(), Qt::AlignBottom);
    chart()->addAxis(valueAxis(), Qt::AlignLeft);
    dressAxes();
    fill();
}

void MarkChart::attach(QAbstractSeries *series, const QColor &ink)
{
    chart()->addSeries(series);
    const auto axes = chart()->axes();
    for (QAbstractAxis *axis : axes)
        series->attachAxis(axis);
    if (ink.isValid())
        series->setProperty("color", ink);
}

QCategoryAxis *MarkChart::markAxis() const
{
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setRange(-0.6, double(m_data.marks.size()) - 0.4);
    const int room = qMax(2, (width() > 0 ? width() : 600) / (fontMetrics().averageCharWidth() * 10));
    const int last = int(m_data.marks.size()) - 1;
    const int step = qMax(1, (last + room) / room);
    for (int i = last % step; i <= last; i += step) // the newest mark is always named
        axis->append(m_data.marks.at(i), i);
    axis->setGridLineVisible(false);
    return axis;
}

QList<double> MarkChart::valueTicks() const
{
    return niceTicks(top(), height() > 0 && height() < scaled(200) ? 3 : 5, m_data.whole);
}

QCategoryAxis *MarkChart::valueAxis() const
{
    auto *axis = new QCategoryAxis;
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const QList<double> ticks = valueTicks();
    const QStringList words = tickWords(ticks);
    axis->setRange(0, ticks.last());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        axis->append(words.at(i), ticks.at(i));
    return axis;
}

void MarkChart::dressAxes()
{
    const Tokens &t = tokensOf(this);
    const auto axes = chart()->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLinePen(Qt::NoPen);
        axis->setLineVisible(false);
        axis->setGridLinePen(QPen(t.line, 1));
        axis->setLabelsFont(figures(kit::font(Type::Caption)));
        axis->setLabelsColor(t.muted);
    }
}

double MarkChart::markX(double mark) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left() + (mark + 0.6) / (double(m_data.marks.size()) + 0.2) * plot.width();
}

void MarkChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) && !m_data.marks.isEmpty())
        rebuild();
}

void MarkChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    const bool room = event->oldSize().width() / 160 != event->size().width() / 160
        || event->oldSize().height() / 100 != event->size().height() / 100;
    if (room && !m_data.marks.isEmpty())
        rebuild(); // more room, more labels
}

} // namespace kit
