// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/catalog.h"
#include "proxy/fallbacks.h"
#include <algorithm>

namespace proxy {

std::shared_ptr<Key> Catalog::keyOf(const Digest &digest) const
{
    const auto found = m_byDigest.find(digest);
    return found == m_byDigest.end() ? nullptr : found->second;
}

std::shared_ptr<Key> Catalog::keyById(std::string_view id) const
{
    const auto found = std::ranges::find_if(m_keys, [&](const auto &key) { return key->id == id; });
    return found == m_keys.end() ? nullptr : *found;
}

std::shared_ptr<Key> Catalog::keyNamed(std::string_view name) const
{
    const auto found = std::ranges::find_if(m_keys, [&](const auto &key) { return key->settings.name == name; });
    return found == m_keys.end() ? nullptr : *found;
}

void Catalog::addKey(std::shared_ptr<Key> key)
{
    index(key);
    m_keys.push_back(std::move(key));
}

void Catalog::removeKey(const std::string &id)
{
    std::erase_if(m_keys, [&](const auto &key) { return key->id == id; });
    reindex();
}

void Catalog::index(const std::shared_ptr<Key> &key)
{
    m_byDigest[key->digest] = key;
    if (key->previous)
        m_byDigest[key->previous->digest] = key;
}

void Catalog::reindex()
{
    m_byDigest.clear();
    for (const std::shared_ptr<Key> &key : m_keys)
        index(key);
}

std::shared_ptr<Alias> Catalog::alias(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : found->second;
}

// An edit changes what those that fall back on it may try.
void Catalog::rewire()
{
    for (std::shared_ptr<Alias> &alias : m_aliases) {
        std::vector<RouteConfig> routes = routesBehind(lookupIn(*this), alias->config);
        if (routes == alias->fallbackRoutes)
            continue;
        auto other = std::make_shared<Alias>(*alias); // running calls keep the one they have
        other->fallbackRoutes = std::move(routes);
        m_byName[other->config.name] = other;
        alias = std::move(other);
    }
}

bool Catalog::setAlias(Alias alias)
{
    m_fallsBack = m_fallsBack || !alias.config.fallbacks.empty();
    if (const auto known = m_byName.find(alias.config.name); known != m_byName.end()) {
        alias.order = known->second->order;
        const auto listed = std::ranges::find(m_aliases, known->second);
        *listed = known->second = std::make_shared<Alias>(std::move(alias)); // running calls keep the one they have
        if (m_fallsBack)
            rewire();
        return false;
    }
    alias.order = ++m_lastOrder;
    auto added = std::make_shared<Alias>(std::move(alias));
    m_byName[added->config.name] = added;
    m_aliases.push_back(std::move(added));
    if (m_fallsBack)
        rewire();
    return true;
}

void Catalog::removeAlias(std::string_view name)
{
    std::erase_if(m_aliases, [&](const auto &alias) { return alias->config.name == name; });
    if (const auto found = m_byName.find(name); found != m_byName.end())
        m_byName.erase(found);
    if (m_fallsBack)
        rewire();
}

const UpstreamConfig *Catalog::upstream(std::string_view name) const
{
    const auto found = std::ranges::find(m_upstreams, name, &UpstreamConfig::name);
    return found == m_upstreams.end() ? nullptr : &*found;
}

void Catalog::wipeSecrets()
{
    for (UpstreamConfig &upstream : m_upstreams)
        wipe(upstream.key);
}

} // namespace proxy
