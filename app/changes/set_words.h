// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change_set.h"

// A change set and its steps in words, as tables show them. Translated.
namespace changes {

QString inWords(const ChangeSet &set); // its state: "open", "interrupted"
QString inWords(StepState state); // "waits", "done"
QString inWords(StepRemark remark); // a sentence without its stop; empty: nothing is to be said
QString verbInWords(const Edit &edit); // "create", "delete"
QString objectInWords(const Edit &edit); // "key", "alias"

} // namespace changes
