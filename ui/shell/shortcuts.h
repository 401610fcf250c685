// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace shell {

class MainWindow;

// Ctrl+1 to 9, Ctrl+K, Ctrl+F, F1, F5, Esc, and the shortcuts of the catalog's verbs.
void addShortcuts(MainWindow &window);

} // namespace shell
