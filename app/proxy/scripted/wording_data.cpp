// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/json_out.h"
#include "proxy/scripted/wording.h"
#include <algorithm>
#include <bit>
#include <cmath>
#include <openssl/evp.h>

namespace proxy::scripted {

namespace {

constexpr std::int64_t usualDimensions = 32;
constexpr std::int64_t mostDimensions = 4096;
constexpr std::int64_t tokensAnImage = 272;

const std::string pictureStart = "data:image/png;base64,";

// A PNG of 16 by 16 pixels.
constexpr const char *picture =
    "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42hXRURVEIQhFUSMYgQhGMAIRiGCEE8EIRiACEYhABCLM"
    "G7/ZrMt1jMEcyGAN9kAHNjgDBnfwBj6IQQ5q0IMxJnMikzXZE53Y5EyY3Mmb+CQmOalJzw8IUxBhCVtQwYQjIFzhCS6EkEIJLR9Y"
    "zIUs1mIvdGGLs2BxF2/hi1jkoha9PrCZG9mszd7oxjZnw+Zu3sY3sclNbXp/QJmKKEvZiiqmHAXlKk9xJZRUSmn9gDENMZaxDTXM"
    "OAbGNZ7hRhhplNH2gcM8yGEd9kEPdjgHDvfwDn6IQx7q0OcD/wK/Sr4jv9hfkG/1N/x/Fx44BCQU9Pc94zIvclmXfdGLXc79j9/L"
    "u/glLnmpS98PPOZDHuuxH/qwx3n/5ffxHv6IRz7q0e8DznTEWc521DHn+D/KdZ7jTjjplNP+gWAGEqxgBxpYcOIf/AYv8CCCDCro"
    "+EAyE0lWshNNLDn5P/MmL/Ekkkwq6fxAMQspVrELLaw49S/lFq/wIoosquj6QDMbaVazG22sOf2v8Dav8SaabKrp5geIAnAQC3Nf"
    "wAAAAABJRU5ErkJggg==";

// A vector of length one that only the text decides (FNV-1a and a linear generator).
std::vector<float> vectorOf(const std::string &text, std::int64_t dimensions)
{
    std::uint64_t state = 14'695'981'039'346'656'037U;
    for (const char c : text)
        state = (state ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    std::vector<float> values;
    double length = 0;
    for (std::int64_t i = 0; i < dimensions; ++i) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        const double value = double(state >> 40) / double(1U << 23) - 1;
        values.push_back(float(value));
        length += value * value;
    }
    for (float &value : values)
        value = float(double(value) / std::sqrt(length));
    return values;
}

// Little-endian float32 in base64, as the SDKs ask for it unless told otherwise.
std::string base64Of(const std::vector<float> &values)
{
    std::vector<unsigned char> bytes;
    for (const float value : values) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<unsigned char>(bits >> shift));
    }
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes.data(), int(bytes.size()));
    text.resize(std::size_t(length));
    return text;
}

std::string listOf(const std::vector<float> &values)
{
    std::string list = "[";
    for (const float value : values) {
        char number[32];
        std::snprintf(number, sizeof number, "%.8g", double(value));
        (list += list.size() > 1 ? "," : "") += number;
    }
    return list + ']';
}

} // namespace

Worded wordEmbeddings(const Question &question)
{
    const std::int64_t asked = question.scan.dimensions > 0 ? question.scan.dimensions : usualDimensions;
    const std::int64_t tokens = *tokensFor(question, 0).input;
    JsonOut out;
    out.open('{').text("object", "list").key("data").open('[');
    std::int64_t index = 0;
    for (const std::string &input : question.prompt.inputs) {
        const std::vector<float> values = vectorOf(input, std::min(asked, mostDimensions));
        out.open('{').text("object", "embedding").number("index", index++).key("embedding");
        out.raw(question.scan.base64 ? quoted(base64Of(values)) : listOf(values)).close('}');
    }
    out.close(']').text("model", question.alias);
    if (question.fault() == Fault::NoUsage)
        return {out.close('}').take()};
    out.key("usage").open('{').number("prompt_tokens", tokens);
    return {out.number("total_tokens", tokens).close('}').close('}').take()};
}

Worded wordGeminiEmbeddings(const Question &question)
{
    const std::int64_t asked = question.prompt.dimensions > 0 ? question.prompt.dimensions : usualDimensions;
    const std::int64_t tokens = *tokensFor(question, 0).input;
    std::string vectors;
    for (const std::string &input : question.prompt.inputs)
        vectors += (vectors.empty() ? "" : ",") + std::string("{\"values\":")
            + listOf(vectorOf(input, std::min(asked, mostDimensions))) + '}';
    JsonOut out;
    out.open('{');
    if (question.endpoint.batch)
        out.key("embeddings").open('[').raw(vectors).close(']');
    else
        out.key("embedding").raw(vectors.empty() ? R"({"values":[]})" : vectors);
    if (question.fault() == Fault::NoUsage)
        return {out.close('}').take()};
    out.key("usageMetadata").open('{').number("promptTokenCount", tokens).number("totalTokenCount", tokens);
    return {out.close('}').close('}').take()};
}

Worded wordImages(const Question &question)
{
    const Tokens tokens = tokensFor(question, imageTokens(question));
    JsonOut out;
    out.open('{').number("created", question.created).key("data").open('[');
    const bool link = question.prompt.wantsUrl; // the picture itself all the same: nothing here serves files
    for (std::int64_t i = 0; i < imageTokens(question) / tokensAnImage; ++i) {
        out.open('{').text(link ? "url" : "b64_json", (link ? pictureStart : std::string()) + picture);
        out.text("revised_prompt", question.prompt.lastUser).close('}');
    }
    out.close(']');
    if (question.fault() == Fault::NoUsage)
        return {out.close('}').take()};
    out.key("usage").open('{').number("input_tokens", *tokens.input);
    out.number("output_tokens", *tokens.output).number("total_tokens", *tokens.input + *tokens.output);
    out.key("input_tokens_details").open('{').number("text_tokens", *tokens.input);
    return {out.number("image_tokens", std::int64_t(0)).close('}').close('}').close('}').take()};
}

std::int64_t imageTokens(const Question &question)
{
    return tokensAnImage * std::clamp<std::int64_t>(question.scan.choices, 1, 10);
}

} // namespace proxy::scripted
