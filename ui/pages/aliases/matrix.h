// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"

// Aliases over channels: which channel serves which alias, on the gateway and with what is staged. Pure functions.
namespace pages {

struct ChannelColumn
{
    QString name;
    int weight = 0; // the channel's own, for all of its aliases
    int serves = 0; // aliases, on the gateway

    friend bool operator==(const ChannelColumn &, const ChannelColumn &) = default;
};
QList<ChannelColumn> channelsOf(const QList<Alias> &catalog); // by name

// One alias: as the gateway has it, and as it would be.
struct MatrixRow
{
    QString name;
    std::optional<Alias> before; // empty: it is staged as a new one
    std::optional<Alias> after; // empty: its removal is staged

    friend bool operator==(const MatrixRow &, const MatrixRow &) = default;
};
QList<MatrixRow> matrixRows(const QList<Alias> &catalog, const QList<changes::AliasChange> &staged);

struct MatrixCell
{
    bool served = false; // with what is staged
    bool staged = false; // not as on the gateway
    QString model; // asked for there; empty: it is not served

    friend bool operator==(const MatrixCell &, const MatrixCell &) = default;
};
MatrixCell cellOf(const MatrixRow &row, const QString &channel);

// The alias with this channel on where it was off, and off where it was on: what the gateway had of it comes back as it
// was. Without any channel it is removed.
changes::AliasChange toggled(const MatrixRow &row, const QString &channel);

} // namespace pages
