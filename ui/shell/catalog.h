// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/glyphs.h"
#include <QKeySequence>
#include <QList>

namespace pages {
class Navigation;
class Page;
} // namespace pages
namespace workspace {
class Workspace;
}

namespace shell {

// Something a page can do, offered in the command palette and by its shortcut.
struct Verb
{
    QString id;
    kit::Glyph glyph = kit::Glyph::Terminal;
    QString title; // "Create key…"
    QString shortcut; // portable text; empty: none
};

// One page as the frame knows it.
struct PageLine
{
    QString id;
    QString title;
    kit::Glyph glyph = kit::Glyph::Idle;
    QString group; // of the side bar
    pages::Page *(*make)(workspace::Workspace &, pages::Navigation &) = nullptr;
    QList<Verb> verbs;
};

// Every page, in the order of the side bar; Ctrl+1 is the first. In the language of the moment.
QList<PageLine> catalog();

} // namespace shell
