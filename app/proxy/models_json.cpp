// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/models_json.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"

namespace proxy {

namespace {

constexpr std::int64_t created = 1'767'225'600; // seconds; aliases have no age

std::optional<std::string> nameOf(const std::vector<const AliasConfig *> &aliases, bool first)
{
    if (aliases.empty())
        return {};
    return first ? aliases.front()->name : aliases.back()->name;
}

} // namespace

std::string modelJson(const AliasConfig &alias, Family skin)
{
    JsonOut out;
    out.open('{');
    if (skin == Family::Gemini) {
        out.text("name", "models/" + alias.name).text("displayName", alias.name);
        out.number("inputTokenLimit", std::int64_t(1'000'000)).number("outputTokenLimit", std::int64_t(65'536));
        out.key("supportedGenerationMethods").open('[').text("generateContent").text("streamGenerateContent");
        return out.text("countTokens").text("embedContent").close(']').close('}').take();
    }
    out.text("id", alias.name);
    if (skin == Family::Messages)
        return out.text("type", "model")
            .text("display_name", alias.name)
            .text("created_at", isoTime(created * 1'000'000))
            .close('}')
            .take();
    out.text("object", "model").number("created", created);
    return out.text("owned_by", alias.routes.front().upstream).close('}').take();
}

std::string modelsJson(const std::vector<const AliasConfig *> &aliases, Family skin)
{
    JsonOut out;
    out.open('{');
    if (skin == Family::Chat)
        out.text("object", "list");
    out.key(skin == Family::Gemini ? "models" : "data").open('[');
    for (const AliasConfig *alias : aliases)
        out.raw(modelJson(*alias, skin));
    out.close(']');
    if (skin == Family::Messages) {
        out.key("has_more").boolean(false).text("first_id", nameOf(aliases, true));
        out.text("last_id", nameOf(aliases, false));
    }
    return out.close('}').take();
}

} // namespace proxy
