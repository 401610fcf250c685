// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QUrl>

// How careful the program is with a gateway, and its colour in the window.
enum class Environment { Development, Staging, Production };

// The stored record of a gateway: how to reach it, never its secrets. The window says "connection".
struct Profile
{
    QString id; // ULID
    QString name; // unique
    QString kind; // "embedded", "plain_openai", ... (cli.md)
    QUrl dataUrl; // for clients; ends in /v1 where the gateway wants it
    QUrl adminUrl; // empty: the kind has none
    QString userId; // of the user whom the admin secret belongs to; empty: not known, or the kind has none
    bool userIdTold = false; // by the gateway, not by a person: with another admin secret it is void
    QString adminKeyRef; // "vault:ID", "env:VAR" or "file:PATH"; empty: none
    QString dataKeyRef;
    Environment environment = Environment::Development;
    bool readOnly = false;
    bool isDefault = false;
    QString timeZone; // IANA id; empty: the system's
    QString caFile; // PEM with the authorities that may vouch for this gateway, beside the system's; empty: none
    QString clientCertFile; // PEM, shown to a server that asks for it; empty: none
    QString clientKeyFile; // PEM, its private key
    QString clientKeyPassRef; // where the key's passphrase lies; empty: the key has none
    QString proxy; // HTTP proxy before it, "http://HOST:PORT"; "none": no proxy; empty: as the system says

    friend bool operator==(const Profile &, const Profile &) = default;
};
