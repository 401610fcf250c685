// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/looks.h"
#include "shell/look.h"
#include <QApplication>
#include <QEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace shell {

static const QString place = u"window/look"_s;

Looks::Looks(QApplication &app, QSettings &settings, Desktop desktop)
    : m_app(app), m_settings(settings), m_desktop(std::move(desktop))
{
    dress(true);
    app.installEventFilter(this);
}

QString Looks::chosen() const
{
    const QString name = m_settings.value(place).toString();
    return schemeNamed(name) ? name : QString();
}

void Looks::choose(const QString &name)
{
    m_settings.setValue(place, schemeNamed(name) ? name : QString());
    m_held.reset();
    dress(false);
}

void Looks::hold(kit::Scheme scheme)
{
    m_held = scheme;
    dress(false);
}

// Windows are told of the desktop's change, one after the other.
bool Looks::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_dressing)
        dress(false);
    return false;
}

QPalette Looks::desktopPalette()
{
    const QPalette own = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    QApplication::setPalette(own);
    return desktop;
}

void Looks::dress(bool always)
{
    m_dressing = true;
    const std::optional<kit::Scheme> wanted = m_held ? m_held : schemeNamed(chosen());
    const kit::Scheme next = wanted ? *wanted : schemeOf(m_desktop());
    if (always || next != m_scheme)
        kit::apply(m_app, {next, false});
    m_scheme = next;
    m_dressing = false;
}

} // namespace shell
