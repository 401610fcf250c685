// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/tokens.h"
#include "kit/style.h"
#include <QApplication>
#include <QWidget>

namespace kit {

const Tokens &tokensOf(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *own = qobject_cast<const Style *>(style))
        return own->tokens();
    return tokens(Scheme::Light);
}

QColor ink(const Tokens &t, Ink name)
{
    switch (name) {
    case Ink::Text:
        return t.text;
    case Ink::Muted:
        return t.muted;
    case Ink::Faint:
        return t.faint;
    case Ink::Accent:
        return t.accent;
    case Ink::OnAccent:
        return t.onAccent;
    case Ink::Ok:
        return t.ok;
    case Ink::Warn:
        return t.warn;
    case Ink::Bad:
        return t.bad;
    case Ink::Info:
        return t.info;
    case Ink::Demo:
        return t.demo;
    case Ink::OnEnvironment:
        return t.onEnvironment;
    }
    return t.text;
}

QColor environmentColor(const Tokens &t, Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return t.development;
    case Environment::Staging:
        return t.staging;
    case Environment::Production:
        return t.production;
    }
    return t.production;
}

} // namespace kit
