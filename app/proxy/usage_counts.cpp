// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_counts.h"

namespace proxy {

namespace dom = simdjson::dom;

namespace {

using Count = std::optional<std::int64_t>;

constexpr std::int64_t mostTokens = 1'000'000'000'000; // no answer has more; sums of such counts cannot overflow

Count count(const dom::object &object, std::string_view name)
{
    std::int64_t value = 0;
    if (object.at_key(name).get_int64().get(value) || value < 0 || value > mostTokens)
        return {};
    return value;
}

Count count(const dom::object &object, std::string_view group, std::string_view name)
{
    dom::object inner;
    if (object.at_key(group).get_object().get(inner))
        return {};
    return count(inner, name);
}

void keep(Count &known, const Count &told)
{
    if (told)
        known = told;
}

// chat: prompt_tokens and completion_tokens; responses, embeddings and images: input_tokens and output_tokens too.
void readOpenAi(const dom::object &usage, Tokens &tokens)
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
void readAnthropic(const dom::object &usage, Tokens &tokens)
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
void readGemini(const dom::object &usage, Tokens &tokens)
{
    keep(tokens.input, count(usage, "promptTokenCount"));
    keep(tokens.cached, count(usage, "cachedContentTokenCount"));
    const Count thoughts = count(usage, "thoughtsTokenCount");
    keep(tokens.reasoning, thoughts);
    if (const Count written = count(usage, "candidatesTokenCount"))
        tokens.output = *written + thoughts.value_or(0);
}

} // namespace

void readUsage(const dom::object &object, Family family, Tokens &tokens)
{
    dom::object usage;
    if (family == Family::Gemini) {
        if (!object.at_key("usageMetadata").get_object().get(usage))
            readGemini(usage, tokens);
        return;
    }
    dom::object inner; // the answer inside an event
    const char *name = family == Family::Messages ? "message" : "response";
    const bool wrapped =
        (family == Family::Messages || family == Family::Responses) && !object.at_key(name).get_object().get(inner);
    if ((wrapped ? inner : object).at_key("usage").get_object().get(usage))
        return;
    family == Family::Messages ? readAnthropic(usage, tokens) : readOpenAi(usage, tokens);
}

} // namespace proxy
