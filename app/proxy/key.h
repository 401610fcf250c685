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

// The secret a rotation replaced. Calls with it count on the same caps until its time is up; the hash stays after that,
// so that a late caller is told what happened.
struct PreviousSecret
{
    Digest digest;
    std::string lastFour;
    std::int64_t untilUs = 0; // first moment at which it is refused
    std::optional<std::int64_t> lastUsedUs;
};

// What is kept of a key's secrets.
struct Secrets
{
    Digest digest;
    std::string prefix;
    std::string lastFour;
    std::optional<PreviousSecret> previous;
    std::optional<std::int64_t> rotatedUs;
};

// A key as the gateway holds it; its text is not part of it. On the gateway's thread only.
struct Key : Secrets
{
    std::string id;
    KeySettings settings;
    bool fixedSecret = false; // the configuration says it, and it wins at each start
    std::int64_t createdUs = 0;
    std::optional<std::int64_t> lastUsedUs;
    std::optional<std::string> owner; // of the passport
    std::string origin = "api"; // api, config, sample
    std::string secretRef; // of the configuration; kept in memory only
    Ledger ledger;
    Throttle throttle;
    std::list<std::function<void()>> waiting; // calls that wait for room, in order of arrival

    // After a change of settings, and at the start. False, and the budgets unchanged, when a window does not parse.
    bool apply(std::int64_t nowUs);
    // A new secret; the one before works for so long. One that was replaced earlier ends now.
    void rotate(const std::string &secret, std::int64_t overlapUs, std::int64_t nowUs);
    // Does this secret of the key work now?
    bool accepts(const Digest &given, std::int64_t nowUs) const;
    // The highest soft threshold a budget has reached, in percent; 0: none.
    int softReached(std::int64_t nowUs);
    int softReached(const BudgetLine &line, std::int64_t nowUs) const;
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
// Its end, of a secret long enough to show some.
std::string displayEnd(const std::string &secret);
// The passport's member "owner", where it is a text.
std::optional<std::string> ownerOf(const std::string &passport);

} // namespace proxy
