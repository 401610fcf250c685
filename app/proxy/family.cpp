// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/family.h"
#include "proxy/request.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

constexpr std::array<std::string_view, 10> names = {
    "chat", "responses", "embeddings", "images", "messages", "gemini", "completions", "models", "key", "other"};

struct Place
{
    std::string_view path;
    Family family;
    bool counting = false;
};

constexpr std::array posts = {
    Place{"/chat/completions", Family::Chat},
    Place{"/completions", Family::Completions},
    Place{"/responses", Family::Responses},
    Place{"/embeddings", Family::Embeddings},
    Place{"/images/generations", Family::Images},
    Place{"/messages", Family::Messages},
    Place{"/messages/count_tokens", Family::Messages, true},
};

// The path without /v1 and without a slash at the end.
std::string_view shortPath(std::string_view path)
{
    if (path.starts_with("/v1/"))
        path.remove_prefix(3);
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

// What Gemini's models can be asked for.
struct Operation
{
    std::string_view name;
    bool counting = false;
    bool streams = false;
    bool embedding = false;
    bool batch = false;
};

constexpr std::array operations = {
    Operation{"generateContent"},
    Operation{.name = "streamGenerateContent", .streams = true},
    Operation{.name = "countTokens", .counting = true},
    Operation{.name = "embedContent", .embedding = true},
    Operation{.name = "batchEmbedContents", .embedding = true, .batch = true},
};

// {model}:{operation}
Endpoint geminiOf(std::string_view rest)
{
    const std::size_t colon = rest.rfind(':');
    const std::string_view name = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    const auto *found = std::ranges::find(operations, name, &Operation::name);
    if (found == operations.end())
        return {};
    return {Family::Gemini, found->counting, found->streams, percentDecoded(rest.substr(0, colon)), found->embedding,
        found->batch};
}

constexpr std::string_view geminiModels = "/v1beta/models";
constexpr std::string_view plainModels = "/models";

} // namespace

const char *nameOf(Family family)
{
    return names[std::size_t(family)].data();
}

bool isFamily(std::string_view name)
{
    const auto *found = std::ranges::find(names, name);
    return found < names.begin() + int(Family::Models);
}

bool speaks(UpstreamKind kind, Family family)
{
    switch (kind) {
    case UpstreamKind::Scripted:
        return true;
    case UpstreamKind::OpenAi:
        return family != Family::Messages && family != Family::Gemini;
    case UpstreamKind::Anthropic:
        return family == Family::Messages;
    case UpstreamKind::Gemini:
        break;
    }
    return family == Family::Gemini;
}

Endpoint endpointOf(std::string_view method, std::string_view whole)
{
    const std::string_view path = shortPath(whole);
    for (const std::string_view list : {geminiModels, plainModels}) { // Google's SDK says v1beta or v1
        if (method == "POST" && path.starts_with(list) && path.size() > list.size() && path[list.size()] == '/')
            return geminiOf(path.substr(list.size() + 1));
    }
    if (method == "POST") {
        const auto *found = std::ranges::find(posts, path, &Place::path);
        return found == posts.end() ? Endpoint() : Endpoint{found->family, found->counting};
    }
    if (method != "GET")
        return {};
    if (path == "/key")
        return {Family::Key};
    for (const std::string_view list : {plainModels, geminiModels}) {
        if (path == list)
            return {Family::Models};
        if (path.starts_with(list) && path[list.size()] == '/')
            return {Family::Models, false, false, percentDecoded(path.substr(list.size() + 1))};
    }
    return {};
}

Family skinOf(const Endpoint &endpoint, const Request &request)
{
    if (endpoint.family < Family::Models)
        return endpoint.family;
    const std::string_view path = shortPath(request.path());
    if (path.starts_with("/v1beta/") || path == "/v1beta" || !request.xGoogApiKey.empty())
        return Family::Gemini;
    const bool messages = path.starts_with("/messages/") || path == "/messages" || !request.anthropicVersion.empty();
    return messages ? Family::Messages : Family::Chat;
}

std::string_view upstreamPath(const Endpoint &endpoint)
{
    const auto *found = std::ranges::find_if(posts,
        [&](const Place &place) { return place.family == endpoint.family && place.counting == endpoint.counting; });
    return found == posts.end() ? std::string_view() : found->path;
}

std::string geminiPath(const Endpoint &endpoint, const std::string &model)
{
    const auto *operation = std::ranges::find_if(operations, [&endpoint](const Operation &one) {
        return one.counting == endpoint.counting && one.streams == endpoint.streams
            && one.embedding == endpoint.embedding && one.batch == endpoint.batch;
    });
    return "/models/" + percentEncoded(model) + ':' + std::string(operation->name)
        + (endpoint.streams ? "?alt=sse" : "");
}

} // namespace proxy
