// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

namespace workspace {

text::Attempt Session::attempt(const QString &intent) const
{
    const Profile &profile = state().profile;
    return {intent, profile.name, profile.adminUrl.isEmpty() ? profile.dataUrl : profile.adminUrl};
}

} // namespace workspace
