// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_counts.h"

namespace proxy {

namespace od = simdjson::ondemand;

namespace {

using Count = std::optional<std::int64_t>;

Count count(od::object &object, std::string_view name)
{
    std::int64_t value = 0;
    if (object.find_field_unordered(name).get_int64().get(value) || value < 0)
        return {};
    return value;
}

void keep(Count &known, const Count &told)
{
    if (told)
        known = told;
}

void keepDetail(od::value value, std::string_view wanted, Count &known)
{
    od::object details;
    if (!value.get_object().get(details))
        keep(known, count(details, wanted));
}

// chat: prompt_tokens and completion_tokens; responses, embeddings and images: input_tokens and output_tokens. One walk:
// most of the names are not there, and looking for each would be a walk each.
void readOpenAi(od::object &usage, Tokens &tokens)
{
    for (auto field : usage) {
        std::string_view name;
        od::value value;
        std::int64_t number = 0;
        if (field.unescaped_key().get(name) || field.value().get(value))
            return;
        if (name == "prompt_tokens_details" || name == "input_tokens_details")
            keepDetail(value, "cached_tokens", tokens.cached);
        else if (name == "completion_tokens_details" || name == "output_tokens_details")
            keepDetail(value, "reasoning_tokens", tokens.reasoning);
        else if (!name.ends_with("_tokens") || value.get_int64().get(number) || number < 0)
            continue;
        else if (name == "prompt_tokens" || name == "input_tokens")
            tokens.input = number;
        else if (name == "completion_tokens" || name == "output_tokens")
            tokens.output = number;
    }
}

// Its input excludes what was read from and written to the cache.
void readAnthropic(od::object &usage, Tokens &tokens)
{
    keep(tokens.output, count(usage, "output_tokens"));
    const Count input = count(usage, "input_tokens");
    if (!input)
        return;
    const Count read = count(usage, "cache_read_input_tokens");
    tokens.input = *input + read.value_or(0) + count(usage, "cache_creation_input_tokens").value_or(0);
    keep(tokens.cached, read);
}

// Its output excludes the thoughts.
void readGemini(od::object &usage, Tokens &tokens)
{
    keep(tokens.input, count(usage, "promptTokenCount"));
    keep(tokens.cached, count(usage, "cachedContentTokenCount"));
    const Count thoughts = count(usage, "thoughtsTokenCount");
    keep(tokens.reasoning, thoughts);
    if (const Count written = count(usage, "candidatesTokenCount"))
        tokens.output = *written + thoughts.value_or(0);
}

} // namespace

void readUsage(od::object &object, Family family, Tokens &tokens)
{
    od::object usage;
    if (family == Family::Gemini) {
        if (!object.find_field_unordered("usageMetadata").get_object().get(usage))
            readGemini(usage, tokens);
        return;
    }
    od::object inner; // the answer inside an event
    const char *name = family == Family::Messages ? "message" : "response";
    const bool wrapped = (family == Family::Messages || family == Family::Responses)
        && !object.find_field_unordered(name).get_object().get(inner);
    if ((wrapped ? inner : object).find_field_unordered("usage").get_object().get(usage))
        return;
    family == Family::Messages ? readAnthropic(usage, tokens) : readOpenAi(usage, tokens);
}

} // namespace proxy
