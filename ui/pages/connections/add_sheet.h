// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kit {
class Sheet;
}
namespace workspace {
class Workspace;
}

namespace pages {

class Navigation;

// The form of a new connection, as a sheet over the window. It closes when the profile is kept. A link, or another text
// that says more than an address, fills it in.
kit::Sheet *openAddSheet(workspace::Workspace &workspace, Navigation &navigation, const QString &address);

} // namespace pages
