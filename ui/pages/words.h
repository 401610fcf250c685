// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/profile.h"
#include "kit/tokens.h"
#include "text/words.h"
#include <QDateTime>

namespace kit {
class Notice;
}

// Words that several pages and the frame share.
namespace pages {

QString kindName(const QString &kind); // "OpenAI-compatible"; of a profile's kind
QString environmentName(Environment environment); // "staging", as a state word
kit::Environment environmentColour(Environment environment);
QString windowName(const QString &window); // of a budget: "over its lifetime", "per day", "per 12 h"
// Why, and the next step. `attempt` names the connection (Session::attempt()); without it: "the gateway".
QString whyOf(const Failure &failure, const text::Attempt &attempt = {});
QString clock(const QDateTime &at); // "14:32:05" of the person's day, with its date when it is not today's
// What went wrong, why and what next, as a bar in red.
kit::Notice *failureNotice(const QString &what, const Failure &failure, const text::Attempt &attempt = {});
QString ago(const QDateTime &at, const QDateTime &now); // "12 s", "38 min", "3 h", "2 d"

} // namespace pages
