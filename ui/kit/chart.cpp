// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chart.h"
#include "kit/tokens.h"
#include <cmath>
#include <QtCharts/QBarSet>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>

namespace kit {

void StackChart::setData(StackData next)
{
    m_typical = next.typical;
    m_typicalName = next.typicalName.isEmpty() ? tr("usual") : next.typicalName;
    take(std::move(next));
}

double StackChart::top() const
{
    double top = 0;
    for (qsizetype i = 0; i < values().marks.size(); ++i) {
        double sum = 0;
        for (const Series &series : values().series)
            sum += std::isnan(series.values.value(i)) ? 0 : series.values.value(i);
        top = qMax(top, sum);
    }
    for (double v : m_typical)
        top = std::isnan(v) ? top : qMax(top, v);
    return top > 0 ? top : 1;
}

void StackChart::fill()
{
    const Tokens &t = tokensOf(this);
    auto *bars = new QStackedBarSeries;
    bars->setBarWidth(values().marks.size() > 45 ? 0.8 : 0.66);
    size_t next = 0;
    for (const Series &series : values().series) {
        auto *set = new QBarSet(series.name);
        for (double v : series.values)
            set->append(std::isnan(v) ? 0 : v);
        set->setColor(t.series[next++ % t.series.size()]);
        set->setPen(QPen(t.raised, 1)); // the ground shows between the pieces
        bars->append(set);
    }
    attach(bars, {});
    if (!m_typical.isEmpty())
        addTypical();
}

void StackChart::addTypical()
{
    auto *line = new QLineSeries;
    QList<QPointF> points;
    for (qsizetype i = 0; i < m_typical.size(); ++i)
        if (!std::isnan(m_typical.at(i)))
            points << QPointF(double(i), m_typical.at(i));
    line->replace(points);
    line->setPen(QPen(tokensOf(this).text, 1.6));
    attach(line, {});
}

QList<BubbleLine> StackChart::lines(int mark) const
{
    QList<BubbleLine> out = MarkChart::lines(mark);
    double sum = 0;
    for (const Series &series : values().series)
        sum += std::isnan(series.values.value(mark)) ? 0 : series.values.value(mark);
    if (values().series.size() > 1 && !empty(mark))
        out << BubbleLine{{}, tr("together"), wordFor(sum)};
    if (mark < m_typical.size())
        out << BubbleLine{tokensOf(this).text, m_typicalName, wordFor(m_typical.at(mark))};
    return out;
}

} // namespace kit
