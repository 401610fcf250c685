// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/profile.h"
#include "net/call_book.h"

namespace workspace {

// The folder of these books in a data dir.
QString callsFolder(const QString &dataDir);

// The book of the calls to one gateway: a small file that window and gwctl lock for a moment. Main thread.
class CallFile final : public net::CallBook
{
public:
    // Profiles at one address have one book. An empty folder: there is none.
    CallFile(const QString &folder, const Profile &profile);
    Opened open(const std::function<void(net::CallsByLane &)> &change) override;

private:
    QString m_path;
};

} // namespace workspace
