// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

// Select, the dialect of an OpenAI-compatible gateway that chooses the model itself. Its own words on the wire:
// product/4-smoke-tests.md section 4.2. Keys look like "sk-sel-..." and go as Bearer on every endpoint.
namespace selectax {

inline constexpr QLatin1StringView kind("select");
inline constexpr QLatin1StringView smartAlias("smart-select"); // smart mode: the gateway picks the model
inline constexpr char modelHeader[] = "x-model"; // direct mode: exactly this model

inline bool isItsHost(const QString &host)
{
    return host == QLatin1StringView("select.ax") || host.endsWith(QLatin1StringView(".select.ax"));
}

} // namespace selectax
