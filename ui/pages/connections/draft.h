// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "domain/profile.h"
#include <QList>
#include <QMap>

namespace pages {

// What is typed into the form of a new connection.
struct ConnectionDraft
{
    QString kind; // empty: not chosen, kept as OpenAI-compatible
    QString address;
    QString name;
    Environment environment = Environment::Development;
    bool readOnly = false;
    QString caFile = {}; // PEM; empty: none
    QString proxy = {}; // "http://HOST:PORT", "none"; empty: as the system says
    QString adminAddress = {}; // empty: follows from the address
    QString userId = {};
    QString clientCert = {}; // PEM; empty: none
    QString clientKey = {};
    Secret clientKeyPass = {}; // empty: the key is not encrypted
};

enum class DraftField { Address, AdminAddress, Name, CaFile, ClientCert, ClientKey, Proxy };

// Why it cannot be saved yet, per field, with a value that would work. Empty: it can.
QMap<DraftField, QString> refusals(const ConnectionDraft &draft, const QList<Profile> &taken);
Profile profileOf(const ConnectionDraft &draft); // of a draft without refusals
QString exampleAddress();
QStringList offeredKinds(const QList<Profile> &taken); // of the registry; one embedded gateway a data dir
// What the fields of a kind are for.
bool hasAdminApi(const QString &kind);
bool needsUserId(const QString &kind);
QString adminKeyHint(const QString &kind); // where its people find it
QString dataKeyHint(const QString &kind);

} // namespace pages
