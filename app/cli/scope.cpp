// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scope.h"
#include "base/money.h"
#include "cli/words.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using gateway::Feature;

namespace cli {

// Limits that no adapter of this version can set. They are understood, so that asking for them is never ignored.
static constexpr const char *unheld[] = {"family", "upstream", "cidr", "group", "soft", "rpm", "tpm", "parallel"};

const QList<Option> &scopeOptions()
{
    static const QList<Option> all{
        {"alias", "A", QT_TRANSLATE_NOOP("Words", "a model it may use (repeatable); none: every one")},
        {"family", "F", QT_TRANSLATE_NOOP("Words", "families of calls: chat,responses,...")},
        {"upstream", "U", QT_TRANSLATE_NOOP("Words", "only through this upstream")},
        {"cidr", "C", QT_TRANSLATE_NOOP("Words", "only from these addresses (repeatable)")},
        {"group", "G", QT_TRANSLATE_NOOP("Words", "the gateway's group or team")},
        {"expires", "WHEN", QT_TRANSLATE_NOOP("Words", "2027-01-31, 30d, 12h or never")},
        {"budget", "B", QT_TRANSLATE_NOOP("Words", "5/day: USD per day, week, month, lifetime or 12h (repeatable)")},
        {"soft", "P", QT_TRANSLATE_NOOP("Words", "warn at these shares of the budget: 80,95")},
        {"rpm", "N", QT_TRANSLATE_NOOP("Words", "requests a minute")},
        {"tpm", "N", QT_TRANSLATE_NOOP("Words", "tokens a minute")},
        {"parallel", "N", QT_TRANSLATE_NOOP("Words", "calls at the same time")},
        {"app", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: the application")},
        {"env", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: its environment")},
        {"owner", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: who answers for it")},
        {"rotation-owner", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: who rotates it")},
        {"budget-owner", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: who pays")},
        {"ticket", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: the ticket that asked for it")},
        {"purpose", "TEXT", QT_TRANSLATE_NOOP("Words", "passport: what it is for")},
        {"review-date", "DATE", QT_TRANSLATE_NOOP("Words", "passport: when to look at it again")},
        {"accept-gaps", "", QT_TRANSLATE_NOOP("Words", "go on without what the gateway cannot hold")},
    };
    return all;
}

static Maybe<Budget> budgetOf(const QString &text)
{
    static const QRegularExpression window(u"^(lifetime|day|week|month|[1-9][0-9]{0,3}h)$"_s);
    const qsizetype slash = text.indexOf(u'/');
    const auto nanos = slash < 0 ? std::nullopt : money::nanosOf(text.first(slash));
    if (!nanos || *nanos <= 0 || !window.match(text.mid(slash + 1)).hasMatch())
        return misuse(u"--budget"_s, Words::tr("\"%1\" is no amount of USD in a window").arg(text),
            u"--budget 5/day, --budget 0.05/lifetime, --budget 1/12h"_s);
    Budget budget;
    budget.nanos = *nanos;
    budget.window = text.mid(slash + 1);
    return budget;
}

static Maybe<std::optional<QDateTime>> expiryOf(const QString &text, const QDateTime &now)
{
    static const QRegularExpression span(u"^([1-9][0-9]{0,4})([hd])$"_s);
    if (text == "never"_L1)
        return std::nullopt;
    const auto match = span.match(text);
    const qint64 count = match.captured(1).toLongLong();
    QDateTime when = match.captured(2) == "h"_L1 ? now.addSecs(count * 3600) : now.addDays(count);
    if (!match.hasMatch())
        when = text.size() == 10 ? QDate::fromString(text, Qt::ISODate).startOfDay(Qt::UTC)
                                 : QDateTime::fromString(text, Qt::ISODate).toUTC();
    if (!when.isValid() || when <= now)
        return misuse(u"--expires"_s, Words::tr("\"%1\" is no time to come").arg(text),
            u"--expires 2027-01-31, --expires 30d, --expires never"_s);
    return when;
}

static Maybe<Passport> passportOf(Passport passport, const Args &args)
{
    const QList<std::pair<const char *, QString *>> fields{{"app", &passport.application},
        {"env", &passport.environment}, {"owner", &passport.owner}, {"rotation-owner", &passport.rotationOwner},
        {"budget-owner", &passport.budgetOwner}, {"ticket", &passport.ticket}, {"purpose", &passport.purpose}};
    for (const auto &[option, field] : fields)
        if (args.has(option))
            *field = args.value(option);
    if (!args.has("review-date"))
        return passport;
    passport.reviewDate = QDate::fromString(args.value("review-date"), Qt::ISODate);
    if (!passport.reviewDate.isValid())
        return misuse(u"--review-date"_s, Words::tr("\"%1\" is no date").arg(args.value("review-date")),
            u"--review-date 2027-01-31"_s);
    return passport;
}

Maybe<Key> scoped(Key key, const Args &args, const QDateTime &now)
{
    if (args.has("alias"))
        key.aliases = args.list("alias");
    if (args.has("expires")) {
        const auto expiry = expiryOf(args.value("expires"), now);
        if (!expiry)
            return tl::unexpected<Trouble>(expiry.error());
        key.expiresAt = *expiry;
    }
    QList<Budget> budgets;
    for (const QString &text : args.values("budget")) {
        const auto budget = budgetOf(text);
        if (!budget)
            return tl::unexpected<Trouble>(budget.error());
        budgets << *budget;
    }
    if (args.has("budget"))
        key.budgets = budgets;
    const auto passport = passportOf(key.passport, args);
    if (!passport)
        return tl::unexpected<Trouble>(passport.error());
    key.passport = *passport;
    return key;
}

static bool hasWindows(const Key &key)
{
    return std::ranges::any_of(key.budgets, [](const Budget &budget) { return budget.window != "lifetime"_L1; });
}

QStringList gaps(const Args &args, const Key &wanted, const gateway::Features &features)
{
    QStringList out;
    for (const char *option : unheld)
        if (args.has(option))
            out << u"--"_s + QLatin1StringView(option);
    if (args.has("alias") && !features.has(Feature::ModelScope))
        out << u"--alias"_s;
    if (args.has("expires") && wanted.expiresAt && !features.has(Feature::KeyExpiry))
        out << u"--expires"_s;
    if (args.has("budget") && !features.has(Feature::Budget))
        out << u"--budget"_s;
    else if (args.has("budget") && hasWindows(wanted) && !features.has(Feature::BudgetWindows))
        out << Words::tr("--budget in other windows than the lifetime");
    if (wanted.passport != Passport() && !features.has(Feature::Passport))
        out << Words::tr("the passport");
    return out;
}

Key without(Key key, const gateway::Features &features)
{
    if (!features.has(Feature::ModelScope))
        key.aliases.clear();
    if (!features.has(Feature::KeyExpiry))
        key.expiresAt.reset();
    if (!features.has(Feature::Budget))
        key.budgets.clear();
    if (!features.has(Feature::BudgetWindows))
        key.budgets.removeIf([](const Budget &budget) { return budget.window != "lifetime"_L1; });
    if (!features.has(Feature::Passport))
        key.passport = Passport();
    return key;
}

} // namespace cli
