// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_json.h"
#include "proxy/call.h"
#include "proxy/journal.h"
#include "proxy/settings_json.h"

namespace proxy {

// The admin API: reads and changes the catalog, each change in the database before it is answered.
// On the gateway's thread; what needs the disk goes through the journal's thread and comes back by post.
class AdminPlane final
{
public:
    using Done = std::function<void(Reply)>;
    using Post = std::function<void(std::function<void()>)>; // runs it on the gateway's thread
    using Status = std::function<StatusFacts()>;

    AdminPlane(
        Catalog &catalog, Journal &journal, const RouteHealth &health, Digest adminKey, Post post, Status status);

    // Answers now or later, once, on the gateway's thread.
    void handle(const Request &request, Done done);

private:
    struct Kept
    {
        std::int64_t at;
        Digest body;
        Reply reply;
    };
    using Write = std::function<sql::Result<>(sql::Database &)>;

    void route(const Request &request, Done done);
    void keys(const Request &request, std::string_view id, Done done);
    void aliases(const Request &request, const std::string &name, Done done);
    void usage(const Request &request, Done done);
    void createKey(const Request &request, Done done);
    void updateKey(const Request &request, Key &key, Done done);
    void deleteKey(const std::shared_ptr<Key> &key, Done done);
    void setAlias(const Request &request, const std::string &name, Done done);
    void removeAlias(const std::shared_ptr<Alias> &alias, Done done);
    Reply listKeys(const Request &request);
    Reply listAliases(const Request &request);
    Reply listRoutes();
    Reply listUpstreams();
    std::optional<Reply> answeredBefore(const Request &request);
    void remember(const Request &request, const Reply &reply);
    // Writes on the journal's thread, then answers; undo runs first when the disk says no.
    void persist(Write write, Reply reply, std::function<void()> undo, Done done);

    Catalog &m_catalog;
    Journal &m_journal;
    const RouteHealth &m_health;
    Digest m_adminKey;
    Post m_post;
    Status m_status;
    ByText<Kept> m_kept; // by Idempotency-Key
};

// application/problem+json
Reply problem(int status, const char *code, const std::string &detail, const std::string &field = {});

// The document of this API, resources/gateway-openapi.json.
std::string_view openApiDocument();

} // namespace proxy
