// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace proxy {

// What the gateway must know of a chat request, found in one pass without copying the body.
struct BodyScan
{
    bool valid = false; // a JSON object whose members could be read
    std::string problem; // else: why, for people
    int models = 0; // how many members are called model
    std::string model;
    std::size_t modelStart = 0; // the byte span of its value, quotes included
    std::size_t modelLength = 0;
    std::size_t firstMember = 0; // where the first member begins, or the closing brace
    bool empty = true; // no members
    bool stream = false;
    bool includeUsage = false;
    std::optional<std::int64_t> maxTokens; // max_completion_tokens, else max_tokens
    std::int64_t choices = 1;
    bool tools = false;
    bool base64 = false; // embeddings: encoding_format
    std::int64_t dimensions = 0; // embeddings; 0: not asked for
};

// The body must have simdjson's padding behind it, readable up to capacity.
BodyScan scanBody(const char *body, std::size_t size, std::size_t capacity);

// Gemini's embeddings name the model once more in the body, and in each request of a batch: the body with this one there.
std::string withGeminiModel(const char *body, std::size_t size, std::size_t capacity, const std::string &model);

// Bytes simdjson reads behind a text.
std::size_t jsonPadding();

} // namespace proxy
