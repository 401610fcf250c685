// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/figure.h"
#include "kit/heat_map.h"
#include "kit/mark_chart.h"
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

// Goes through a window with the keyboard alone, for tests that hold for every page.
namespace walk {

template<typename... Kind>
bool isOneOf(const QWidget *widget)
{
    return ((qobject_cast<const Kind *>(widget) != nullptr) || ...);
}

inline QString nameOf(const QWidget *widget)
{
    const QString text =
        isOneOf<QAbstractButton>(widget) ? static_cast<const QAbstractButton *>(widget)->text() : QString();
    const QStringList words{
        QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), text, widget->accessibleName()};
    return words.join(u' ').simplified();
}

// A part of a control that has a keyboard of its own: the field of a spin box, a header, the cross in a field.
inline bool isPart(const QWidget *widget)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        if (isOneOf<QAbstractItemView, QComboBox, QAbstractSpinBox, QLineEdit, QTabBar>(above))
            return true;
    return false;
}

// What is there to be used: buttons, figures with a verb, fields, lists, tables, texts to copy from, charts.
inline QList<QWidget *> controls(const QWidget &root)
{
    QList<QWidget *> out;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const bool known = isOneOf<QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView,
            QPlainTextEdit, QTextEdit, QTabBar, kit::MarkChart, kit::HeatMap>(widget);
        const bool shown = widget->isVisible() && widget->isEnabled();
        const bool inert = widget->testAttribute(Qt::WA_TransparentForMouseEvents); // a figure that is no link
        if ((known || widget->focusPolicy() & Qt::TabFocus) && shown && !inert && !isPart(widget))
            out << widget;
    }
    return out;
}

inline void press(Qt::Key key, const QString &text = {})
{
    if (QWidget *at = QApplication::focusWidget())
        text.isEmpty() ? QTest::keyClick(at, key) : QTest::keyClicks(at, text);
}

// Everything that gets the focus in turn, from where it is in there until it comes round; or until it no longer moves.
inline QList<QWidget *> tabThrough(QWidget &root)
{
    QList<QWidget *> seen;
    if (QWidget *at = QApplication::focusWidget(); at && !root.isAncestorOf(at))
        at->clearFocus();
    for (int most = 500; most > 0; --most) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before ? before : &root, Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (!now || seen.contains(now))
            break;
        seen << now;
    }
    return seen;
}

// Of several of which one is chosen, Tab reaches one and the arrow keys reach the others.
inline QList<QWidget *> standingFor(QWidget *control)
{
    while (control->focusProxy())
        control = control->focusProxy();
    QList<QWidget *> out{control};
    const auto *button = qobject_cast<QAbstractButton *>(control);
    if (button && button->group() && button->group()->exclusive())
        for (QAbstractButton *mate : button->group()->buttons())
            out << mate;
    return out;
}

inline QStringList unreached(QWidget &root)
{
    const QList<QWidget *> seen = tabThrough(root);
    QStringList out;
    for (QWidget *control : controls(root)) {
        const auto all = standingFor(control);
        if (std::none_of(all.cbegin(), all.cend(), [&](QWidget *each) { return seen.contains(each); }))
            out << nameOf(control);
    }
    return out;
}

// Does the widget itself take this key?
inline bool takes(QWidget *widget, Qt::Key key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    static_cast<QObject *>(widget)->event(&press);
    return press.isAccepted();
}

// Goes down with Space and is let go with Esc, so that nothing is done; a figure takes Return too.
inline bool answers(QAbstractButton *button)
{
    const QSignalBlocker silent(button);
    takes(button, Qt::Key_Space);
    const bool down = button->isDown();
    takes(button, Qt::Key_Escape);
    return down && !button->isDown() && (!isOneOf<kit::Figure>(button) || takes(button, Qt::Key_Return));
}

inline bool answers(kit::MarkChart *chart)
{
    chart->reach(-1);
    takes(chart, Qt::Key_Right);
    const bool walked = chart->reached() == 0;
    chart->reach(-1);
    return walked || chart->values().marks.isEmpty();
}

// Controls that have the focus and do nothing with the keys that belong to them.
inline QStringList deaf(const QWidget &root)
{
    QStringList out;
    for (QWidget *control : controls(root)) {
        bool hears = true;
        if (auto *button = qobject_cast<QAbstractButton *>(control))
            hears = answers(button);
        if (auto *chart = qobject_cast<kit::MarkChart *>(control))
            hears = answers(chart);
        if (auto *list = qobject_cast<QAbstractItemView *>(control); list && list->model() && list->focusPolicy()) {
            list->setFocus(Qt::TabFocusReason);
            hears = list->model()->rowCount() == 0 || list->currentIndex().isValid();
        }
        if (!hears)
            out << nameOf(control);
    }
    return out;
}

// Tabs on until the widget of this name has the focus.
inline bool tabTo(const QString &name)
{
    for (int most = 200; most > 0; --most) {
        const QWidget *at = QApplication::focusWidget();
        if (!at || at->objectName() == name)
            return at;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace walk
