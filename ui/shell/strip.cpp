// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/strip.h"
#include "kit/environment_strip.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "workspace/workspace.h"
#include <QCoreApplication>

namespace shell {

static QString say(const char *text)
{
    return QCoreApplication::translate("shell::strip", text);
}

QWidget *stripFor(workspace::Session &session, pages::Navigation &)
{
    const Profile &profile = session.state().profile;
    if (profile.environment != Environment::Production)
        return new kit::EnvironmentStrip(
            pages::environmentColour(profile.environment), pages::environmentName(profile.environment), {});
    const QString note = profile.readOnly
        ? say(QT_TRANSLATE_NOOP("shell::strip", "%1 is locked for reading. Nothing here can change it."))
              .arg(profile.name)
        : say(QT_TRANSLATE_NOOP("shell::strip", "%1: changes here reach live callers.")).arg(profile.name);
    return new kit::EnvironmentStrip(
        kit::Environment::Production, say(QT_TRANSLATE_NOOP("shell::strip", "PRODUCTION")), note);
}

} // namespace shell
