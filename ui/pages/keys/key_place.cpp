// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_place.h"
#include <QCoreApplication>

namespace pages {

namespace {

using gateway::Feature;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyPlace)
};

QString lack(Feature feature)
{
    switch (feature) {
    case Feature::ListKeys:
        return Words::tr("%1 does not tell which keys it has.");
    case Feature::CreateKey:
        return Words::tr("%1 cannot create keys.");
    case Feature::DisableKey:
        return Words::tr("%1 cannot disable a key.");
    case Feature::DeleteKey:
        return Words::tr("%1 cannot delete a key.");
    case Feature::ModelScope:
        return Words::tr("%1 cannot limit a key to some aliases.");
    case Feature::KeyExpiry:
        return Words::tr("Keys of %1 never expire.");
    case Feature::Budget:
        return Words::tr("%1 cannot limit the spend of a key.");
    case Feature::BudgetWindows:
        return Words::tr("%1 can limit the spend of a key only in all.");
    case Feature::Passport:
        return Words::tr("%1 has no room for who a key belongs to.");
    default:
        return Words::tr("%1 cannot do this.");
    }
}

bool writes(Feature feature)
{
    return feature != Feature::ListKeys && feature != Feature::ListAliases && feature != Feature::UsageRows;
}

} // namespace

text::Attempt attemptOn(const KeyPlace &place)
{
    return {{}, place.profile, {}};
}

QString reasonAgainst(const KeyPlace &place, Feature feature)
{
    if (!place.features.has(feature))
        return lack(feature).arg(place.gateway);
    if (place.readOnly && writes(feature))
        return Words::tr("The connection “%1” is for reading only.").arg(place.profile);
    return {};
}

// Who can switch a key off can write its settings.
QString reasonAgainstEdit(const KeyPlace &place)
{
    if (!place.features.has(Feature::DisableKey))
        return Words::tr("%1 cannot change a key.").arg(place.gateway);
    return reasonAgainst(place, Feature::DisableKey);
}

} // namespace pages
