// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/glyphs.h"
#include "kit/style.h"
#include "kit/type.h"

class QLabel;
class QPushButton;
class QTabBar;
class QToolButton;

// Native controls in the few forms the program uses.
namespace kit {

// Follows the palette by itself; inks other than muted, accent and bad read as text.
QLabel *label(const QString &text, Type type = Type::Body, Ink color = Ink::Text);
QLabel *elided(const QString &text, Type type = Type::Body,
    Ink color = Ink::Text); // one line, "…" and a tooltip when too long
QLabel *wrapped(const QString &text, Type type, Ink color = Ink::Text);
QLabel *paragraph(const QString &text, Ink color = Ink::Muted); // wrapped body text

QPushButton *button(const QString &text, Role role = Role::Normal);
QPushButton *button(Glyph glyph, const QString &text, Role role = Role::Normal);

// Views of one object inside a pane; long words are shortened, never scrolled away.
QTabBar *tabBar(const QString &name, const QStringList &titles);

// Square, no text; the verb is its tooltip and its accessible name.
QToolButton *iconButton(Glyph glyph, const QString &verb);

} // namespace kit
