// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/usage_counts.h"

namespace proxy {

namespace dom = simdjson::dom;

namespace {

using Count = std::optional<std::int64_t>;

constexpr std::int64_t mostTokens = 1'000'000'000'000; // no answer has more; sums of such counts cannot overflow

// Two readers of an object, one what the other is: numberOf() and open() are all the rest asks for.
Count numberOf(const dom::object &object, std::string_view name)
{
    std::int64_t value = 0;
    return object.at_key(name).get_int64().get(value) ? std::nullopt : Count(value);
}

bool open(const dom::object &object, std::string_view name, dom::object &inner)
{
    return !object.at_key(name).get_object().get(inner);
}

Count numberOf(const JsonMembers &object, std::string_view name)
{
    return integerOf(object[name]);
}

bool open(const JsonMembers &object, std::string_view name, JsonMembers &inner)
{
    return object.open(name, inner);
}

template<class Object>
Count count(const Object &object, std::string_view name)
{
    const Count value = numberOf(object, name);
    return value && *value >= 0 && *value <= mostTokens ? value : std::nullopt;
}

template<class Object>
Count count(const Object &object, std::string_view group, std::string_view name)
{
    Object inner;
    return open(object, group, inner) ? count(inner, name) : std::nullopt;
}

void keep(Count &known, const Count &told)
{
    if (told)
        known = told;
}

// chat: prompt_tokens and completion_tokens; responses, embeddings and images: input_tokens and output_tokens too.
template<class Object>
void readOpenAi(const Object &usage, Tokens &tokens)
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
template<class Object>
void readAnthropic(const Object &usage, Tokens &tokens)
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
template<class Object>
void readGemini(const Object &usage, Tokens &tokens)
{
    keep(tokens.input, count(usage, "promptTokenCount"));
    keep(tokens.cached, count(usage, "cachedContentTokenCount"));
    const Count thoughts = count(usage, "thoughtsTokenCount");
    keep(tokens.reasoning, thoughts);
    if (const Count written = count(usage, "candidatesTokenCount"))
        tokens.output = *written + thoughts.value_or(0);
}

} // namespace

template<class Object>
void readUsage(const Object &object, Family family, Tokens &tokens)
{
    Object usage;
    if (family == Family::Gemini) {
        if (open(object, "usageMetadata", usage))
            readGemini(usage, tokens);
        return;
    }
    Object inner; // the answer inside an event
    const char *name = family == Family::Messages ? "message" : "response";
    const bool wrapped = (family == Family::Messages || family == Family::Responses) && open(object, name, inner);
    if (!open(wrapped ? inner : object, "usage", usage))
        return;
    family == Family::Messages ? readAnthropic(usage, tokens) : readOpenAi(usage, tokens);
}

template void readUsage(const dom::object &object, Family family, Tokens &tokens);
template void readUsage(const JsonMembers &object, Family family, Tokens &tokens);

} // namespace proxy
