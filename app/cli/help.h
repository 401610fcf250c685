// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace cli {

struct Command;

// Whether a word opens commands of two words: "key".
bool isGroup(const QString &word);
// The page of one command.
QString helpOf(const Command &command);
// The page of a group ("key"), or of the whole program ("").
QString helpOf(const QString &group);

} // namespace cli
