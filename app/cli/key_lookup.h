// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"
#include "cli/opened.h"

namespace cli {

// A connected session and one of its keys.
struct FoundKey
{
    workspace::LiveSession *session = nullptr;
    Key key;
};
// The key that the first word names: by id, or by a name that only one key has.
Task<Maybe<FoundKey>> findKey(Context &context, QString what);
// Asks where that is due, writes the change through the journal and reads it back.
Task<Maybe<changes::Done>> writeKey(
    Context &context, workspace::LiveSession &session, changes::Change change, QString question);
// Prints a key that was just written, once with its new secret: on stdout alone, `said` goes to stderr.
void printSecretOnce(Context &context, const changes::Done &done, const QString &said);
// Refused (exit 2): what this gateway cannot hold, for `what`, the command's name.
Trouble cannotHold(const QString &what, const workspace::LiveSession &session, const QStringList &missing);
// "enabled", "disabled" or "expired".
QString stateOf(const Key &key);
// The lines of `key show`.
void printKey(Context &context, const Key &key);
// "5 USD a day"
QString wordsOf(const Budget &budget);
// "0.05 USD"; "unknown" when empty.
QString usd(const std::optional<qint64> &nanos);

} // namespace cli
