// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/style.h"
#include "kit/icons.h"
#include "kit/palette.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace kit {

static constexpr const char *roleProperty = "kitRole";
static constexpr const char *invalidProperty = "kitInvalid";

void setRole(QWidget *button, Role role)
{
    button->setProperty(roleProperty, int(role));
    button->update();
}

Role roleOf(const QWidget *button)
{
    return button ? Role(button->property(roleProperty).toInt()) : Role::Normal;
}

void setInvalid(QWidget *field, bool invalid)
{
    field->setProperty(invalidProperty, invalid);
    field->update();
}

void apply(QApplication &app, Theme theme)
{
    auto *style = new Style(theme);
    app.setStyle(style);
    app.setPalette(paletteOf(style->tokens()));
}

Style::Style(Theme theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_tokens(kit::tokens(theme.scheme))
    , m_reducedMotion(theme.reducedMotion)
{}

// Qt's own pictures, where a native dialog or field would show them.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_MessageBoxInformation:
        return icon(Glyph::Info, Ink::Info);
    case SP_MessageBoxWarning:
        return icon(Glyph::Warn, Ink::Warn);
    case SP_MessageBoxCritical:
        return icon(Glyph::Bad, Ink::Bad);
    case SP_MessageBoxQuestion:
        return icon(Glyph::Help, Ink::Accent);
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icon(Glyph::Close, Ink::Muted);
    case SP_ArrowLeft:
        return icon(Glyph::ChevronLeft, Ink::Text);
    case SP_ArrowRight:
        return icon(Glyph::ChevronRight, Ink::Text);
    case SP_BrowserReload:
        return icon(Glyph::Refresh, Ink::Muted);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

QPalette Style::standardPalette() const
{
    return paletteOf(m_tokens);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QTabBar *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
    case PM_HeaderMargin:
        return space::s;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return iconSide();
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_SplitterWidth:
        return 5;
    case PM_MenuPanelWidth:
        return space::xs;
    case PM_MessageBoxIconSize:
        return 32;
    case PM_HeaderMarkSize:
        return 12;
    case PM_FocusFrameHMargin:
        return space::s - 2;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_TitleBar_NoBorder:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_MovementWithoutUpdatingSelection:
        return 1;
    case SH_Widget_Animation_Duration:
        return m_reducedMotion ? 0 : 120;
    case SH_BlinkCursorWhenTextSelected:
        return 0;
    case SH_Table_GridLineColor:
        return int(m_tokens.line.rgb());
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &inner, const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, inner, widget);
    const int text = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton:
        return {inner.width() + 2 * space::m, qMax(space::control, text + 10)};
    case CT_LineEdit:
    case CT_SpinBox:
        return {size.width(), qMax(space::control, text + 10)};
    case CT_ComboBox:
        return {size.width() + space::s, qMax(space::control, text + 10)};
    case CT_ToolButton:
        return {qMax(size.width(), space::control), qMax(space::control, inner.height() + 10)};
    case CT_MenuItem:
        return {
            size.width() + space::s, size.height() < space::s + 3 ? size.height() + 4 : qMax(space::control, text + 8)};
    case CT_HeaderSection:
        return {size.width() + space::s, qMax(space::control, text + 10)};
    case CT_ItemViewItem:
        return {size.width(), qMax(size.height(), qMax(space::rowCompact, text + 8))};
    case CT_TabBarTab:
        return {size.width() + space::xs, qMax(space::row, text + 12)};
    default:
        return size;
    }
}

} // namespace kit
