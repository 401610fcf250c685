// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <QUrl>

namespace net {

// The addresses of this machine from which a call to that URL can come: those of the loopback for one on this machine, else
// all others. Behind a router the other side sees the router's instead, which nothing here can know.
QStringList ownAddresses(const QUrl &towards);

} // namespace net
