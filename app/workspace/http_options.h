// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/profile.h"
#include "net/http_options.h"

namespace workspace {

// How the calls of a profile leave the machine. The embedded gateway is on this machine: nothing stands before it.
// The passphrase is that of an encrypted client key (Profile::clientKeyPassRef).
net::HttpOptions httpOptionsOf(const Profile &profile, const Secret &clientKeyPass = {});

} // namespace workspace
