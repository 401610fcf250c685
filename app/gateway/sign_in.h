// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"
#include "base/task.h"
#include <chrono>
#include <optional>
#include <QString>
#include <QUrl>

namespace gateway {

struct Connection;

// What a gateway gave out at a sign-in. Empty: not that.
struct Obtained
{
    Secret adminSecret;
    Secret dataSecret;
    QString userId;
    QString account; // its name there
};

// A code that a person enters on a page of the gateway, signed in there.
struct DeviceGrant
{
    QString userCode;
    QUrl page;
    Secret deviceCode;
    int interval = 5; // seconds between two questions
    int expiresIn = 600; // seconds
};

// The ways of one kind to get at a secret; null: not that way. Each asks an address and nothing else; Unsupported where
// the server at hand does not offer it, with what to do instead.
struct SignIns
{
    // The password is sent once and kept nowhere; what it opened is closed again.
    Task<Result<Obtained>> (*withPassword)(Connection c, QString user, Secret password) = nullptr;
    Task<Result<DeviceGrant>> (*askForCode)(Connection c, QString device) = nullptr;
    // Nothing: the person has not answered yet.
    Task<Result<std::optional<Obtained>>> (*takeUp)(Connection c, DeviceGrant grant) = nullptr;
};

} // namespace gateway
