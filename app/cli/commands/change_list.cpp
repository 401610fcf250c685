// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/set_words.h"
#include "cli/change_lookup.h"
#include "cli/cut.h"
#include "cli/words.h"
#include "store/change_sets.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<Maybe<QList<changes::SetSummary>>> everySet(Context &context, QString profile, int count)
{
    const auto read = [profile, count, now = Clock().now()](
                          sql::Database &db) { return store::changeSets(db, profile, count, now); };
    const auto heads = co_await context.workspace().store().read(read);
    if (!heads)
        co_return trouble(u"change list"_s, heads.error());
    QList<changes::SetSummary> sets;
    for (const store::SetHead &head : *heads)
        sets << workspace::summaryOf(head);
    co_return sets;
}

static void print(Context &context, const QList<changes::SetSummary> &sets, const QString &next)
{
    QJsonArray items;
    Table rows{{Words::tr("SET"), Words::tr("CREATED"), Words::tr("PROFILE"), Words::tr("TITLE"), Words::tr("STEPS"),
        Words::tr("STATE"), Words::tr("BY")}};
    for (const changes::SetSummary &summary : sets) {
        const changes::ChangeSet &set = summary.head;
        const QString profile = profileName(context, set.profile);
        items.append(summaryOf(summary, profile));
        rows << QStringList{QString::number(set.id), set.created.toString(Qt::ISODate), profile, set.title,
            QString::number(summary.steps), changes::inWords(set), set.by};
    }
    context.out.document(listDocument(items, next.isEmpty(), next));
    if (sets.isEmpty())
        context.out.note(Words::tr("nothing yet; %1").arg(context.hint(u"key update ID --stage"_s)));
    else
        context.out.table(rows);
}

// Of every profile, unless one is named.
static Task<int> list(Context &context)
{
    const auto limit = context.limit(50);
    if (!limit)
        co_return context.failed(limit.error());
    const auto profile = co_await profileMeant(context);
    if (!profile)
        co_return context.failed(profile.error());
    const QString after = context.args.value("after");
    const auto sets = co_await everySet(context, *profile, readFor(after, *limit));
    if (!sets)
        co_return context.failed(sets.error());
    const auto numberOf = [](const changes::SetSummary &set) { return set.head.id; };
    const auto cut = cutOf(*sets, after, *limit, numberOf);
    if (!cut)
        co_return context.failed(cut.error());
    print(context, cut->items, cut->next);
    co_return AllWell;
}

static Table headOf(const changes::ChangeSet &set, const QString &profile)
{
    return {{Words::tr("Change set"), QString::number(set.id)}, {Words::tr("Title"), set.title},
        {Words::tr("Profile"), profile}, {Words::tr("Reason"), set.reason}, {Words::tr("By"), set.by},
        {Words::tr("Created"), set.created.toString(Qt::ISODate)}, {Words::tr("State"), changes::inWords(set)}};
}

static Task<int> show(Context &context)
{
    const auto found = co_await findSet(context, u"change show"_s);
    if (!found)
        co_return context.failed(found.error());
    workspace::ChangeService &service = found->session->changes();
    const auto concerns = co_await service.concerns(found->set);
    const auto radius = co_await service.radius(found->set);
    if (!concerns || !radius)
        co_return context.failed(trouble(u"change show"_s, concerns ? radius.error() : concerns.error()).value());
    const QString profile = found->session->state().profile.name;
    QJsonObject document = jsonOf(found->set, profile);
    document.insert(u"concerns"_s, jsonOf(*concerns));
    document.insert(u"impact"_s, jsonOf(*radius));
    context.out.document(document);
    context.out.table(headOf(found->set, profile));
    context.out.line({});
    context.out.table(rowsOf(found->set));
    printFields(context, found->set);
    printConcerns(context, *concerns);
    printRadius(context, *radius);
    if (found->set.interrupted)
        context.out.note(
            Words::tr("the program that worked on it ended in between; %1 goes on, %2 takes back what was done")
                .arg(context.hint(u"change apply %1"_s.arg(found->set.id)),
                    context.hint(u"change undo %1"_s.arg(found->set.id))));
    co_return AllWell;
}

extern const Command changeList;
const Command changeList{"change list", "", QT_TRANSLATE_NOOP("Words", "lists the change sets, newest first"),
    "change list --limit 5", {afterOption}, list};

extern const Command changeShow;
const Command changeShow{"change show", "N",
    QT_TRANSLATE_NOOP("Words", "shows a change set: before and after, and who would feel it"), "change show 3", {},
    show};

} // namespace cli
