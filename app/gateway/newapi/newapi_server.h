// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/features.h"
#include "gateway/newapi/newapi_envelope.h"
#include <QStringList>

// What a server of this family is and whose token asks it, read from its answers (contract 0.2 and 4). Pure functions.
namespace gateway::newapi {

enum class Generation {
    OneApi, // lists are bare arrays from page 0, keys in clear, no groups
    Old, // New API of 2025-04: arrays, keys in clear, rows without request ids
    Current, // lists tell their page, keys masked since 2026-03
    Flatkey, // a fork of it: a create answers with the secret
};

constexpr int oldNameLimit = 30; // of a key, in bytes: One API and old New API (contract 3.1)

struct Server
{
    Generation generation = Generation::Current;
    QString version; // empty: an unstamped build
    QStringList evidence;
    qint64 quotaPerUnit = 0; // of one USD
    bool namesRequests = true; // its usage rows have the request ids of its answers (New API since v0.10.8)
    bool selfUse = false; // calls of models without a price are served

    bool pagesFromZero() const { return generation == Generation::OneApi || generation == Generation::Old; }
    bool followsChains() const { return !pagesFromZero(); } // of model mappings; else one step
    QString says() const; // which generation, and what says so
    // Those that name no requests may be from before v0.10.0, or v0.10.1: names of 30 bytes, single addresses.
    int longestName() const { return pagesFromZero() || !namesRequests ? oldNameLimit : 50; }
    bool takesNetworks() const { return generation != Generation::Old && namesRequests; } // of keys, not only addresses
};
// From GET /api/status. NotAGateway: it answers, but is none of this family.
Result<Server> readStatus(const net::Exchange &answer);
// From its first key list: tells old and current ones apart, and those of 2025 (keys in clear) from later ones.
Server seenList(Server server, const ListPage &keys);

// Who the access token belongs to.
struct Account
{
    QString id;
    QString name;
    QString group;
    qint64 role = 0; // 1 common, 10 admin, 100 root
    qint64 quota = 0; // the wallet
    qint64 used = 0;
    bool readsChannels = false;
    bool writesChannels = false;

    bool isAdmin() const { return role >= 10; }
    bool isRoot() const { return role >= 100; }
};
Result<Account> readAccount(const QByteArray &body); // GET /api/user/self

// Prices are options, which root alone may read and write (contract 5.5); One API tells no list of prices to read back.
bool writesPrices(const Server &server, const Account &account);

Features widest();
Features featuresOf(const Server &server, const Account &account);

} // namespace gateway::newapi
