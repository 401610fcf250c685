// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/key.h"
#include "proxy/clock.h"
#include <algorithm>

namespace proxy {

bool Key::mayUse(const std::string &alias) const
{
    return settings.aliases.empty() || std::ranges::find(settings.aliases, alias) != settings.aliases.end();
}

std::string newSecret()
{
    return "sk-gw-" + randomText(40);
}

std::string displayPrefix(const std::string &secret)
{
    // Never more than a third of a short secret.
    return secret.substr(0, std::min<std::size_t>(10, secret.size() / 3));
}

Key newKey(const std::string &secret)
{
    Key key;
    key.id = "key_" + randomText(20);
    key.digest = digestOf(secret);
    key.prefix = displayPrefix(secret);
    key.lastFour = secret.size() >= 12 ? secret.substr(secret.size() - 4) : std::string();
    key.createdUs = wallMicros();
    return key;
}

} // namespace proxy
