// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/profile.h"
#include <optional>
#include <QList>
#include <QMap>

namespace pages {

// What is typed into the form of a new connection.
struct ConnectionDraft
{
    QString kind;
    QString address;
    QString name;
    Environment environment = Environment::Development;
    bool readOnly = false;
    QString caFile = {}; // PEM; empty: none
    QString proxy = {}; // "http://HOST:PORT", "none"; empty: as the system says
};

enum class DraftField { Address, Name, CaFile, Proxy };

// What an address most likely should be. Not every proposal has to be taken: a gateway may do without "/v1".
struct AddressProposal
{
    QString address;
    QString sentence; // what was seen
    bool must = false; // as it stands it cannot work
};
std::optional<AddressProposal> proposalFor(const QString &address);

// Why it cannot be saved yet, per field, with a value that would work. Empty: it can.
QMap<DraftField, QString> refusals(const ConnectionDraft &draft, const QList<Profile> &taken);
Profile profileOf(const ConnectionDraft &draft); // of a draft without refusals
QString exampleAddress();
QString nameFor(const QString &address); // a first suggestion: the host
QStringList offeredKinds(const QList<Profile> &taken); // one embedded gateway a data dir

} // namespace pages
