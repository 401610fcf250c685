// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "text/words.h"

namespace cli {

// What a program that calls gwctl can decide by. The numbers are a contract.
enum ExitCode : int {
    AllWell = 0,
    CheckFailed = 1,
    Misuse = 2, // wrong usage or bad input
    Unreachable = 3, // could not reach the gateway or log in
    CapReached = 4,
    Inconclusive = 5,
    Refused = 6, // by a lock or guard
    Internal = 70,
    Interrupted = 130,
};

// Why a command ended without doing its work: printed as "gwctl: WHAT: WHY" and "  try: NEXT".
struct Trouble
{
    int exit = Misuse;
    QString kind; // of the JSON form: "usage", "network", ...
    QString what;
    QString why;
    QString next;
};

// Either what was asked for, or why not.
template<typename T = void>
using Maybe = tl::expected<T, Trouble>;

// Wrong usage or bad input: exit 2.
tl::unexpected<Trouble> misuse(QString what, QString why, QString next);
// --after names nothing that the list holds (any more).
tl::unexpected<Trouble> unknownCursor(const QString &cursor);
// A failure of the core, in words; `what` names the command ("key list"), `on` the gateway that was asked.
tl::unexpected<Trouble> trouble(QString what, const Failure &failure, const text::Attempt &on = {});
// The name of a kind of failure in JSON: "not_a_gateway".
QString nameOf(FailureKind kind);
// The exit code of a failure.
int exitOf(FailureKind kind);

} // namespace cli
