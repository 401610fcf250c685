// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/difference_view.h"
#include "cli/kept_catalog.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

// The state before the one just read; empty: there was none.
static Task<QList<Alias>> stateBefore(KeptCatalogs kept)
{
    QList<Alias> none;
    if (kept.snapshots.size() < 2)
        co_return none;
    const auto before = co_await kept.archive->catalog(kept.snapshots.at(1).id);
    co_return before ? *before : none;
}

static Task<int> run(Context &context)
{
    const QString what = u"alias sync"_s;
    const auto earlier = co_await keptCatalogs(context, what);
    if (!earlier)
        co_return context.failed(earlier.error());
    const auto seen = co_await seenCatalog(context, what);
    if (!seen)
        co_return context.failed(seen.error());
    const auto kept = co_await keptCatalogs(context, what);
    if (!kept)
        co_return context.failed(kept.error());
    const bool changed = kept->snapshots.size() > earlier->snapshots.size();
    const QList<Alias> before = co_await stateBefore(*kept);
    const auto lines = changed ? aliases::differences(before, seen->aliases) : QList<aliases::Difference>();
    QJsonObject document = kept->snapshots.isEmpty() ? QJsonObject() : jsonOf(kept->snapshots.first());
    document.insert(u"changed"_s, changed);
    document.insert(u"differences"_s, jsonOf(lines));
    context.out.document(document);
    context.out.line(changed ? Words::tr("%n alias(es), a new snapshot", nullptr, int(seen->aliases.size()))
                             : Words::tr("%n alias(es), as before", nullptr, int(seen->aliases.size())));
    if (changed && kept->snapshots.size() > 1)
        printDifferences(context, lines);
    co_return AllWell;
}

extern const Command aliasSync;
const Command aliasSync{"alias sync", "",
    QT_TRANSLATE_NOOP("Words", "reads the catalog from the gateway, keeps it and says what is new"), "alias sync", {},
    run};

} // namespace cli
