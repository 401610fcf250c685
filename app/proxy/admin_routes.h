// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace proxy {

// What the admin port answers.
enum class AdminOperation {
    Status,
    Config,
    Health,
    OpenApi,
    Metrics,
    ListKeys,
    CreateKey,
    ReadKey,
    UpdateKey,
    DeleteKey,
    KeyLimits,
    RotateKey,
    EndPrevious,
    ListAliases,
    ReadAlias,
    SetAlias,
    RemoveAlias,
    ListUpstreams,
    ListRoutes,
    ListUsage
};

// One method on one path; resources/gateway-openapi.json has the same ones (tst_openapi).
struct AdminRoute
{
    std::string_view method; // what GET answers, HEAD answers without the body
    std::string_view path; // {id}: one segment; {name}: the rest
    AdminOperation operation;
    std::string_view query = {}; // the members of the query it knows, each with a space behind it
    bool hasBody = false;
};
std::span<const AdminRoute> adminRoutes();

struct AdminMatch
{
    const AdminRoute *route = nullptr; // none: allow says why
    std::string name; // what stands for {id} or {name}, decoded
    std::string allow; // the methods this path has; empty: there is no such path
};
AdminMatch matchAdmin(std::string_view method, std::string_view path);

// The member of the query that this route does not know, or that is there twice; empty: none.
std::string strangerIn(std::string_view query, const AdminRoute &route);

} // namespace proxy
