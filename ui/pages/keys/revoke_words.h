// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "kit/status.h"
#include "workspace/owner_revocation.h"

// What is said of an emergency revoke. Pure functions.
namespace pages {

// One key, or a connection as a whole, as the list shows it.
struct RevokedRow
{
    QString id;
    QString connection;
    QString key; // empty: none could be asked for
    kit::Status status = kit::Status::Pending;
    QString word; // "disabled"
    QString why; // it was not

    friend bool operator==(const RevokedRow &, const RevokedRow &) = default;
};
QList<RevokedRow> revokedRows(const QList<workspace::RevokedLine> &lines);

struct RevokedSaid
{
    kit::Status status = kit::Status::Running;
    QString word;
    QString sentence; // "3 keys disabled, 1 failed."
    QString advice; // what follows from it; empty: nothing
    bool retries = false; // something failed and can be tried again
    bool proves = false; // a key was found: that it is refused can be proven

    friend bool operator==(const RevokedSaid &, const RevokedSaid &) = default;
};
RevokedSaid saidOf(const workspace::OwnerRevocation::State &state);

// "acme-staging (staging), acme-prod (production)"
QString connectionsInWords(const QList<Profile> &profiles);
bool anyProduction(const QList<Profile> &profiles);
QStringList ownersOf(const QList<Key> &keys); // each once, in order

class RevokedModel final : public kit::RowModel<RevokedRow>
{
    Q_OBJECT

public:
    enum Column { Connection, KeyName, Result, Why };
    RevokedModel();
};

} // namespace pages
