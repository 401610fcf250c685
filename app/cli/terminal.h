// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "cli/trouble.h"
#include <optional>
#include <QString>

namespace cli {

// Whether somebody sits at stdin and can be asked.
bool canAsk();
// Asks a question on the terminal; anything but "y" or "yes" is no.
bool askYes(const QString &question);
// The same before a write; otherwise why nothing is done: nobody to ask, or another answer.
Maybe<> confirmed(const QString &question);
// Asks for a secret without echoing it. Empty: nobody can be asked.
std::optional<Secret> askSecret(const QString &question);
// The first line of stdin.
Secret secretFromStdin();

} // namespace cli
