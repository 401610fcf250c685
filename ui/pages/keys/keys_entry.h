// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace workspace {
class Workspace;
}

namespace pages {

class Navigation;
class Page;

// For the catalog of pages: the keys of the open session.
Page *newKeysPage(workspace::Workspace &workspace, Navigation &navigation);

} // namespace pages
