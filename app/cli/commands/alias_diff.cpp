// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/difference_view.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"alias diff"_s;

struct Sides
{
    QString before;
    QString after;
};

// Without words the last change; with one, from there until now.
static Maybe<Sides> sidesOf(const Context &context, const KeptCatalogs &kept)
{
    const QString first = context.args.word(0);
    if (!first.isEmpty())
        return Sides{first, context.args.word(1).isEmpty() ? u"now"_s : context.args.word(1)};
    if (kept.snapshots.size() < 2)
        return misuse(what, Words::tr("the catalog of \"%1\" was kept in one state at most").arg(kept.profile.name),
            context.hint(u"alias sync"_s));
    return Sides{QString::number(kept.snapshots.at(1).id), u"now"_s};
}

static Task<Maybe<QList<Alias>>> ofOther(Context &context, KeptCatalogs kept)
{
    const auto other = co_await openProfile(context, context.args.value("with"));
    if (!other)
        co_return tl::unexpected<Trouble>(other.error());
    kept.profile = other->profile;
    kept.archive = std::make_shared<workspace::StoredCatalogs>(kept.workspace->store(), kept.profile.id);
    const auto snapshots = co_await kept.archive->snapshots();
    if (!snapshots)
        co_return trouble(what, snapshots.error());
    kept.snapshots = *snapshots;
    co_return co_await catalogNamed(context, kept, u"now"_s, what);
}

static int print(Context &context, const QList<Alias> &before, const QList<Alias> &after)
{
    const auto lines = aliases::differences(before, after);
    context.out.document(listDocument(jsonOf(lines), true));
    printDifferences(context, lines);
    return lines.isEmpty() ? AllWell : CheckFailed;
}

static Task<int> run(Context &context)
{
    const auto kept = co_await keptCatalogs(context, what);
    if (!kept)
        co_return context.failed(kept.error());
    const bool other = context.args.has("with");
    const auto sides = other ? Maybe<Sides>(Sides{u"now"_s, {}}) : sidesOf(context, *kept);
    if (!sides)
        co_return context.failed(sides.error());
    const auto before = co_await catalogNamed(context, *kept, sides->before, what);
    if (!before)
        co_return context.failed(before.error());
    auto asked = other ? ofOther(context, *kept) : catalogNamed(context, *kept, sides->after, what);
    const auto after = co_await std::move(asked);
    if (!after)
        co_return context.failed(after.error());
    co_return print(context, *before, *after);
}

extern const Command aliasDiff;
const Command aliasDiff{"alias diff", "[A] [B]",
    QT_TRANSLATE_NOOP("Words",
        "what changed in the catalog: between two snapshots, days or files, or from one until now; exit 1 when "
        "anything did"),
    "alias diff 2026-11-01 now",
    {{"with", "PROFILE", QT_TRANSLATE_NOOP("Words", "compares with the catalog of another profile, as last seen")}},
    run};

} // namespace cli
