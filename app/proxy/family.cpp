// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/family.h"
#include "proxy/request.h"
#include <algorithm>
#include <array>

namespace proxy {

namespace {

constexpr std::array<std::string_view, 8> names = {
    "chat", "responses", "embeddings", "images", "messages", "gemini", "models", "other"};

struct Place
{
    std::string_view path;
    Family family;
    bool counting = false;
};

constexpr std::array posts = {
    Place{"/chat/completions", Family::Chat},
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

// {model}:{operation}
Endpoint geminiOf(std::string_view rest)
{
    const std::size_t colon = rest.rfind(':');
    const std::string_view operation = colon == std::string_view::npos ? std::string_view() : rest.substr(colon + 1);
    const bool streams = operation == "streamGenerateContent";
    const bool counting = operation == "countTokens";
    if (!streams && !counting && operation != "generateContent")
        return {};
    return {Family::Gemini, counting, streams, percentDecoded(rest.substr(0, colon))};
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
    for (const std::string_view list : {plainModels, geminiModels}) {
        if (path == list)
            return {Family::Models};
        if (path.starts_with(list) && path[list.size()] == '/')
            return {Family::Models, false, false, percentDecoded(path.substr(list.size() + 1))};
    }
    return {};
}

std::string upstreamPath(const Endpoint &endpoint, const std::string &model)
{
    if (endpoint.family == Family::Gemini) {
        const char *operation = endpoint.counting ? ":countTokens"
            : endpoint.streams                    ? ":streamGenerateContent?alt=sse"
                                                  : ":generateContent";
        return "/models/" + percentEncoded(model) + operation;
    }
    const auto *found = std::ranges::find_if(posts,
        [&](const Place &place) { return place.family == endpoint.family && place.counting == endpoint.counting; });
    return std::string(found->path);
}

} // namespace proxy
