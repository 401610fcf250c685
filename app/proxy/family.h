// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/config.h"
#include <string_view>

namespace proxy {

struct Request;

// The families of endpoints. What differs between them is decided by this name: paths, fields, events, error shapes.
enum class Family { Chat, Responses, Embeddings, Images, Messages, Gemini, Completions, Models, Key, Other };
const char *nameOf(Family family);
// Is this the name of a family that calls models?
bool isFamily(std::string_view name);
// Does an upstream of this kind speak the family?
bool speaks(UpstreamKind kind, Family family);

// What a method and a path ask for; Other: nothing this gateway knows.
struct Endpoint
{
    Family family = Family::Other;
    bool counting = false; // of tokens only: nothing is generated
    bool streams = false; // Gemini says so in the path
    std::string model = {}; // of the path, decoded: Gemini, and one entry of the models
    bool embedding = false; // Gemini: vectors, not text
    bool batch = false; // many of them
};
// Accepted with and without /v1 and a slash at the end.
Endpoint endpointOf(std::string_view method, std::string_view path);
// In whose words a request is answered: those of its family; where it calls no model its path and headers tell.
Family skinOf(const Endpoint &endpoint, const Request &request);
// Behind an upstream's base URL; empty for Gemini, where the path names the route's model.
std::string_view upstreamPath(const Endpoint &endpoint);
std::string geminiPath(const Endpoint &endpoint, const std::string &model);

} // namespace proxy
