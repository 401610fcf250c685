// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "cli/command.h"
#include "cli/context.h"

namespace cli {

// --key-env, --key-stdin, --key-file, --key-ref: where the secret of a key lies that is only called with.
const QList<Option> &givenKeyOptions();
// That secret; it is not kept. `question` is asked on a terminal.
Task<Maybe<Secret>> givenKey(Context &context, QString what, QString question);

} // namespace cli
