// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/keys_entry.h"
#include "pages/keys/keys_page.h"
#include "pages/words.h"
#include "workspace/workspace.h"

namespace pages {

using workspace::Session;

static QTimeZone zoneOf(const Profile &profile)
{
    const QTimeZone zone(profile.timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

Page *newKeysPage(workspace::Workspace &workspace, Navigation &navigation)
{
    Session &session = *workspace.session();
    const Profile &profile = session.state().profile;
    KeyPlace place;
    place.profileId = profile.id;
    place.profile = profile.name;
    place.gateway = kindName(profile.kind);
    place.dataUrl = profile.dataUrl;
    place.environment = profile.environment;
    place.readOnly = profile.readOnly;
    place.zone = zoneOf(profile);
    place.features = session.features();
    place.saidOffline = [&session] { return session.state().reach == Session::Reach::Offline; };
    auto tracer = std::make_unique<KeyTracer>(
        workspace.newExplorer(), std::make_unique<keys::KeyHistory>(workspace.store(), profile.id));
    return new KeysPage(session.keys(), workspace.clock(), place, navigation, std::move(tracer));
}

} // namespace pages
