// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/key.h"
#include <memory>
#include <unordered_map>

namespace proxy {

// Lets maps of std::string be asked with a std::string_view.
struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template<class T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

// An alias with where it came from. Its routes stay as they are: an edit makes another alias.
struct Alias
{
    AliasConfig config;
    std::string origin = "api"; // api, config, sample, builtin
    std::int64_t order = 0; // given by the catalog: grows in order of listing
    std::vector<RouteConfig> fallbackRoutes = {}; // of the aliases it falls back on; kept by the catalog
    std::uint64_t turn = 0; // calls routed so far; kept by routing.cpp
};

// Keys, aliases and upstreams in memory. On the gateway's thread only, once that runs.
class Catalog final
{
public:
    // Whose secret this is, or was before its last rotation: ask it whether it accepts it.
    std::shared_ptr<Key> keyOf(const Digest &digest) const;
    std::shared_ptr<Key> keyById(std::string_view id) const;
    std::shared_ptr<Key> keyNamed(std::string_view name) const;
    const std::vector<std::shared_ptr<Key>> &keys() const { return m_keys; } // in order of creation
    void addKey(std::shared_ptr<Key> key);
    void removeKey(const std::string &id);
    // After a change of digest.
    void reindex();

    std::shared_ptr<Alias> alias(std::string_view name) const;
    const std::vector<std::shared_ptr<Alias>> &aliases() const { return m_aliases; } // in order of listing
    // Adds it, or replaces the one of this name; true when it is new.
    bool setAlias(Alias alias);
    void removeAlias(std::string_view name);

    const UpstreamConfig *upstream(std::string_view name) const;
    const std::vector<UpstreamConfig> &upstreams() const { return m_upstreams; }
    void setUpstreams(std::vector<UpstreamConfig> upstreams) { m_upstreams = std::move(upstreams); }
    // Overwrites the upstreams' keys.
    void wipeSecrets();

private:
    void index(const std::shared_ptr<Key> &key);
    void rewire();

    std::vector<std::shared_ptr<Key>> m_keys;
    std::unordered_map<Digest, std::shared_ptr<Key>, DigestHash> m_byDigest;
    std::vector<std::shared_ptr<Alias>> m_aliases;
    ByText<std::shared_ptr<Alias>> m_byName;
    std::int64_t m_lastOrder = 0;
    bool m_fallsBack = false; // some alias does, or did
    std::vector<UpstreamConfig> m_upstreams;
};

} // namespace proxy
