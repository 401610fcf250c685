// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/lint.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"alias check"_s;

static Maybe<int> daysOf(const Args &args)
{
    bool ok = true;
    const int days = args.has("days") ? args.value("days").toInt(&ok) : aliases::usageDays;
    if (!ok || days < 1 || days > 3650)
        return misuse(u"--days"_s, Words::tr("\"%1\" is no number of days from 1 to 3650").arg(args.value("days")),
            u"--days 30"_s);
    return days;
}

static QString nameOf(aliases::Severity severity)
{
    using enum aliases::Severity;
    return severity == Error ? u"error"_s : severity == Warning ? u"warning"_s : u"note"_s;
}

static Task<Result<aliases::Facts>> factsOf(Context &context, SeenCatalog seen, int days)
{
    workspace::StoredCatalogs archive(seen.workspace->store(), seen.profile.id);
    const QDateTime now = context.workspace().clock().now();
    co_return co_await aliases::keptFacts(archive, seen.aliases, now, days);
}

static int print(Context &context, const QList<aliases::Finding> &found, bool usageKnown)
{
    QJsonArray items;
    Table rows{{QString(), Words::tr("RULE"), Words::tr("ALIAS"), Words::tr("WHAT"), Words::tr("NEXT")}};
    for (const aliases::Finding &each : found) {
        items.append(QJsonObject{{u"severity"_s, nameOf(each.severity)}, {u"rule"_s, each.rule},
            {u"alias"_s, each.alias}, {u"what"_s, each.what}, {u"next"_s, each.next}});
        rows << QStringList{nameOf(each.severity), each.rule, each.alias, each.what, each.next};
    }
    context.out.document(listDocument(items, true));
    if (found.isEmpty())
        context.out.line(Words::tr("nothing found"));
    else
        context.out.table(rows);
    if (!usageKnown)
        context.out.note(Words::tr("no usage is known here, so nothing is said about use; next: %1")
                             .arg(context.hint(u"usage sync"_s)));
    const bool strict = context.args.has("strict");
    const bool bad = std::ranges::any_of(found, [strict](const aliases::Finding &each) {
        return each.severity == aliases::Severity::Error || (strict && each.severity == aliases::Severity::Warning);
    });
    return bad ? CheckFailed : AllWell;
}

static Task<int> run(Context &context)
{
    const auto days = daysOf(context.args);
    if (!days)
        co_return context.failed(days.error());
    const auto seen = co_await seenCatalog(context, what);
    if (!seen)
        co_return context.failed(seen.error());
    const auto facts = co_await factsOf(context, *seen, *days);
    if (!facts)
        co_return context.failed(trouble(what, facts.error()).value());
    co_return print(context, aliases::lint(seen->aliases, *facts), facts->days > 0);
}

extern const Command aliasCheck;
const Command aliasCheck{"alias check", "",
    QT_TRANSLATE_NOOP("Words",
        "looks for circles, dead mappings, missing prices, models that end, and names that are used or not; exit 1 on "
        "an error"),
    "alias check --offline --days 30",
    {offlineOption, {"days", "N", QT_TRANSLATE_NOOP("Words", "of usage to look at (default 30)")},
        {"strict", "", QT_TRANSLATE_NOOP("Words", "a warning counts as an error")}},
    run};

} // namespace cli
