// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/glyphs.h"
#include <array>

namespace kit {

static constexpr std::array<const char *, glyphCount> fileNames{
    "overview",
    "usage",
    "requests",
    "alerts",
    "keys",
    "aliases",
    "changes",
    "smoke",
    "migration",
    "evidence",
    "gateway",
    "settings",
    "help",
    "add",
    "remove",
    "edit",
    "copy",
    "delete",
    "refresh",
    "search",
    "filter",
    "download",
    "upload",
    "play",
    "stop",
    "pause",
    "undo",
    "close",
    "check",
    "more",
    "chevron-down",
    "chevron-up",
    "chevron-right",
    "chevron-left",
    "arrow-right",
    "arrow-up",
    "arrow-down",
    "external",
    "reveal",
    "hide",
    "columns",
    "save",
    "terminal",
    "sort",
    "table",
    "calendar",
    "bolt",
    "link",
    "owner",
    "ok",
    "warn",
    "bad",
    "info",
    "pending",
    "skipped",
    "unknown",
    "running",
    "draft",
    "idle",
    "lock",
    "unlock",
    "offline",
    "shield",
    "demo",
};

const char *fileName(Glyph glyph)
{
    return fileNames[size_t(glyph)];
}

} // namespace kit
