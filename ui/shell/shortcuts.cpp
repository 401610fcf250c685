// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcuts.h"
#include "pages/page.h"
#include "shell/catalog.h"
#include "shell/main_window.h"
#include "shell/page_stack.h"
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace shell {

template<typename Act>
static void add(MainWindow &window, const QKeySequence &keys, Act act)
{
    QObject::connect(new QShortcut(keys, &window), &QShortcut::activated, &window, act);
}

// Keys that speak to the page in front, if there is one.
static void addForPage(MainWindow &window, const QKeySequence &keys, void (pages::Page::*act)())
{
    add(window, keys, [&window, act] {
        if (pages::Page *page = window.stack().current())
            (page->*act)();
    });
}

void addShortcuts(MainWindow &window)
{
    int number = 1;
    for (const PageLine &page : catalog()) {
        add(window, QKeySequence(u"Ctrl+%1"_s.arg(number++)), [&window, id = page.id] { window.open(id); });
        for (const Verb &verb : page.verbs)
            if (!verb.shortcut.isEmpty())
                add(window, QKeySequence(verb.shortcut),
                    [&window, id = page.id, does = verb.id] { window.perform(id, does); });
    }
    add(window, Qt::CTRL | Qt::Key_K, [&window] { window.openPalette(); });
    add(window, Qt::CTRL | Qt::Key_Q, [&window] { window.close(); });
    add(window, Qt::Key_F1, [&window] { window.openHelp(); });
    addForPage(window, Qt::Key_F5, &pages::Page::refresh);
    addForPage(window, QKeySequence::Find, &pages::Page::find);
    add(window, Qt::Key_Escape, [&window] {
        if (pages::Page *page = window.stack().current())
            page->back();
    });
}

} // namespace shell
