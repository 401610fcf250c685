// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include <memory>
#include <optional>
#include <QUrl>

namespace workspace {

// Who runs the embedded gateway of a data dir, as gateway.lock says.
struct GatewayOwner
{
    qint64 pid = 0;
    QString program; // "gwctl", "gatewright"
    QUrl dataUrl; // both empty while it starts
    QUrl adminUrl;

    friend bool operator==(const GatewayOwner &, const GatewayOwner &) = default;
};

// Holds gateway.lock of a data dir (flock) while it lives: one embedded gateway for each data dir. Any thread.
class GatewayLock
{
public:
    // Locked: somebody else has it. Storage: the file cannot be made.
    static Result<std::unique_ptr<GatewayLock>> take(const QString &dataDir);
    ~GatewayLock();
    GatewayLock(const GatewayLock &) = delete;

    void write(const GatewayOwner &owner);

private:
    explicit GatewayLock(int file) : m_file(file) {}

    int m_file;
};

// Who holds the lock now; empty: nobody.
std::optional<GatewayOwner> ownerOf(const QString &dataDir);

} // namespace workspace
