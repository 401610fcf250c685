// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/admin_plane.h"
#include "proxy/clock.h"
#include "proxy/conditions.h"
#include "proxy/json_fields.h"
#include "sql/transaction.h"

namespace proxy {

namespace {

constexpr std::int64_t longestOverlapS = 7'776'000; // 90 days

Reply nameTaken(const std::string &name)
{
    return problem(409, "name_taken", "There is a key named \"" + name + "\" already. Choose another name.", "name");
}

std::string_view bodyOf(const Request &request)
{
    return {request.body, request.size};
}

// A key with its secret, or without for those who ask again later.
std::string issuedJson(const std::string &key, const std::optional<std::string> &secret)
{
    JsonOut out;
    return out.open('{').key("key").raw(key).text("secret", secret).close('}').take();
}

sql::Result<> written(sql::Database &database, const std::function<sql::Result<>(sql::Database &)> &write,
    const Digest &id, const std::optional<KeptReply> &kept)
{
    if (!kept)
        return write(database);
    sql::Result<sql::Transaction> transaction = sql::Transaction::begin(database);
    if (!transaction)
        return sql::fail(transaction.error());
    sql::Result<> done = write(database);
    if (done)
        done = keepReply(database, id, *kept, Replays::forgottenBefore());
    return done ? transaction->commit() : done;
}

MaybeFieldError readOverlap(std::string_view body, std::int64_t &seconds)
{
    seconds = -1;
    MaybeFieldError error =
        fields::readBody(body, [&seconds](std::string_view field, const boost::json::value &value) -> MaybeFieldError {
            if (field != "overlap_seconds")
                return fields::unknown({}, field);
            return fields::readInteger(value, "overlap_seconds", 0, seconds, longestOverlapS);
        });
    if (!error && seconds < 0)
        error = fields::invalid("overlap_seconds", "is missing");
    return error;
}

} // namespace

void AdminPlane::persist(const Request &request, Change change, Done done)
{
    const bool keeps = !request.idempotencyKey.empty();
    const std::optional<KeptReply> kept =
        keeps ? std::optional(Replays::kept(request, change.reply, change.bodyToKeep)) : std::nullopt;
    const Digest id = keeps ? Replays::idOf(request) : Digest();
    m_journal.run(
        [change = std::move(change), kept, id, done = std::move(done), post = m_post](sql::Database &database) {
            const sql::Result<> wrote = written(database, change.write, id, kept);
            post([wrote, reply = change.reply, undo = change.undo, done] {
                if (wrote)
                    return done(reply);
                undo();
                done(problem(507, "storage", "The change could not be written: " + wrote.error().message + '.'));
            });
        });
}

void AdminPlane::createKey(const Request &request, Done done)
{
    std::string secret = newSecret();
    auto key = std::make_shared<Key>(newKey(secret));
    if (const MaybeFieldError error = readKey(bodyOf(request), key->settings))
        return done(badField(*error));
    if (key->settings.name.empty())
        return done(badField({"invalid_field", "name", "is missing"}));
    if (m_catalog.keyNamed(key->settings.name))
        return done(nameTaken(key->settings.name));
    const std::int64_t now = wallMicros();
    key->apply(now);
    m_catalog.addKey(key);
    const std::string text = keyJson(*key, now);
    Reply reply{201, issuedJson(text, secret)};
    reply.headers = {{"Location", "/admin/v1/keys/" + key->id}, {"ETag", tagOf(text, versionOf(*key))}};
    wipe(secret);
    persist(request,
        {[copy = *key](sql::Database &database) { return saveKey(database, copy); }, std::move(reply),
            issuedJson(text, {}), [this, id = key->id] { m_catalog.removeKey(id); }},
        std::move(done));
}

void AdminPlane::updateKey(const Request &request, const std::shared_ptr<Key> &key, Done done)
{
    const KeySettings before = key->settings;
    KeySettings settings = before;
    if (const MaybeFieldError error = readKey(bodyOf(request), settings))
        return done(badField(*error));
    const std::shared_ptr<Key> other = m_catalog.keyNamed(settings.name);
    if (other && other != key)
        return done(nameTaken(settings.name));
    const auto apply = [key](const KeySettings &wanted) {
        key->settings = wanted;
        key->apply(wallMicros());
    };
    apply(settings);
    const Reply reply = tagged({200, keyJson(*key, wallMicros())}, versionOf(*key));
    persist(request,
        {[copy = *key](sql::Database &database) { return saveKey(database, copy); }, reply, reply.body,
            [apply, before] { apply(before); }},
        std::move(done));
}

void AdminPlane::deleteKey(const Request &request, const std::shared_ptr<Key> &key, Done done)
{
    m_catalog.removeKey(key->id);
    persist(request,
        {[id = key->id](sql::Database &database) { return dropKey(database, id); }, {204, {}, {}}, {},
            [this, key] { m_catalog.addKey(key); }},
        std::move(done));
}

void AdminPlane::rotateKey(const Request &request, const std::shared_ptr<Key> &key, Done done)
{
    std::int64_t overlap = 0;
    if (const MaybeFieldError error = readOverlap(bodyOf(request), overlap))
        return done(badField(*error));
    if (key->fixedSecret)
        return done(problem(409, "secret_configured",
            "The configuration file says the secret of \"" + key->settings.name
                + "\" and wins at each start. Change it there."));
    const std::int64_t now = wallMicros();
    const Secrets before = *key;
    std::string secret = newSecret();
    key->rotate(secret, overlap * 1'000'000, now);
    m_catalog.reindex();
    const std::string text = keyJson(*key, now);
    Reply reply{200, issuedJson(text, secret)};
    reply.headers = {{"ETag", tagOf(text, versionOf(*key))}};
    wipe(secret);
    persist(request,
        {[copy = *key](sql::Database &database) { return saveKey(database, copy); }, reply, issuedJson(text, {}),
            [this, key, before] {
                static_cast<Secrets &>(*key) = before;
                m_catalog.reindex();
            }},
        std::move(done));
}

void AdminPlane::endPrevious(const Request &request, const std::shared_ptr<Key> &key, Done done)
{
    const std::int64_t now = wallMicros();
    if (!key->previous || key->previous->untilUs <= now)
        return done(problem(404, "not_found", "No previous secret of this key works any more."));
    const std::int64_t before = std::exchange(key->previous->untilUs, now);
    const Reply reply = tagged({200, keyJson(*key, now)}, versionOf(*key));
    persist(request,
        {[copy = *key](sql::Database &database) { return saveKey(database, copy); }, reply, reply.body,
            [key, before] { key->previous->untilUs = before; }},
        std::move(done));
}

} // namespace proxy
