// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <QColor>

class QWidget;

namespace kit {

enum class Scheme : quint8 { Light, Dark, HighContrast };

// Meaning-bearing colours of one palette. Widgets read them while painting, so a change of palette needs no bookkeeping.
struct Tokens
{
    Scheme scheme;
    QColor sunken, surface, raised, hover; // grounds, from low to high
    QColor line, edge; // hairline; boundary of a control (3:1)
    QColor text, muted, faint; // faint is for disabled things only
    QColor accent, accentFill, onAccent, accentSoft, focus;
    QColor ok, okSoft, warn, warnSoft, bad, badSoft, info, infoSoft, demo, demoSoft;
    QColor development, staging, production, onEnvironment;
    std::array<QColor, 12> series; // charts, in this order
    std::array<QColor, 7> heat; // heat map, from nothing to most
};

const Tokens &tokens(Scheme scheme);

// Tokens of the style that paints this widget (nullptr: of the application).
const Tokens &tokensOf(const QWidget *widget);

// The colours by name, for code that stores a choice instead of a value.
enum class Ink : quint8 { Text, Muted, Faint, Accent, OnAccent, Ok, Warn, Bad, Info, Demo, OnEnvironment };
QColor ink(const Tokens &tokens, Ink name);

enum class Environment : quint8 { Development, Staging, Production };
QColor environmentColor(const Tokens &tokens, Environment environment);

} // namespace kit
