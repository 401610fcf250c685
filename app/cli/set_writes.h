// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/change_view.h"
#include "cli/command.h"
#include "cli/opened.h"
#include "workspace/change_service.h"

// What the commands share that write through change sets.
namespace cli {

constexpr Option reasonOption{"reason", "TEXT", QT_TRANSLATE_NOOP("Words", "why, for the journal")};
// Of every command that writes keys: --reason, --stage, --set, --title.
const QList<Option> &writeOptions();
constexpr Option dryRunOption{
    "dry-run", "", QT_TRANSLATE_NOOP("Words", "only say what would be done, and who would feel it")};
// --set and --title without --stage are refused, and --stage with --dry-run.
Maybe<> wellStaged(const Args &args, const QString &what);
// The number of --set, or of a word; 0: none was given.
Maybe<qint64> setNumber(const QString &what, const QString &text);

// The set of --set; empty: none was given.
Task<Maybe<std::optional<changes::ChangeSet>>> setMeant(
    Context &context, workspace::LiveSession *session, QString what);

// --stage: puts the edits into the set of --set, or into a new one, and prints it.
// `joins`: they were made over the gateway's state, and what the set has for the same objects stays.
Task<int> stageEdits(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, bool joins = false);
// --dry-run: prints a set that is kept nowhere, and who would feel it.
Task<int> tryOut(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits);

// A set that was worked on. With --json its secrets wait here, else they went to stdout as they came.
struct Outcome
{
    changes::ChangeSet set;
    SecretsOnce secrets;
};
// Until an interrupt, which is heard between two steps.
Task<Maybe<Outcome>> applied(Context &context, workspace::LiveSession *session, changes::ChangeSet set, bool keepGoing);
Task<Maybe<Outcome>> undone(Context &context, workspace::LiveSession *session, changes::ChangeSet set);
// Edits as a set of their own, titled with the question, applied at once; it goes on past failures, so that what failed can
// be tried again.
Task<Maybe<Outcome>> appliedAtOnce(
    Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, QString question);
// The same, asked for first and printed.
Task<int> writeAll(Context &context, workspace::LiveSession *session, QList<changes::Edit> edits, QString question);
// Prints it; the exit code is that of the first step that failed.
int printOutcome(Context &context, const workspace::LiveSession &session, const Outcome &outcome);

} // namespace cli
