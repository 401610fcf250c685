// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/toast.h"
#include "shell/main_window.h"
#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QScrollArea>

// What a person does to the window, for the pictures: by object name, of what can be seen now.
namespace shell {

template<typename Widget>
Widget *find(MainWindow &window, const QString &name)
{
    for (Widget *each : window.findChildren<Widget *>(name))
        if (each->isVisible())
            return each;
    return nullptr;
}

inline void click(MainWindow &window, const QString &name)
{
    if (auto *button = find<QAbstractButton>(window, name))
        button->click();
}

inline void act(MainWindow &window, const QString &name)
{
    if (auto *action = window.findChild<QAction *>(name))
        action->trigger();
}

inline void type(MainWindow &window, const QString &name, const QString &text)
{
    if (auto *field = find<QLineEdit>(window, name))
        field->setText(text);
}

inline void bringUp(MainWindow &window, const QString &name)
{
    auto *field = find<QLineEdit>(window, name);
    for (auto *area : window.findChildren<QScrollArea *>())
        if (field && area->isAncestorOf(field))
            area->ensureWidgetVisible(field);
}

// A toast of the scene before would stand in the next one.
inline void putToastsAway(MainWindow &window)
{
    for (auto *toast : window.findChildren<kit::Toast *>())
        delete toast;
}

} // namespace shell
