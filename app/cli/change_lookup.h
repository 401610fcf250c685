// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/change_view.h"
#include "cli/command.h"
#include "cli/opened.h"
#include "workspace/change_service.h"

namespace cli {

// A change set and a session on its profile; nothing is asked of the gateway yet.
struct FoundSet
{
    workspace::LiveSession *session = nullptr;
    changes::ChangeSet set;
};
// The set that the first word numbers, of whatever profile; --profile must agree.
Task<Maybe<FoundSet>> findSet(Context &context, QString what);
// The id of the profile that --profile names, once the data dir is open; empty: every profile is meant.
Task<Maybe<QString>> profileMeant(Context &context);
// The name of a profile; of one that was removed its id. The data dir is open.
QString profileName(Context &context, const QString &id);

} // namespace cli
