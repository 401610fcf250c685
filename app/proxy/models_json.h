// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"
#include "proxy/request.h"

namespace proxy {

// In whose words the models are listed: Anthropic's SDK says its version, Google's has a path or a key header of its own.
enum class ModelsSkin { OpenAi, Anthropic, Gemini };
ModelsSkin skinOf(const Request &request);

std::string modelJson(const AliasConfig &alias, ModelsSkin skin);
std::string modelsJson(const std::vector<const AliasConfig *> &aliases, ModelsSkin skin);

} // namespace proxy
