// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QWidget;

namespace shell {

// Shows the help of a page (":/help/<page>.md", else the general one) in a sheet over the window.
void showHelp(const QString &page, QWidget *window);

} // namespace shell
