// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key_standing.h"
#include "gateway/admin.h"

namespace gateway {

// What a key is told about itself, by one request each time: who asks spaces them. An answer that needs several requests
// is partial until they were made, and is renewed in turn. Unsupported: this gateway, or this key, is told nothing.
// Main thread.
class OwnKey
{
public:
    virtual ~OwnKey() = default;
    virtual Task<Result<KeyStanding>> ask() = 0;
};

// Of this kind (registry.cpp), asked with the data secret alone. Null: its keys are told nothing.
std::unique_ptr<OwnKey> ownKeyOf(QStringView kind, const Connection &connection);
bool tellsKeys(QStringView kind);

// Of gateways that answer GET /key in OpenRouter's form.
std::unique_ptr<OwnKey> ownKeyAt(const Connection &connection, const QUrl &base);
Result<KeyStanding> readOwnKey(const QByteArray &body);

// "This gateway has no such answer" of whatever a gateway says to a path it does not know; other failures stay.
Failure notTold(Failure failure);

} // namespace gateway
