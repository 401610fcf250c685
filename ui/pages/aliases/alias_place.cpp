// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/alias_place.h"
#include "workspace/workspace.h"
#include <QCoreApplication>

namespace pages {

namespace {

using gateway::Feature;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::AliasPlace)
};

QString lack(const AliasPlace &place, AliasPart part)
{
    const bool channels = place.form.channels;
    switch (part) {
    case AliasPart::Families:
        return Words::tr("%1 tells the endpoint families by itself.");
    case AliasPart::Order:
        return channels ? Words::tr("%1 orders routes by the priority of their channels.")
                        : Words::tr("%1 draws a route by weight; the order means nothing there.");
    case AliasPart::Weight:
        return channels ? Words::tr("A weight of %1 belongs to the channel, with all of its aliases.")
                        : Words::tr("%1 keeps no weight of a route.");
    case AliasPart::Strategy:
        return channels ? Words::tr("With %1 it follows from the channels' priorities and weights.")
                        : Words::tr("%1 has one strategy for all aliases.");
    case AliasPart::Context:
        return Words::tr("%1 keeps no longest input of an alias.");
    case AliasPart::Price:
    case AliasPart::Fallbacks:
        break; // features, worded with the others
    }
    return {};
}

bool holds(const gateway::AliasForm &form, AliasPart part)
{
    switch (part) {
    case AliasPart::Families:
        return form.families != gateway::AliasForm::Families::None;
    case AliasPart::Order:
        return form.ordersRoutes;
    case AliasPart::Weight:
        return form.weighsRoutes;
    case AliasPart::Strategy:
        return form.choosesStrategy;
    case AliasPart::Context:
        return form.holdsContext;
    case AliasPart::Price:
    case AliasPart::Fallbacks:
        break;
    }
    return true;
}

} // namespace

AliasPlace aliasPlaceOf(workspace::Session &session)
{
    AliasPlace place{placeOf(session)};
    place.offline = std::exchange(place.at.saidOffline, [] { return false; });
    if (const gateway::Adapter *adapter = gateway::adapterOf(session.state().profile.kind))
        place.form = adapter->aliasForm;
    return place;
}

QString reasonAgainstAliasEdit(const AliasPlace &place)
{
    return reasonAgainst(place.at, Feature::EditAliases);
}

QString reasonAgainst(const AliasPlace &place, AliasPart part)
{
    if (part == AliasPart::Price)
        return reasonAgainst(place.at, Feature::AliasPrices);
    if (part == AliasPart::Fallbacks)
        return reasonAgainst(place.at, Feature::AliasFallbacks);
    return holds(place.form, part) ? QString() : lack(place, part).arg(place.at.gateway);
}

} // namespace pages
