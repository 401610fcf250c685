// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/key.h"
#include "proxy/clock.h"
#include <algorithm>

namespace proxy {

bool Key::mayUse(const std::string &alias) const
{
    return settings.aliases.empty() || std::ranges::find(settings.aliases, alias) != settings.aliases.end();
}

bool Key::apply(std::int64_t nowUs)
{
    throttle.set(settings.rates, steadyMicros());
    owner = ownerOf(settings.passport);
    return ledger.setBudgets(settings.budgets, nowUs);
}

void Key::rotate(const std::string &secret, std::int64_t overlapUs, std::int64_t nowUs)
{
    previous = PreviousSecret{digest, lastFour, nowUs + overlapUs, {}};
    rotatedUs = nowUs;
    digest = digestOf(secret);
    prefix = displayPrefix(secret);
    lastFour = displayEnd(secret);
}

bool Key::accepts(const Digest &given, std::int64_t nowUs) const
{
    return given == digest || (previous && given == previous->digest && nowUs < previous->untilUs);
}

int Key::softReached(std::int64_t nowUs)
{
    int reached = 0;
    if (settings.softPercents.empty())
        return reached;
    for (const BudgetLine &line : ledger.lines(nowUs))
        reached = std::max(reached, softReached(line, nowUs));
    return reached;
}

int Key::softReached(const BudgetLine &line, std::int64_t nowUs) const
{
    int reached = 0;
    for (const int percent : settings.softPercents) {
        if (double(line.spent()) >= double(line.capAt(nowUs)) / 100 * percent)
            reached = std::max(reached, percent);
    }
    return reached;
}

bool Key::mayCall(std::string_view family) const
{
    const std::vector<std::string> &families = settings.scope.families;
    // Every key may see which models there are, and what it has left.
    return families.empty() || family == "models" || family == "key"
        || std::ranges::find(families, family) != families.end();
}

bool Key::mayGoTo(std::string_view upstream) const
{
    const std::vector<std::string> &upstreams = settings.scope.upstreams;
    return upstreams.empty() || std::ranges::find(upstreams, upstream) != upstreams.end();
}

bool Key::mayComeFrom(const Address &address) const
{
    const std::vector<std::string> &cidrs = settings.scope.cidrs;
    return cidrs.empty() || std::ranges::any_of(cidrs, [&](const std::string &text) {
        const std::optional<Cidr> cidr = Cidr::parse(text);
        return cidr && cidr->contains(address);
    });
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

std::string displayEnd(const std::string &secret)
{
    return secret.size() >= 12 ? secret.substr(secret.size() - 4) : std::string();
}

Key newKey(const std::string &secret)
{
    Key key;
    key.id = "key_" + randomText(20);
    key.digest = digestOf(secret);
    key.prefix = displayPrefix(secret);
    key.lastFour = displayEnd(secret);
    key.createdUs = wallMicros();
    return key;
}

} // namespace proxy
