// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/command_palette.h"

namespace workspace {
class Workspace;
}

namespace shell {

class MainWindow;

// What the command palette offers now: pages, their verbs, connections, and the keys of this gateway by name.
QList<kit::Command> commandsOf(workspace::Workspace &workspace);
// Does the command of that id.
void obey(MainWindow &window, const QString &id);

} // namespace shell
