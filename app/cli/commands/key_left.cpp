// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "usage/left_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key left"_s;
static constexpr qint64 daySeconds = 24 * 3600;

static std::optional<qint64> wholeDays(const usage::Outlook &outlook)
{
    return outlook.secondsLeft ? std::optional(*outlook.secondsLeft / daySeconds) : std::nullopt;
}

static QJsonObject jsonOf(const KeyStanding &standing, const QDateTime &now)
{
    const Allowance &own = standing.allowance;
    const usage::Outlook outlook = usage::outlookOf(standing, {}, now);
    return {{u"name"_s, textOrNull(own.name)}, {u"window"_s, textOrNull(own.window)},
        {u"limit_nanos"_s, cli::jsonOf(own.limitNanos)}, {u"left_nanos"_s, cli::jsonOf(own.leftNanos)},
        {u"spent_nanos"_s, cli::jsonOf(own.spentNanos)}, {u"unlimited"_s, own.unlimited},
        {u"currency"_s, textOrNull(own.currency)}, {u"today_nanos"_s, cli::jsonOf(usage::usedToday(standing))},
        {u"per_day_nanos"_s, cli::jsonOf(outlook.nanosPerDay)}, {u"outlook"_s, usage::nameOf(outlook.kind)},
        {u"days_left"_s, cli::jsonOf(wholeDays(outlook))},
        {u"resets_at"_s, cli::jsonOf(usage::nextReset(standing, now))},
        {u"expires_at"_s, cli::jsonOf(standing.expiresAt)}, {u"read_at"_s, cli::jsonOf(std::optional(now))}};
}

static void print(Context &context, const KeyStanding &standing)
{
    const QDateTime now = Clock().now();
    context.out.document(jsonOf(standing, now));
    Table rows{{Words::tr("OF THIS KEY"), QString()}};
    for (const usage::LeftFact &fact : usage::leftFacts(standing, {}, now, u"UTC"_s))
        rows << QStringList{fact.name, fact.value};
    context.out.table(rows);
    context.out.note(Words::tr("read at %1").arg(now.toUTC().toString(Qt::ISODate)));
}

static Task<int> run(Context &context)
{
    const auto session = co_await openSession(context, context.args.word(0));
    if (!session)
        co_return context.failed(session.error());
    workspace::LiveSession &live = **session;
    auto standing = co_await live.ownKeyNow();
    if (!standing && standing.error().kind == FailureKind::PassphraseNeeded && canAsk()) {
        const Result<> unlocked = co_await unlockVault(context.workspace().vaults());
        if (unlocked)
            standing = co_await live.ownKeyNow();
    }
    if (!standing && standing.error().kind == FailureKind::Unsupported)
        co_return context.failed(trouble(what, standing.error(), live.attempt()).value());
    if (!standing)
        co_return context.failed(notConnected(context, live, what, standing.error()));
    print(context, *standing);
    co_return AllWell;
}

extern const Command keyLeft;
const Command keyLeft{"key left", "[PROFILE]",
    QT_TRANSLATE_NOOP("Words", "says what the connection's own data key has left, without an admin key"),
    "key left lab --json", {}, run};

} // namespace cli
