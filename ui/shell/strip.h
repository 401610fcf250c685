// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;
namespace pages {
class Navigation;
}
namespace workspace {
class Session;
}

namespace shell {

// The first line of the window: a full band with words for production, a thin strip for the rest.
QWidget *stripFor(workspace::Session &session, pages::Navigation &navigation);

} // namespace shell
