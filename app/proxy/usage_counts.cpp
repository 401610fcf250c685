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

Count count(od::object &object, std::string_view group, std::string_view name)
{
    od::object inner;
    if (object.find_field_unordered(group).get_object().get(inner))
        return {};
    return count(inner, name);
}

void keep(Count &known, const Count &told)
{
    if (told)
        known = told;
}

// chat: prompt_tokens and completion_tokens; responses, embeddings and images: input_tokens and output_tokens too.
void readOpenAi(od::object &usage, Tokens &tokens)
{
    keep(tokens.input, count(usage, "prompt_tokens"));
    keep(tokens.output, count(usage, "completion_tokens"));
    keep(tokens.cached, count(usage, "prompt_tokens_details", "cached_tokens"));
    keep(tokens.reasoning, count(usage, "completion_tokens_details", "reasoning_tokens"));
    keep(tokens.input, count(usage, "input_tokens"));
    keep(tokens.output, count(usage, "output_tokens"));
    keep(tokens.cached, count(usage, "input_tokens_details", "cached_tokens"));
    keep(tokens.reasoning, count(usage, "output_tokens_details", "reasoning_tokens"));
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
