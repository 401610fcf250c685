// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator sends: the admin API's bodies and queries, and the small texts in them.
#include "fuzz/fuzz.h"
#include "proxy/admin_plane.h"
#include "proxy/base_url.h"
#include "proxy/catalog.h"
#include "proxy/clock.h"
#include "proxy/paging.h"
#include "proxy/request.h"
#include "proxy/settings_json.h"
#include <boost/json.hpp>

namespace {

namespace json = boost::json;
using namespace proxy;

void isJson(const std::string &text)
{
    json::error_code failed;
    const json::value value = json::parse(text, failed);
    fuzz::holds(!failed && value.is_object(), "what the gateway writes is one JSON object");
}

void namesItsField(const FieldError &error)
{
    fuzz::holds(!error.detail.empty(), "a refused body says why");
    const bool known = error.code == "bad_json" || error.code == "unknown_field" || error.code == "invalid_field";
    fuzz::holds(known, "a refusal has one of the known codes");
    isJson(problem(400, error.code.c_str(), error.detail, error.field).body);
}

void key(std::string_view body)
{
    Key one;
    one.settings.name = "named"; // none is kept without
    if (const MaybeFieldError error = readKey(body, one.settings))
        return namesItsField(*error);
    const std::string kept = textOf(one.settings);
    fuzz::holds(textOf(keySettingsFrom(kept)) == kept, "a key read back from the database is the same key");
    fuzz::holds(one.apply(1'790'000'000'000'000), "an accepted key's windows parse");
    for (const BudgetLine &line : one.ledger.lines(1'790'000'000'000'000))
        fuzz::holds(line.capAt(1'790'000'000'000'000) >= line.budget().nanos, "a raise never lowers a cap");
    isJson(keyJson(one, 1'790'000'000'000'000));
}

void alias(std::string_view body)
{
    Alias one;
    if (const MaybeFieldError error = readAlias(body, one.config))
        return namesItsField(*error);
    const std::string kept = textOf(one.config);
    fuzz::holds(textOf(aliasFrom(kept)) == kept, "an alias read back from the database is the same alias");
    isJson(aliasJson(one));
}

void query(std::string_view text)
{
    if (const std::optional<Page> page = pageOf(text))
        fuzz::holds(page->limit >= 1 && page->limit <= 1000, "a page has 1 to 1000 entries");
    const tl::expected<UsageQuery, FieldError> wanted = usageQueryOf(text);
    if (!wanted)
        fuzz::holds(!wanted.error().detail.empty(), "a refused query says why");
    else
        fuzz::holds(wanted->after >= 0 && wanted->limit <= 1000, "a cursor is a row's number");
    fuzz::holds(percentDecoded(percentEncoded(text)) == text, "what is percent-coded comes out again");
}

void network(std::string_view text)
{
    const std::optional<Cidr> cidr = Cidr::parse(text);
    if (!cidr)
        return;
    fuzz::holds(cidr->bits >= 0 && cidr->bits <= 128, "a network has at most 128 bits");
    fuzz::holds(cidr->contains(cidr->base), "a network holds its own address");
    Address other = cidr->base;
    if (cidr->bits > 0) {
        other[std::size_t(cidr->bits - 1) / 8] ^= std::uint8_t(0x80 >> (cidr->bits - 1) % 8);
        fuzz::holds(!cidr->contains(other), "and none that differs in its last bit");
    }
}

void words(std::string_view text)
{
    if (const std::optional<BaseUrl> url = parseBaseUrl(text)) {
        const std::string again = std::string(url->tls ? "https://" : "http://") + url->authority() + url->path;
        const std::optional<BaseUrl> back = parseBaseUrl(again);
        fuzz::holds(back && back->host == url->host && back->path == url->path && back->tls == url->tls,
            "a base URL written out is the same URL");
        fuzz::holds(std::stoi(back->port) == std::stoi(url->port), "with the same port");
        fuzz::holds(again.find_first_of("\r\n ") == std::string::npos, "no part of it can end a header");
    }
    if (const std::optional<std::int64_t> time = parseTime(text))
        fuzz::holds(parseTime(isoTime(*time)) == *time - (*time % 1000 + 1000) % 1000,
            "a time written out is the same time, in whole milliseconds");
    if (const std::optional<Window> window = Window::parse(text)) {
        const std::int64_t now = 1'790'000'000'000'000;
        fuzz::holds(window->startAt(now).value_or(now) <= now, "a window has begun");
        fuzz::holds(window->endAt(now).value_or(now + 1) > now, "and not ended");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text = fuzz::textOf(data, size);
    key(text);
    alias(text);
    query(text);
    network(text);
    words(text);
    return 0;
}
