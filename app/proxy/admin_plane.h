// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/admin_json.h"
#include "proxy/admin_routes.h"
#include "proxy/problem.h"
#include "proxy/replays.h"

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
    using Write = std::function<sql::Result<>(sql::Database &)>;

    // What a change leaves behind once it is in the database, and what takes it back when it could not be written.
    struct Change
    {
        Write write;
        Reply reply;
        std::string bodyToKeep; // the reply's body without its secret
        std::function<void()> undo;
    };

    bool mayAsk(const Request &request) const;
    void dispatch(const Request &request, const AdminMatch &match, Done done);
    void read(const Request &request, const AdminMatch &match, Done done);
    void change(const Request &request, const AdminMatch &match, Done done);
    void keyChange(const Request &request, const AdminMatch &match, Done done);
    Reply oneKey(const AdminMatch &match) const;
    Reply oneAlias(const AdminMatch &match) const;
    Reply listKeys(const Request &request);
    Reply listAliases(const Request &request);
    Reply listRoutes(const Request &request);
    Reply listUpstreams(const Request &request);
    void usage(const Request &request, Done done);
    void metrics(Done done);
    StatusFacts facts() const;

    void createKey(const Request &request, Done done);
    void updateKey(const Request &request, const std::shared_ptr<Key> &key, Done done);
    void deleteKey(const Request &request, const std::shared_ptr<Key> &key, Done done);
    void rotateKey(const Request &request, const std::shared_ptr<Key> &key, Done done);
    void endPrevious(const Request &request, const std::shared_ptr<Key> &key, Done done);
    void setAlias(const Request &request, const std::string &name, Done done);
    void removeAlias(const Request &request, const std::string &name, Done done);
    // Writes on the journal's thread, then answers; undo runs first when the disk says no.
    void persist(const Request &request, Change change, Done done);

    Catalog &m_catalog;
    Journal &m_journal;
    const RouteHealth &m_health;
    Digest m_adminKey;
    Post m_post;
    Status m_status;
    Replays m_replays;
};

// The document of this API, resources/gateway-openapi.json.
std::string_view openApiDocument();

} // namespace proxy
