// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/conditions.h"
#include "proxy/problem.h"
#include <algorithm>

namespace proxy {

namespace {

std::string shortHash(std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    const Digest digest = digestOf(text);
    std::string hex;
    for (std::size_t i = 0; i < 8; ++i)
        hex.append({digits[digest.bytes[i] >> 4], digits[digest.bytes[i] & 15]});
    return hex;
}

std::string_view bytesOf(const Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.bytes.data()), digest.bytes.size()};
}

// The tags of a header, without W/ and quotes. Weak ones only where the comparison may be weak (RFC 9110, 8.8.3.2).
std::vector<std::string_view> tagsOf(std::string_view header, bool weakToo)
{
    std::vector<std::string_view> tags;
    for (std::size_t at = header.find('"'); at != std::string_view::npos; at = header.find('"', at + 1)) {
        const std::size_t end = header.find('"', at + 1);
        if (end == std::string_view::npos)
            break;
        const bool weak = at >= 2 && header.substr(at - 2, 2) == "W/";
        if (!weak || weakToo)
            tags.push_back(header.substr(at + 1, end - at - 1));
        at = end;
    }
    return tags;
}

bool names(std::string_view header, const std::string &version, bool weakToo)
{
    return header == "*" || std::ranges::any_of(tagsOf(header, weakToo), [&](std::string_view tag) {
        return tag.substr(0, tag.find('.')) == version;
    });
}

} // namespace

std::string versionOf(const Key &key)
{
    std::string all = textOf(key.settings) + key.origin;
    all += bytesOf(key.digest);
    if (key.previous)
        all.append(bytesOf(key.previous->digest)).append(std::to_string(key.previous->untilUs));
    return shortHash(all);
}

std::string versionOf(const Alias &alias)
{
    return shortHash(textOf(alias.config) + alias.origin);
}

std::string tagOf(const std::string &text, const std::string &version)
{
    return '"' + version + (version.empty() ? "" : ".") + shortHash(text) + '"';
}

Reply tagged(Reply reply, const std::string &version)
{
    reply.headers.emplace_back("ETag", tagOf(reply.body, version));
    return reply;
}

Reply unlessKnown(const Request &request, Reply reply)
{
    const auto tag = std::ranges::find(reply.headers, "ETag", &std::pair<std::string, std::string>::first);
    if (request.ifNoneMatch.empty() || tag == reply.headers.end())
        return reply;
    const std::string_view own = std::string_view(tag->second).substr(1, tag->second.size() - 2);
    const std::vector<std::string_view> known = tagsOf(request.ifNoneMatch, true);
    if (request.ifNoneMatch != "*" && std::ranges::find(known, own) == known.end())
        return reply;
    return {304, {}, {}, {*tag}};
}

std::optional<Reply> conditionFailed(const Request &request, const std::optional<std::string> &version)
{
    const bool unwanted = !request.ifNoneMatch.empty() && version && names(request.ifNoneMatch, *version, true);
    if (unwanted)
        return problem(412, "precondition_failed", "It is there already. Leave out If-None-Match to replace it.");
    if (request.ifMatch.empty() || (version && names(request.ifMatch, *version, false)))
        return {};
    return problem(412, "precondition_failed",
        version ? "It was changed since it was read. Read it again and repeat the change."
                : "It is not there. Leave out If-Match to make it.");
}

} // namespace proxy
