// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scope.h"
#include "base/money.h"
#include "cli/words.h"
#include "domain/network.h"
#include <algorithm>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using gateway::Feature;

namespace cli {

const QList<Option> &scopeOptions()
{
    static const QList<Option> all{
        {"alias", "A", QT_TRANSLATE_NOOP("Words", "a model it may use (repeatable); any: every one")},
        {"family", "F", QT_TRANSLATE_NOOP("Words", "only these families of calls: chat,responses,...; any: every one")},
        {"upstream", "U", QT_TRANSLATE_NOOP("Words", "only through this upstream (repeatable)")},
        {"cidr", "C", QT_TRANSLATE_NOOP("Words", "only from these addresses (repeatable)")},
        {"group", "G", QT_TRANSLATE_NOOP("Words", "the gateway's group or team")},
        {"expires", "WHEN", QT_TRANSLATE_NOOP("Words", "2027-01-31, 30d, 12h or never")},
        {"budget", "B",
            QT_TRANSLATE_NOOP("Words", "5/day: USD per day, week, month, lifetime or 12h (repeatable); none")},
        {"soft", "P", QT_TRANSLATE_NOOP("Words", "warn at these shares of the budget: 80,95")},
        {"rpm", "N", QT_TRANSLATE_NOOP("Words", "requests a minute; none: no limit")},
        {"tpm", "N", QT_TRANSLATE_NOOP("Words", "tokens a minute; none: no limit")},
        {"parallel", "N", QT_TRANSLATE_NOOP("Words", "calls at the same time; none: no limit")},
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

Maybe<Budget> budgetOf(const QString &text)
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

Maybe<std::optional<QDateTime>> expiryOf(const QString &text, const QDateTime &now, const QString &option)
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
        return misuse(option, Words::tr("\"%1\" is no time to come").arg(text), u"%1 2027-01-31, %1 30d"_s.arg(option));
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

// A whole number from 1, or none for no limit.
static Maybe<qint64> limitOf(const Args &args, const char *option)
{
    static constexpr qint64 most = 10'000'000'000;
    const QString text = args.value(option);
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (text == "none"_L1)
        return 0;
    if (!ok || value < 1 || value > most)
        return misuse(u"--"_s + QLatin1StringView(option), Words::tr("\"%1\" is no whole number above zero").arg(text),
            u"--%1 60, --%1 none"_s.arg(QLatin1StringView(option)));
    return value;
}

static Maybe<KeyRates> ratesOf(KeyRates rates, const Args &args)
{
    const std::initializer_list<std::pair<const char *, qint64 *>> fields{
        {"rpm", &rates.requestsPerMinute}, {"tpm", &rates.tokensPerMinute}, {"parallel", &rates.parallel}};
    for (const auto &[option, field] : fields) {
        const auto value = args.has(option) ? limitOf(args, option) : Maybe<qint64>(*field);
        if (!value)
            return tl::unexpected<Trouble>(value.error());
        *field = *value;
    }
    return rates;
}

static Maybe<std::vector<int>> softOf(const Args &args)
{
    std::vector<int> out;
    for (const QString &text : args.list("soft")) {
        bool ok = false;
        const int percent = text.toInt(&ok);
        if (text != "none"_L1 && (!ok || percent < 1 || percent > 100))
            return misuse(u"--soft"_s, Words::tr("\"%1\" is no share from 1 to 100 percent").arg(text),
                u"--soft 80,95, --soft none"_s);
        if (ok && std::ranges::find(out, percent) == out.end())
            out.push_back(percent);
    }
    std::ranges::sort(out);
    return out;
}

static Maybe<> networksOf(const Args &args)
{
    for (const QString &text : args.list("cidr"))
        if (text != "any"_L1 && !isNetwork(text))
            return misuse(u"--cidr"_s, Words::tr("\"%1\" is no address or network").arg(text),
                u"--cidr 10.20.0.0/16, --cidr 2001:db8::/32, --cidr any"_s);
    return {};
}

// The options that are lists of names; "any" takes the limit away.
static void takeNames(Key &key, const Args &args)
{
    const std::initializer_list<std::pair<const char *, QStringList *>> lists{
        {"alias", &key.aliases}, {"family", &key.families}, {"upstream", &key.upstreams}, {"cidr", &key.networks}};
    for (const auto &[option, list] : lists)
        if (args.has(option))
            *list = args.list(option) == QStringList{u"any"_s} ? QStringList() : args.list(option);
    if (args.has("group"))
        key.group = args.value("group");
}

// Budgets that stay keep what was spent and their raise.
static Maybe<QList<Budget>> budgetsOf(const Key &key, const Args &args)
{
    QList<Budget> budgets;
    for (const QString &text : args.values("budget")) {
        const auto budget = text == "none"_L1 ? Maybe<Budget>(Budget()) : budgetOf(text);
        if (!budget)
            return tl::unexpected<Trouble>(budget.error());
        const auto known = std::ranges::find(key.budgets, budget->window, &Budget::window);
        if (text == "none"_L1)
            continue;
        budgets << (known == key.budgets.end() ? *budget : *known);
        budgets.last().nanos = budget->nanos;
    }
    return budgets;
}

Maybe<Key> scoped(Key key, const Args &args, const QDateTime &now)
{
    const auto networks = networksOf(args);
    if (!networks)
        return tl::unexpected<Trouble>(networks.error());
    takeNames(key, args);
    const auto expiry = args.has("expires") ? expiryOf(args.value("expires"), now, u"--expires"_s) : key.expiresAt;
    if (!expiry)
        return tl::unexpected<Trouble>(expiry.error());
    key.expiresAt = *expiry;
    const auto budgets = args.has("budget") ? budgetsOf(key, args) : key.budgets;
    if (!budgets)
        return tl::unexpected<Trouble>(budgets.error());
    key.budgets = *budgets;
    const auto soft = args.has("soft") ? softOf(args) : key.softPercents;
    if (!soft)
        return tl::unexpected<Trouble>(soft.error());
    key.softPercents = *soft;
    const auto rates = ratesOf(key.rates, args);
    if (!rates)
        return tl::unexpected<Trouble>(rates.error());
    key.rates = *rates;
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

// Each option of a limit, with what a gateway needs to hold it.
static const QList<std::pair<const char *, Feature>> &needs()
{
    static const QList<std::pair<const char *, Feature>> all{{"family", Feature::FamilyScope},
        {"upstream", Feature::UpstreamScope}, {"cidr", Feature::NetworkScope}, {"alias", Feature::ModelScope},
        {"group", Feature::GroupScope}, {"soft", Feature::SoftThresholds}, {"rpm", Feature::RequestRate},
        {"tpm", Feature::TokenRate}, {"parallel", Feature::ParallelCalls}};
    return all;
}

QStringList gaps(const Args &args, const Key &wanted, const gateway::Features &features)
{
    QStringList out;
    for (const auto &[option, feature] : needs())
        if (args.has(option) && !features.has(feature))
            out << u"--"_s + QLatin1StringView(option);
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

static void dropLimits(Key &key, const gateway::Features &features)
{
    const std::initializer_list<std::pair<Feature, QStringList *>> lists{{Feature::ModelScope, &key.aliases},
        {Feature::FamilyScope, &key.families}, {Feature::UpstreamScope, &key.upstreams},
        {Feature::NetworkScope, &key.networks}};
    for (const auto &[feature, list] : lists)
        if (!features.has(feature))
            list->clear();
    const std::initializer_list<std::pair<Feature, qint64 *>> rates{
        {Feature::RequestRate, &key.rates.requestsPerMinute}, {Feature::TokenRate, &key.rates.tokensPerMinute},
        {Feature::ParallelCalls, &key.rates.parallel}};
    for (const auto &[feature, rate] : rates)
        if (!features.has(feature))
            *rate = 0;
}

Key without(Key key, const gateway::Features &features)
{
    dropLimits(key, features);
    if (!features.has(Feature::GroupScope))
        key.group.clear();
    if (!features.has(Feature::SoftThresholds))
        key.softPercents.clear();
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
