// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/zone.h"

namespace pages {

QTimeZone zoneOf(const Profile &profile)
{
    const QTimeZone named(profile.timeZone.toUtf8());
    return profile.timeZone.isEmpty() || !named.isValid() ? QTimeZone::systemTimeZone() : named;
}

} // namespace pages
