// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/command.h"
#include "cli/trouble.h"

namespace cli {

// What a command line asks for: a command to run, or a page of help to print.
struct Parsed
{
    const Command *command = nullptr; // null: print `help`
    Args args;
    QString help;
};

// Reads the words behind the program's name.
Maybe<Parsed> parse(const QStringList &words);

} // namespace cli
