// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/clock.h"
#include "proxy/tables.h"

namespace proxy {

namespace {

constexpr std::int64_t keptMs = 600'000;
constexpr std::size_t mostKept = 1000;

Reply badField(const FieldError &error)
{
    const std::string where = error.field.empty() ? std::string() : error.field + ' ';
    return problem(400, error.code.c_str(), where + error.detail, error.field);
}

Reply nameTaken(const std::string &name)
{
    return problem(409, "name_taken", "There is a key named \"" + name + "\" already. Choose another name.", "name");
}

std::string_view bodyOf(const Request &request)
{
    return {request.body, request.size};
}

} // namespace

std::optional<Reply> AdminPlane::answeredBefore(const Request &request)
{
    std::erase_if(m_kept, [](const auto &kept) { return steadyMs() - kept.second.at > keptMs; });
    const auto known = m_kept.find(request.idempotencyKey);
    if (request.idempotencyKey.empty() || known == m_kept.end())
        return {};
    if (!known->second.body.sameAs(digestOf(bodyOf(request))))
        return problem(409, "idempotency_conflict", "This Idempotency-Key was used with another body. Use a new one.");
    return known->second.reply;
}

void AdminPlane::remember(const Request &request, const Reply &reply)
{
    if (!request.idempotencyKey.empty() && m_kept.size() < mostKept)
        m_kept[std::string(request.idempotencyKey)] = {steadyMs(), digestOf(bodyOf(request)), reply};
}

void AdminPlane::persist(Write write, Reply reply, std::function<void()> undo, Done done)
{
    m_journal.run([write = std::move(write), reply = std::move(reply), undo = std::move(undo), done = std::move(done),
                      post = m_post](sql::Database &database) {
        const sql::Result<> written = write(database);
        post([written, reply, undo, done] {
            if (written)
                return done(reply);
            undo();
            done(problem(507, "storage", "The change could not be written: " + written.error().message + '.'));
        });
    });
}

void AdminPlane::createKey(const Request &request, Done done)
{
    if (std::optional<Reply> before = answeredBefore(request))
        return done(std::move(*before));
    std::string secret = newSecret();
    auto key = std::make_shared<Key>(newKey(secret));
    if (const MaybeFieldError error = readKey(bodyOf(request), key->settings))
        return done(badField(*error));
    if (key->settings.name.empty())
        return done(badField({"invalid_field", "name", "is missing"}));
    if (m_catalog.keyNamed(key->settings.name))
        return done(nameTaken(key->settings.name));
    key->apply(wallMicros());
    m_catalog.addKey(key);
    JsonOut out;
    out.open('{').key("key").raw(keyJson(*key, wallMicros())).text("secret", secret).close('}');
    const Reply reply{201, out.take()};
    remember(request, reply);
    wipe(secret);
    const auto undo = [this, id = key->id, again = std::string(request.idempotencyKey)] {
        m_catalog.removeKey(id);
        m_kept.erase(again);
    };
    persist([copy = *key](sql::Database &database) { return saveKey(database, copy); }, reply, undo, std::move(done));
}

void AdminPlane::updateKey(const Request &request, Key &key, Done done)
{
    const KeySettings before = key.settings;
    KeySettings settings = before;
    if (const MaybeFieldError error = readKey(bodyOf(request), settings))
        return done(badField(*error));
    const std::shared_ptr<Key> other = m_catalog.keyNamed(settings.name);
    if (other && other.get() != &key)
        return done(nameTaken(settings.name));
    const auto apply = [this, id = key.id](const KeySettings &wanted) {
        if (const std::shared_ptr<Key> one = m_catalog.keyById(id)) {
            one->settings = wanted;
            one->apply(wallMicros());
        }
    };
    apply(settings);
    persist([copy = key](sql::Database &database) { return saveKey(database, copy); },
        {200, keyJson(key, wallMicros())}, [apply, before] { apply(before); }, std::move(done));
}

void AdminPlane::deleteKey(const std::shared_ptr<Key> &key, Done done)
{
    m_catalog.removeKey(key->id);
    persist([id = key->id](sql::Database &database) { return dropKey(database, id); }, {204, {}, {}},
        [this, key] { m_catalog.addKey(key); }, std::move(done));
}

void AdminPlane::setAlias(const Request &request, const std::string &name, Done done)
{
    Alias alias;
    if (const MaybeFieldError error = readAlias(bodyOf(request), alias.config))
        return done(badField(*error));
    if (alias.config.routes.empty())
        return done(badField({"invalid_field", "routes", "is missing"}));
    for (const RouteConfig &route : alias.config.routes) {
        if (!m_catalog.upstream(route.upstream))
            return done(badField(
                {"invalid_field", "routes", "names the upstream \"" + route.upstream + "\", which is not configured"}));
    }
    alias.config.name = name;
    const std::shared_ptr<Alias> known = m_catalog.alias(name);
    const std::optional<Alias> before = known ? std::optional(*known) : std::nullopt;
    const bool added = m_catalog.setAlias(alias);
    const auto undo = [this, before, name] {
        if (before)
            m_catalog.setAlias(*before);
        else
            m_catalog.removeAlias(name);
    };
    persist([alias](sql::Database &database) { return saveAlias(database, alias); },
        {added ? 201 : 200, aliasJson(alias)}, undo, std::move(done));
}

void AdminPlane::removeAlias(const std::shared_ptr<Alias> &alias, Done done)
{
    m_catalog.removeAlias(alias->config.name);
    persist([name = alias->config.name](sql::Database &database) { return dropAlias(database, name); }, {204, {}, {}},
        [this, alias] { m_catalog.setAlias(*alias); }, std::move(done));
}

} // namespace proxy
