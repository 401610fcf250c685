// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/row_filter.h"
#include "cli/words.h"
#include "gateway/facets.h"
#include "usage/fields.h"

using namespace Qt::StringLiterals;

namespace cli {

static constexpr int usualLimit = 200;

static void print(Context &context, const QList<Key> &keys, const QString &next)
{
    QJsonArray items;
    Table rows{{Words::tr("NAME"), Words::tr("ID"), Words::tr("SECRET"), Words::tr("STATE"), Words::tr("ALIASES"),
        Words::tr("BUDGET"), Words::tr("SPENT"), Words::tr("EXPIRES")}};
    for (const Key &key : keys) {
        items.append(jsonOf(key));
        const Budget *tight = tightestBudget(key);
        const Budget *shown = tight || key.budgets.isEmpty() ? tight : &key.budgets.first();
        rows << QStringList{key.name, key.id, key.prefix + u"…"_s + key.lastFour, stateOf(key),
            key.aliases.isEmpty() ? Words::tr("every") : key.aliases.join(u','),
            shown ? wordsOf(*shown) : Words::tr("none"), usd(key.spentNanos),
            key.expiresAt ? key.expiresAt->toUTC().toString(Qt::ISODate) : Words::tr("never")};
    }
    context.out.document(listDocument(items, next.isEmpty(), next));
    if (keys.isEmpty())
        context.out.note(context.args.has("filter")
                ? Words::tr("no key fits the filter")
                : Words::tr("nothing yet; %1").arg(context.hint(u"key create NAME --alias A"_s)));
    else
        context.out.table(rows);
    if (!next.isEmpty())
        context.out.note(Words::tr("there are more: --after %1 goes on, --limit N shows more at once").arg(next));
}

// The keys that match behind one of them, one more than the limit if there are more.
struct Listed
{
    QList<Key> keys;
    bool reached = false; // the key that the cursor names
    QList<Key> seen; // every key of the pages read, once
    bool whole = false; // no page is left
};
static Task<Result<Listed>> keysBehind(gateway::Keys &facet, usage::Filter filter, QString after, int limit)
{
    Listed listed;
    listed.reached = after.isEmpty();
    QString cursor;
    QSet<QString> known; // a page may begin with rows of the one before, when keys came meanwhile
    do {
        const gateway::Page<Key> page = co_await orReturn(facet.after(cursor));
        for (const Key &key : page.rows) {
            if (known.contains(key.id))
                continue;
            known << key.id;
            listed.seen << key;
            if (!listed.reached)
                listed.reached = key.id == after;
            else if (filter.matches(usage::cellsOf(key)))
                listed.keys << key;
        }
        cursor = page.next;
    } while (!cursor.isEmpty() && listed.keys.size() <= limit);
    listed.whole = cursor.isEmpty();
    co_return listed;
}

static Task<int> run(Context &context)
{
    const QString what = u"key list"_s;
    const auto limit = context.limit(usualLimit);
    if (!limit)
        co_return context.failed(limit.error());
    const auto filter = rowFilter(context.args, usage::keyFields(), u"--filter \"enabled = true and name ~ demo\""_s);
    if (!filter)
        co_return context.failed(filter.error());
    const auto session = co_await connectSession(context, what);
    if (!session)
        co_return context.failed(session.error());
    gateway::Keys *facet = (*session)->admin().keys();
    if (!facet)
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"keys"_s, 0}, (*session)->attempt()).value());
    const auto found = co_await keysBehind(*facet, *filter, context.args.value("after"), *limit);
    if (!found)
        co_return context.failed(trouble(what, found.error(), (*session)->attempt()).value());
    if (found->whole) // what can be listed is listed, whether it can be remembered or not
        co_await (*session)->seenKeys().save(found->seen, Clock().now());
    if (!found->reached)
        co_return context.failed(unknownCursor(context.args.value("after")).value());
    const QString next = found->keys.size() > *limit ? found->keys.at(*limit - 1).id : QString();
    print(context, found->keys.mid(0, *limit), next);
    co_return AllWell;
}

extern const Command keyList;
const Command keyList{"key list", "", QT_TRANSLATE_NOOP("Words", "lists the keys of the gateway"),
    "key list --filter \"enabled = true\" --json",
    {{"filter", "E", QT_TRANSLATE_NOOP("Words", "only keys that match: \"name ~ demo and enabled = true\"")},
        afterOption},
    run};

} // namespace cli
