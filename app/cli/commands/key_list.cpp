// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "usage/fields.h"

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 200;

static void print(Context &context, const QList<Key> &keys, bool complete)
{
    QJsonArray items;
    Table rows{{Words::tr("NAME"), Words::tr("ID"), Words::tr("SECRET"), Words::tr("STATE"), Words::tr("ALIASES"),
        Words::tr("BUDGET"), Words::tr("SPENT"), Words::tr("EXPIRES")}};
    for (const Key &key : keys) {
        items.append(jsonOf(key));
        const Budget *tight = tightestBudget(key);
        const Budget *shown = tight || key.budgets.isEmpty() ? tight : &key.budgets.first();
        rows << QStringList{key.name, key.id, key.prefix + u"…"_s + key.lastFour,
            key.enabled ? Words::tr("enabled") : Words::tr("disabled"),
            key.aliases.isEmpty() ? Words::tr("every") : key.aliases.join(u','),
            shown ? wordsOf(*shown) : Words::tr("none"), usd(key.spentNanos),
            key.expiresAt ? key.expiresAt->toUTC().toString(Qt::ISODate) : Words::tr("never")};
    }
    context.out.document(listDocument(items, complete));
    context.out.table(rows);
    if (!complete)
        context.out.note(Words::tr("there are more; --limit N shows them"));
}

static Maybe<usage::Filter> filterOf(const Args &args)
{
    usage::FilterMoment moment;
    moment.now = Clock().now();
    const auto filter = usage::Filter::parse(args.value("filter"), usage::keyFields(), moment);
    if (!filter)
        return misuse(u"--filter"_s, usage::inWords(filter.error()), u"--filter \"enabled = true and name ~ demo\""_s);
    return *filter;
}

static Task<int> run(Context &context)
{
    const QString what = u"key list"_s;
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    const auto filter = filterOf(context.args);
    if (!filter)
        co_return context.failed(filter.error());
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    gateway::Keys *facet = (*session)->admin().keys();
    if (!facet)
        co_return context.failed(trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}).value());
    QList<Key> keys;
    QString cursor;
    do {
        const auto page = co_await facet->after(cursor);
        if (!page)
            co_return context.failed(trouble(what, page.error()).value());
        for (const Key &key : page->rows)
            if (filter->matches(usage::cellsOf(key)))
                keys << key;
        cursor = page->next;
    } while (!cursor.isEmpty() && keys.size() <= *limit);
    const bool complete = cursor.isEmpty() && keys.size() <= *limit;
    print(context, keys.mid(0, *limit), complete);
    co_return AllWell;
}

extern const Command keyList;
const Command keyList{"key list", "", QT_TRANSLATE_NOOP("Words", "lists the keys of the gateway"),
    "key list --filter \"enabled = true\" --json",
    {{"filter", "E", QT_TRANSLATE_NOOP("Words", "only keys that match: \"name ~ demo and enabled = true\"")}}, run};

} // namespace cli
