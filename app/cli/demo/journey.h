// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/opened.h"

namespace cli::demo {

// A call that the demo made or caused, to be found again among the usage rows.
struct Call
{
    QString requestId;
    int status = 0;
    bool withKey = true; // false: no known key was given
};

// What the demo has in hand between its steps. A step that finds something wrong says so in `mismatch`.
struct Journey
{
    Context &context;
    workspace::LiveSession &session;
    QStringList aliases; // two that the key may use
    QString foreign; // one that it may not
    Key key;
    Secret secret;
    QList<Call> calls;
    RunReport run;
    QStringList mismatches;

    void say(const QString &text) { context.out.note(text); }
    void expect(bool holds, const QString &what)
    {
        say((holds ? u"  ok    "_qs : u"  WRONG "_qs) + what);
        if (!holds)
            mismatches << what;
    }
};

// The steps, in order. A failure ends the demo; what is only wrong goes on.
Task<Result<>> issueKey(Journey &journey);
Task<Result<>> runSmoke(Journey &journey);
Task<Result<>> proveRefusals(Journey &journey);
Task<Result<>> findUsage(Journey &journey);
Task<Result<>> disableKey(Journey &journey);
// The reports that lie in the run's folder.
void lookForReports(Journey &journey);

} // namespace cli::demo
