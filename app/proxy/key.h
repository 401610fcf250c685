// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/cidr.h"
#include "proxy/digest.h"
#include "proxy/ledger.h"
#include "proxy/throttle.h"
#include <list>

namespace proxy {

// What an operator may set of a key.
struct KeySettings
{
    std::string name;
    std::vector<std::string> aliases; // empty: every alias
    std::vector<Budget> budgets;
    bool enabled = true;
    std::optional<std::int64_t> expiresUs;
    std::string passport = "{}"; // a JSON object, kept as given
    KeyScope scope;
    RateLimits rates;
    std::vector<int> softPercents; // ascending
    int waitMs = 0;
};

// A key as the gateway holds it; its text is not part of it. On the gateway's thread only.
struct Key
{
    std::string id;
    KeySettings settings;
    Digest digest;
    std::string prefix;
    std::string lastFour;
    std::int64_t createdUs = 0;
    std::optional<std::int64_t> lastUsedUs;
    std::string origin = "api"; // api, config, sample
    std::string secretRef; // of the configuration; kept in memory only
    Ledger ledger;
    Throttle throttle;
    std::list<std::function<void()>> waiting; // calls that wait for room, in order of arrival

    // After a change of settings, and at the start. False, and the budgets unchanged, when a window does not parse.
    bool apply(std::int64_t nowUs);
    // The highest soft threshold a budget has reached, in percent; 0: none.
    int softReached(std::int64_t nowUs);
    bool mayCall(std::string_view family) const;
    bool mayGoTo(std::string_view upstream) const;
    bool mayComeFrom(const Address &address) const;
    bool mayUse(const std::string &alias) const;
    bool expiredAt(std::int64_t now) const { return settings.expiresUs && *settings.expiresUs <= now; }
};

// sk-gw- and 40 random characters.
std::string newSecret();
// A key with a new id for this text, created now.
Key newKey(const std::string &secret);
// The text a key may be shown as: its first characters.
std::string displayPrefix(const std::string &secret);

} // namespace proxy
