// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/family.h"
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace proxy::scripted {

// A function the model may call; its schema is null when none was given.
struct Tool
{
    std::string name;
    boost::json::value schema;
};

enum class ToolChoice { Auto, None, Forced };
enum class Format { Text, Json, Enum };

// What a scripted model answers to, read from the body of any family.
struct Prompt
{
    std::string lastUser;
    std::int64_t bytes = 0; // of all texts
    std::int64_t parts = 0; // images, sounds and files
    bool toolResult = false; // the last turn is a tool's
    std::vector<std::string> inputs = {}; // of embeddings, and of completions
    std::vector<Tool> tools = {}; // those that may be called
    ToolChoice choice = ToolChoice::Auto;
    bool parallel = true; // several calls at once
    Format format = Format::Text;
    boost::json::value schema = {}; // of a JSON answer; null: any object
    std::vector<std::string> stops = {};
    std::uint64_t seed = 0;
    bool obfuscation = true; // chat: stream_options.include_obfuscation
    std::int64_t dimensions = 0; // Gemini's embeddings
    bool wantsUrl = false; // images: response_format
    std::string problem = {}; // why this cannot be answered, for people
    std::string problemParam = {};
    std::string problemCode = "invalid_value";
};

// Empty: the body is no JSON.
std::optional<Prompt> promptOf(Family family, std::string_view body);
// Four bytes a token, 85 tokens a picture and three for the frame of the conversation, as the rule of thumb goes.
std::int64_t inputTokens(const Prompt &prompt);

// The wishes beside the text: tools, format, stops, seed (wishes.cpp).
void readWishes(const boost::json::value &body, Prompt &prompt);

} // namespace proxy::scripted
