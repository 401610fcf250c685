// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/style.h"
#include "kit/type.h"
#include <QCheckBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyleOption>
#include <QToolButton>

// Which element is painted by whom; what is not named here stays Fusion's.
namespace kit {

bool Style::drawArrow(PrimitiveElement element, const QStyleOption &option, QPainter &painter) const
{
    Glyph glyph = Glyph::ChevronDown;
    switch (element) {
    case PE_IndicatorArrowDown:
        break;
    case PE_IndicatorArrowUp:
        glyph = Glyph::ChevronUp;
        break;
    case PE_IndicatorArrowLeft:
        glyph = Glyph::ChevronLeft;
        break;
    case PE_IndicatorArrowRight:
        glyph = Glyph::ChevronRight;
        break;
    case PE_IndicatorBranch:
        if (!(option.state & State_Children))
            return true;
        glyph = option.state & State_Open ? Glyph::ChevronDown : Glyph::ChevronRight;
        break;
    default:
        return false;
    }
    paintGlyph(painter, glyph, centred(option.rect, iconSide() - 4),
        option.state & State_Enabled ? m_tokens.muted : m_tokens.faint);
    return true;
}

// A box one can write into has the border of a field.
static bool writable(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && !text->isReadOnly();
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (drawArrow(element, *option, *painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        return drawPushButton(*option, *painter, widget);
    case PE_PanelButtonTool:
        return drawToolButton(*option, *painter, widget);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(*option, *painter, widget);
        return;
    case PE_FrameFocusRect: // buttons, rows and tabs paint their own ring
        if (qobject_cast<const QToolButton *>(widget))
            focusRing(*painter, m_tokens, widget->rect(), space::radius);
        else if (qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget))
            focusRing(*painter, m_tokens, QRectF(option->rect).adjusted(-1, 0, 1, 0), space::radiusSmall);
        return;
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
        return;
    case PE_FrameTabBarBase:
        return painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_tokens.line);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(*option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadio(*option, *painter);
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawRow(*item, *painter, widget);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        return box(*painter, option->rect,
            {m_tokens.raised, m_tokens.edge, element == PE_PanelTipLabel ? space::radiusSmall : 0});
    case PE_Frame:
        return box(
            *painter, option->rect, {Qt::transparent, writable(widget) ? m_tokens.edge : m_tokens.line, space::hair});
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && element == CE_MenuItem)
        return drawMenuItem(*item, *painter, widget);
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == CE_Header || element == CE_HeaderSection)
            drawHeader(*header, *painter);
        if (element == CE_Header || element == CE_HeaderLabel)
            drawHeaderText(*header, *painter);
        if (element == CE_Header || element == CE_HeaderSection || element == CE_HeaderLabel)
            return;
    }
    if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option); tab && element == CE_TabBarTabShape)
        return drawTab(*tab, *painter);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && element == CE_ProgressBar)
        return drawProgress(*bar, *painter);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel)
        return drawButtonLabel(*button, *painter, widget);
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        tool && element == CE_ToolButtonLabel) {
        QStyleOptionToolButton copy = *tool;
        if (roleOf(widget) != Role::Normal)
            copy.palette.setColor(QPalette::ButtonText, buttonInk(m_tokens, roleOf(widget), tool->state));
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (const auto *cell = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        cell && element == CE_ItemViewItem) {
        QStyleOptionViewItem copy = *cell;
        copy.palette.setColor(QPalette::HighlightedText, cell->palette.color(QPalette::Text));
        return QProxyStyle::drawControl(element, &copy, painter, widget);
    }
    if (element == CE_HeaderEmptyArea)
        return drawHeaderGround(option->rect, *painter);
    if (element == CE_Splitter) {
        const QRect r = option->rect;
        const bool across = option->state & State_Horizontal;
        const QRectF grip(
            r.center().x() - (across ? 1 : 14), r.center().y() - (across ? 14 : 1), across ? 3 : 28, across ? 28 : 3);
        return box(*painter, grip,
            {option->state & State_MouseOver ? m_tokens.accent : blend(m_tokens.line, m_tokens.edge, 0.3),
                Qt::transparent, 1.5});
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return drawScrollBar(*bar, *painter);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return drawCombo(*combo, *painter, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return drawSpin(*spin, *painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace kit
