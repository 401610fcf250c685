// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/style.h"
#include <optional>
#include <QPalette>
#include <QString>

class QCoreApplication;
class QSettings;

// What the whole program looks like and which language it speaks, before the window is there.
namespace shell {

std::optional<kit::Scheme> schemeNamed(const QString &name); // light, dark, contrast
kit::Scheme schemeOf(const QPalette &desktop); // Qt 6.4 has no hint: by lightness and contrast of the desktop's palette
// The program's translations and Qt's own, for a locale such as "en_XA"; empty: the system's. It becomes the default.
// `folder` is where the compiled translations lie.
void speak(QCoreApplication &app, const QString &locale, const QString &folder = QStringLiteral(":/i18n"));

// Keeps the window's size and place in settings.ini.
void rememberPlace(QWidget &window, QSettings &settings);

} // namespace shell
