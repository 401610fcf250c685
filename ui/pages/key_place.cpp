// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/key_place.h"
#include "pages/words.h"
#include "pages/zone.h"
#include "workspace/change_service.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QLocale>

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
    case Feature::BudgetRaise:
        return Words::tr("%1 cannot raise a budget for some time.");
    case Feature::SoftThresholds:
        return Words::tr("%1 does not warn before a budget is spent.");
    case Feature::FamilyScope:
        return Words::tr("%1 cannot limit a key to some endpoint families.");
    case Feature::UpstreamScope:
        return Words::tr("%1 cannot limit a key to some upstreams.");
    case Feature::NetworkScope:
        return Words::tr("%1 cannot limit where a key is used from.");
    case Feature::RequestRate:
        return Words::tr("%1 cannot limit the requests of a key in a minute.");
    case Feature::TokenRate:
        return Words::tr("%1 cannot limit the tokens of a key in a minute.");
    case Feature::ParallelCalls:
        return Words::tr("%1 cannot limit how many calls of a key run at a time.");
    case Feature::RotateKey:
        return Words::tr("%1 cannot give a key a new secret.");
    case Feature::RevealKey:
        return Words::tr("%1 shows the secret of a key only once.");
    case Feature::GroupScope:
        return Words::tr("%1 has no groups of keys.");
    case Feature::ListAliases:
        return Words::tr("%1 does not tell which aliases it has.");
    case Feature::EditAliases:
        return Words::tr("%1 cannot change its aliases.");
    case Feature::AliasPrices:
        return Words::tr("%1 cannot change the price of an alias.");
    case Feature::AliasFallbacks:
        return Words::tr("%1 has no fallbacks of an alias.");
    case Feature::UsageTotals:
        return Words::tr("%1 does not tell sums of its own.");
    case Feature::Allowances:
        return Words::tr("%1 does not tell what is left to spend.");
    case Feature::UsageRows:
    case Feature::UsageByRequest:
        return Words::tr("%1 does not tell its calls one by one.");
    case Feature::Passport:
        return Words::tr("%1 has no room for who a key belongs to.");
    default: // what is no lack of a gateway
        break;
    }
    return Words::tr("%1 cannot do this.");
}

// The short name of a limit, for a list of them.
QString limitName(Feature feature)
{
    switch (feature) {
    case Feature::FamilyScope:
        return Words::tr("endpoint families");
    case Feature::UpstreamScope:
        return Words::tr("upstreams");
    case Feature::NetworkScope:
        return Words::tr("addresses");
    case Feature::RequestRate:
        return Words::tr("requests a minute");
    case Feature::TokenRate:
        return Words::tr("tokens a minute");
    case Feature::ParallelCalls:
        return Words::tr("calls at a time");
    case Feature::SoftThresholds:
        return Words::tr("warnings before a budget is spent");
    default:
        return {};
    }
}

bool writes(Feature feature)
{
    return feature != Feature::ListKeys && feature != Feature::ListAliases && feature != Feature::UsageRows;
}

} // namespace

static QString addressNote(const QString &kind)
{
    const gateway::Adapter *adapter = gateway::adapterOf(kind);
    switch (adapter ? adapter->keyForm.address : gateway::KeyForm::Address::Unknown) {
    case gateway::KeyForm::Address::Connection:
        return Words::tr("The gateway looks at the connection itself, which no header can forge.");
    case gateway::KeyForm::Address::Header:
        return Words::tr("The gateway believes the header X-Forwarded-For: who can write it comes from any address. "
                         "Newer versions believe it from private addresses only.");
    case gateway::KeyForm::Address::Unknown:
        break;
    }
    return Words::tr("Whether a header can forge the address is not known of this gateway.");
}

KeyPlace placeOf(workspace::Session &session)
{
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
    place.addressNote = addressNote(profile.kind);
    place.stage = [&session](const QList<changes::Edit> &edits) { session.changes().stage(edits); };
    if (place.features.has(Feature::UsageRows))
        place.guards = &session.guards();
    place.saidOffline = [&session] { return session.state().reach == workspace::Session::Reach::Offline; };
    return place;
}

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
    if (writes(feature) && place.saidOffline())
        return Words::tr("The gateway cannot be reached, so nothing can be changed now.");
    return {};
}

QString gapsOf(const KeyPlace &place, std::initializer_list<Feature> limits)
{
    QList<Feature> missing;
    QStringList names;
    for (const Feature limit : limits)
        if (!place.features.has(limit)) {
            missing << limit;
            names << limitName(limit);
        }
    if (missing.size() < 2)
        return missing.isEmpty() ? QString() : lack(missing.first()).arg(place.gateway);
    return Words::tr("Keys of %1 have no limits for %2.").arg(place.gateway, QLocale().createSeparatedList(names));
}

// Who can switch a key off can write its settings.
QString reasonAgainstEdit(const KeyPlace &place)
{
    if (!place.features.has(Feature::DisableKey))
        return Words::tr("%1 cannot change a key.").arg(place.gateway);
    return reasonAgainst(place, Feature::DisableKey);
}

QString reasonAgainstRotation(const KeyPlace &place)
{
    const QString secret = reasonAgainst(place, Feature::RotateKey);
    return secret.isEmpty() || reasonAgainst(place, Feature::CreateKey).isEmpty() ? QString() : secret;
}

} // namespace pages
