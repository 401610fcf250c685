// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/style.h"
#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace kit {

void Style::drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const bool enabled = option.state & State_Enabled;
    const bool invalid = widget && widget->property("kitInvalid").toBool();
    const bool focus = option.state & State_HasFocus;
    Box look{enabled ? m_tokens.raised : m_tokens.surface, enabled ? m_tokens.edge : m_tokens.line, space::radius};
    if (enabled && option.state & State_MouseOver)
        look.border = blend(m_tokens.edge, m_tokens.text, 0.35);
    if (invalid)
        look.border = m_tokens.bad;
    if (focus)
        look.border = invalid ? m_tokens.bad : m_tokens.focus;
    look.width = focus ? 2 : 1;
    box(painter, option.rect, look);
}

void Style::drawCombo(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    const bool enabled = option.state & State_Enabled;
    const bool hot = enabled && option.state & State_MouseOver;
    if (option.editable || (widget && widget->property("kitInvalid").toBool()))
        drawField(option, painter, widget);
    else // its word says what it is, so the border may be as quiet as a button's
        box(painter, option.rect,
            {!enabled     ? m_tokens.surface
                    : hot ? m_tokens.hover
                          : m_tokens.raised,
                blend(m_tokens.line, m_tokens.edge, enabled ? 0.45 : 0), space::radius});
    if (option.state & State_HasFocus && !option.editable)
        focusRing(painter, m_tokens, option.rect, space::radius);
    QStyleOption arrow = option;
    arrow.rect = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    drawArrow(PE_IndicatorArrowDown, arrow, painter);
}

void Style::drawSpin(const QStyleOptionSpinBox &option, QPainter &painter, const QWidget *widget) const
{
    drawField(option, painter, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const QColor color = option.state & State_Enabled ? m_tokens.muted : m_tokens.faint;
    const QRect up = subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget);
    const QRect down = subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget);
    paintGlyph(painter, Glyph::ChevronUp, centred(up, qMin(10, up.height())), color);
    paintGlyph(painter, Glyph::ChevronDown, centred(down, qMin(10, down.height())), color);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return rect.adjusted(space::xs, 0, -space::xs, 0);
    return rect;
}

// No end buttons: the groove is the whole bar.
QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
        const bool text = (control == CC_ComboBox && part == SC_ComboBoxEditField)
            || (control == CC_SpinBox && part == SC_SpinBoxEditField);
        return text ? rect.adjusted(space::xs, 0, -space::xs, 0) : rect;
    }
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int thumb = range > 0
        ? qBound(qMin(32, length), int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length)
        : length;
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto along = [&](int from, int size) {
        return across ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return along(0, length);
    case SC_ScrollBarSlider:
        return along(at, thumb);
    case SC_ScrollBarSubPage:
        return along(0, at);
    case SC_ScrollBarAddPage:
        return along(at + thumb, length - at - thumb);
    default:
        return {};
    }
}

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter &painter) const
{
    QRectF thumb = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, nullptr);
    if (option.maximum <= option.minimum)
        return;
    thumb.adjust(2, 2, -2, -2);
    const bool hot = option.state & (State_MouseOver | State_Sunken);
    box(painter, thumb, {hot ? m_tokens.edge : blend(m_tokens.line, m_tokens.edge, 0.4), Qt::transparent, 3});
}

void Style::drawProgress(const QStyleOptionProgressBar &option, QPainter &painter) const
{
    QRectF groove = option.rect;
    groove.setTop(groove.center().y() - 3);
    groove.setHeight(6);
    box(painter, groove, {blend(m_tokens.sunken, m_tokens.edge, 0.25), Qt::transparent, 3});
    const int range = option.maximum - option.minimum;
    if (range <= 0)
        return;
    QRectF done = groove;
    done.setWidth(groove.width() * (option.progress - option.minimum) / range);
    if (option.direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    if (done.width() >= 6)
        box(painter, done, {m_tokens.accentFill, Qt::transparent, 3});
}

} // namespace kit
