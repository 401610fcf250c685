// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/keys_entry.h"
#include "pages/keys/keys_page.h"
#include "workspace/workspace.h"

namespace pages {

Page *newKeysPage(workspace::Workspace &workspace, Navigation &navigation)
{
    workspace::Session &session = *workspace.session();
    const KeyPlace place = placeOf(session);
    auto tracer = std::make_unique<KeyTracer>(
        workspace.newExplorer(), std::make_unique<keys::KeyHistory>(workspace.store(), place.profileId));
    return new KeysPage(session.keys(), workspace.clock(), place, navigation, std::move(tracer));
}

} // namespace pages
