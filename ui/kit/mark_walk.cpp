// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/mark_chart.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <algorithm>
#include <cmath>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

// The walk over the marks of a chart, by keys and by pointer.
namespace kit {

QList<BubbleLine> MarkChart::lines(int mark) const
{
    const auto &inks = tokensOf(this).series;
    QList<BubbleLine> out;
    for (qsizetype i = m_data.series.size() - 1; i >= 0; --i) // top of the stack first, as in the legend
        out << BubbleLine{inks[size_t(i) % inks.size()], m_data.series.at(i).name,
            wordFor(m_data.series.at(i).values.value(mark, std::nan("")))};
    if (const QString remark = m_data.remarks.value(mark); !remark.isEmpty())
        out << BubbleLine{{}, remark, {}};
    return out;
}

QString MarkChart::describe(int mark) const
{
    if (m_data.marks.isEmpty())
        return tr("no data");
    if (mark < 0) {
        const QString walk = tr("%1 to %2, arrow keys read each value").arg(m_data.marks.first(), m_data.marks.last());
        return m_data.summary.isEmpty() ? walk : m_data.summary + u' ' + walk;
    }
    QStringList words;
    const auto all = lines(mark);
    for (const BubbleLine &line : all)
        words << line.name + u' ' + line.value;
    return m_data.marks.value(mark) + QStringLiteral(": ") + words.join(QStringLiteral(", "));
}

void MarkChart::reach(int mark)
{
    const int next = std::clamp(mark, -1, int(m_data.marks.size()) - 1);
    if (next == m_reached)
        return;
    m_reached = next;
    setAccessibleDescription(describe(next)); // tells screen readers by itself
    showBubble();
    viewport()->update();
    emit markReached(next);
}

void MarkChart::showBubble()
{
    if (m_reached < 0 || !isVisible()) {
        if (m_bubble)
            m_bubble->hide();
        return;
    }
    QWidget *home = Bubble::homeOf(this);
    if (m_bubble && m_bubble->parentWidget() != home)
        delete m_bubble;
    if (!m_bubble)
        m_bubble = new Bubble(home);
    m_bubble->tell(m_data.marks.value(m_reached), lines(m_reached));
    const QPoint at(int(markX(m_reached)), int(chart()->plotArea().top()));
    m_bubble->placeBeside(QRect(viewport()->mapTo(home, at), QSize(1, 1)).adjusted(-space::s, 0, space::s, 0));
}

void MarkChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_data.marks.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return reach(m_reached < 0 ? last : std::max(0, m_reached - 1));
    case Qt::Key_Right:
        return reach(m_reached < 0 ? 0 : m_reached + 1);
    case Qt::Key_Home:
        return reach(0);
    case Qt::Key_End:
        return reach(last);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_reached >= 0)
            emit markChosen(m_reached);
        return;
    case Qt::Key_Escape:
        if (m_reached >= 0)
            return reach(-1);
        [[fallthrough]];
    default:
        event->ignore();
    }
}

int MarkChart::markAt(const QPointF &position) const
{
    const QRectF plot = chart()->plotArea();
    if (m_data.marks.isEmpty() || !plot.contains(position))
        return -1;
    const double step = plot.width() / (double(m_data.marks.size()) + 0.2);
    return std::clamp(int(std::lround((position.x() - plot.left()) / step - 0.6)), 0, int(m_data.marks.size()) - 1);
}

void MarkChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const int mark = markAt(event->position());
    if (mark >= 0 || !hasFocus())
        reach(mark);
}

void MarkChart::mouseReleaseEvent(QMouseEvent *event)
{
    QChartView::mouseReleaseEvent(event);
    const int mark = markAt(event->position());
    if (mark >= 0 && event->button() == Qt::LeftButton)
        emit markChosen(mark);
}

bool MarkChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !hasFocus())
        reach(-1);
    return QChartView::viewportEvent(event);
}

void MarkChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void MarkChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    reach(-1);
    viewport()->update();
}

void MarkChart::hideEvent(QHideEvent *event)
{
    QChartView::hideEvent(event);
    reach(-1);
}

bool MarkChart::empty(int mark) const
{
    return std::all_of(m_data.series.cbegin(), m_data.series.cend(),
        [mark](const Series &s) { return std::isnan(s.values.value(mark, std::nan(""))); });
}

QRectF MarkChart::ground(int from, int to) const
{
    const QRectF plot = chart()->plotArea();
    const double left = qMax(plot.left(), markX(from - 0.5));
    return {left, plot.top(), qMin(plot.right(), markX(to + 0.5)) - left, plot.height()};
}

// Marks of which nothing is known are hatched: no data is not zero.
void MarkChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    const Tokens &t = tokensOf(this);
    const int all = m_data.series.isEmpty() ? 0 : int(m_data.marks.size());
    const int count = m_data.ahead < 0 ? all : std::min(all, m_data.ahead);
    for (int from = 0; from < count; ++from) {
        int to = from;
        while (to < count && empty(to))
            ++to;
        if (to > from)
            painter->fillRect(ground(from, to - 1), QBrush(blend(t.raised, t.edge, 0.55), Qt::BDiagPattern));
        from = to;
    }
}

void MarkChart::drawForeground(QPainter *painter, const QRectF &)
{
    const Tokens &t = tokensOf(this);
    const QRectF plot = chart()->plotArea();
    if (m_reached >= 0)
        painter->fillRect(QRectF(std::round(markX(m_reached)), plot.top(), 1, plot.height()), t.edge);
    if (hasFocus())
        focusRing(*painter, t, QRectF(viewport()->rect()), space::radiusSmall);
}

} // namespace kit
