// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/interrupts.h"
#include "cli/output.h"

namespace cli {

// What a running command has at hand: its arguments, its output, the data dir. Main thread.
class Context
{
public:
    explicit Context(Args given) : args(std::move(given)), out(args.has("json")) {}

    const Args args;
    Output out;
    Interrupts interrupts;

    // --data-dir, else GATEWRIGHT_HOME, else $XDG_DATA_HOME/gatewright.
    QString dataDir() const;
    // --yes, or "y" on the terminal.
    bool confirmed(const QString &question) const;
    // --limit, or the number given here.
    Maybe<int> limit(int usual) const;
    // Prints it and gives its exit code.
    int failed(const Trouble &trouble) { return out.failed(trouble); }
};

} // namespace cli
