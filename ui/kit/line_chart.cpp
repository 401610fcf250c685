// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/line_chart.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <cmath>
#include <QPainter>
#include <QtCharts/QLineSeries>

namespace kit {

void LineChart::setData(LineData next)
{
    m_threshold = next.threshold;
    m_thresholdName = next.thresholdName;
    m_stretches = next.stretches;
    take(std::move(next));
}

double LineChart::top() const
{
    double top = qMax(0.0, m_threshold * 1.08);
    for (const Series &series : values().series)
        for (double v : series.values)
            top = std::isnan(v) ? top : qMax(top, v);
    return top > 0 ? top : 1;
}

void LineChart::fill()
{
    const auto &inks = tokensOf(this).series;
    size_t next = 0;
    for (const Series &series : values().series)
        addRuns(series, inks[next++ % inks.size()]);
}

// One line per run of known values: a missing one is a gap and not a slope.
void LineChart::addRuns(const Series &series, const QColor &ink)
{
    QList<QPointF> run;
    const auto end = [&] {
        if (run.isEmpty())
            return;
        auto *line = new QLineSeries;
        line->replace(run);
        line->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        line->setPointsVisible(run.size() == 1);
        attach(line, {});
        run.clear();
    };
    for (qsizetype i = 0; i < series.values.size(); ++i) {
        if (std::isnan(series.values.at(i)))
            end();
        else
            run << QPointF(double(i), series.values.at(i));
    }
    end();
}

void LineChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    const Tokens &t = tokensOf(this);
    for (const Stretch &stretch : m_stretches) {
        const QRectF area = ground(stretch.from, stretch.to);
        painter->fillRect(area, softOf(t, stretch.status));
        painter->fillRect(QRectF(area.left(), area.top(), area.width(), 3), inkOf(t, stretch.status));
    }
    MarkChart::drawBackground(painter, rect);
}

void LineChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    if (m_threshold >= 0) {
        const Tokens &t = tokensOf(this);
        const QRectF plot = chart()->plotArea();
        const double highest = valueTicks().last();
        const double y = plot.bottom() - m_threshold / highest * plot.height();
        painter->setPen(QPen(t.text, 1.6));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->setFont(figures(kit::font(Type::Caption)));
        const QFontMetrics metrics = painter->fontMetrics();
        const QRectF words(plot.left() + space::xs, y - metrics.height() - 3,
            metrics.horizontalAdvance(m_thresholdName) + 6, metrics.height());
        painter->fillRect(words, t.raised);
        painter->drawText(words, Qt::AlignCenter, m_thresholdName);
    }
    MarkChart::drawForeground(painter, rect);
}

QList<BubbleLine> LineChart::lines(int mark) const
{
    QList<BubbleLine> out = MarkChart::lines(mark);
    if (m_threshold >= 0)
        out << BubbleLine{tokensOf(this).text, m_thresholdName, {}};
    for (const Stretch &stretch : m_stretches)
        if (mark >= stretch.from && mark <= stretch.to)
            out << BubbleLine{inkOf(tokensOf(this), stretch.status), stretch.name, {}};
    return out;
}

} // namespace kit
