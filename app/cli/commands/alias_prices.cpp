// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/price_history.h"
#include "aliases/price_source.h"
#include "cli/json.h"
#include "cli/kept_catalog.h"
#include "cli/key_lookup.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"alias prices"_s;

static QJsonObject jsonOf(const aliases::PriceSpan &span, const QString &source)
{
    return {{u"alias"_s, span.alias}, {u"route"_s, span.route.isEmpty() ? QJsonValue() : QJsonValue(span.route)},
        {u"price"_s, jsonOf(span.price)}, {u"first_seen"_s, span.firstSeen.toUTC().toString(Qt::ISODate)},
        {u"last_seen"_s, span.lastSeen.toUTC().toString(Qt::ISODate)}, {u"current"_s, span.current},
        {u"source"_s, source}};
}

static void print(Context &context, const QList<aliases::PriceSpan> &spans, const QString &source)
{
    QJsonArray items;
    Table rows{{Words::tr("ALIAS"), Words::tr("ROUTE"), Words::tr("USD PER MILLION IN"), Words::tr("OUT"),
        Words::tr("CACHED"), Words::tr("FROM, UTC"), Words::tr("LAST SEEN, UTC"), Words::tr("SOURCE")}};
    for (const aliases::PriceSpan &span : spans) {
        items.append(jsonOf(span, source));
        rows << QStringList{span.alias, span.route, usd(span.price.inputNanos), usd(span.price.outputNanos),
            usd(span.price.cachedNanos), minute(span.firstSeen),
            span.current ? Words::tr("%1, current").arg(minute(span.lastSeen)) : minute(span.lastSeen), source};
    }
    context.out.document(listDocument(items, true));
    if (!spans.isEmpty())
        context.out.table(rows);
}

static Task<int> run(Context &context)
{
    const auto kept = co_await keptCatalogs(context, what);
    if (!kept)
        co_return context.failed(kept.error());
    aliases::PriceHistory history;
    for (qsizetype i = kept->snapshots.size() - 1; i >= 0; --i) {
        const aliases::Snapshot &snapshot = kept->snapshots.at(i);
        const auto catalog = co_await kept->archive->catalog(snapshot.id);
        if (!catalog)
            co_return context.failed(trouble(what, catalog.error()).value());
        history.take(snapshot, *catalog);
    }
    QList<aliases::PriceSpan> spans = history.spans();
    const QString name = context.args.word(0);
    if (!name.isEmpty())
        spans.removeIf([&name](const aliases::PriceSpan &span) { return span.alias != name; });
    if (spans.isEmpty() && !name.isEmpty())
        co_return context.failed(
            misuse(what, Words::tr("no kept catalog has an alias \"%1\"").arg(name), context.hint(u"alias snapshot"_s))
                .value());
    print(context, spans, aliases::priceSourceOf(kept->profile.kind));
    if (spans.isEmpty())
        context.out.note(Words::tr("nothing yet; \"%1\" keeps the first catalog").arg(context.hint(u"alias sync"_s)));
    co_return AllWell;
}

extern const Command aliasPrices;
const Command aliasPrices{"alias prices", "[NAME]",
    QT_TRANSLATE_NOOP(
        "Words", "what each alias cost from when to when, as the kept catalogs tell; the gateway is not asked"),
    "alias prices fast-chat", {}, run};

} // namespace cli
