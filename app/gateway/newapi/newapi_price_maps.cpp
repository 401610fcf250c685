// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_price_maps.h"
#include "gateway/newapi/newapi_money.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

const QString ratioMap = u"ModelRatio"_s;
const QString completionMap = u"CompletionRatio"_s;
const QString cacheMap = u"CacheRatio"_s;
const QString perCallMap = u"ModelPrice"_s;

QJsonValue orElse(const QJsonValue &first, const QJsonValue &second)
{
    return first.isUndefined() || first.isNull() ? second : first;
}

// What the server multiplies the output by; one where nothing else is said.
QJsonValue completionOf(const PriceMaps &maps, const QString &model, const Ratios &told)
{
    return orElse(orElse(maps.entry(completionMap, model), told.completion), QJsonValue(1.0));
}

QJsonValue cacheOf(const PriceMaps &maps, const QString &model, const Ratios &told)
{
    return orElse(maps.entry(cacheMap, model), told.cache);
}

// Entries of one model, gathered for the options that there are.
class Entries
{
public:
    Entries(const PriceMaps &maps, QString model) : m_maps(maps), m_model(std::move(model)) {}

    void set(const QString &option, const QJsonValue &wanted)
    {
        const QJsonValue was = m_maps.entry(option, m_model);
        if (was != wanted)
            m_all << PriceEntry{option, m_model, was, wanted};
    }
    void remove(const QString &option) { set(option, QJsonValue::Undefined); }
    QList<PriceEntry> all() const { return m_all; }

private:
    const PriceMaps &m_maps;
    QString m_model;
    QList<PriceEntry> m_all;
};

tl::unexpected<Failure> inexact(const QString &what)
{
    return fail(FailureKind::Input, u"the server keeps ratios of prices, and none makes exactly this %1"_s.arg(what));
}

// The price of one kind of token as a ratio to the input's.
struct Part
{
    QString option;
    QString what;
    qint64 wanted = 0;
    QJsonValue effective; // now
    bool fixed = false; // by the server: an entry would be ignored
};

Result<> addPart(
    Entries &entries, const PriceMaps &maps, const Part &part, const QList<QJsonValue> &input, qint64 perUnit)
{
    const auto made = [&](const QJsonValue &share) { return priceOf({input.at(0), input.at(1), share}, perUnit); };
    if (made(part.effective) == part.wanted)
        return {};
    if (part.fixed)
        return fail(FailureKind::Rejected,
            u"the server itself fixes the %1 of this name at %2 times its input"_s.arg(
                part.what, QString::number(part.effective.toDouble())));
    if (!maps.options.contains(part.option))
        return fail(FailureKind::Unsupported, u"%1 of an alias: the server tells no %2"_s.arg(part.what, part.option));
    const auto share = shareOf(part.wanted, priceOf({input.at(0), input.at(1)}, perUnit).value_or(0));
    if (!share || made(*share) != part.wanted)
        return inexact(part.what);
    entries.set(part.option, *share);
    return {};
}

Result<> removeCached(Entries &entries, const PriceMaps &maps, const QString &model, const Ratios &told)
{
    entries.remove(cacheMap);
    const bool kept = maps.entry(cacheMap, model).isUndefined() && told.cache.isDouble();
    if (kept)
        return fail(FailureKind::Unsupported, u"no price of cached input: the server has one by itself"_s);
    return {};
}

QList<PriceEntry> removal(const PriceMaps &maps, const QString &model)
{
    Entries entries(maps, model);
    for (const QString &option : {ratioMap, completionMap, cacheMap})
        entries.remove(option);
    return entries.all();
}

// Somebody else's price, which the list of prices tells up to a minute late.
Result<> asBefore(const PriceMaps &maps, const PriceChange &change, const Ratios &told, qint64 perUnit)
{
    const bool known = !sameAmounts(change.before, Price()) && maps.entry(ratioMap, change.model).isDouble();
    if (!known || sameAmounts(priceFrom(maps, change.model, told, perUnit), change.before))
        return {};
    return fail(
        FailureKind::Conflict, u"the price of %1 is another one now; look again in a minute"_s.arg(change.model));
}

} // namespace

bool sameAmounts(const Price &a, const Price &b)
{
    return a.inputNanos == b.inputNanos && a.outputNanos == b.outputNanos && a.cachedNanos == b.cachedNanos;
}

Result<PriceMaps> readPriceMaps(const QByteArray &body)
{
    return readObject(body, u"options"_s).and_then([](JsonReader root) -> Result<PriceMaps> {
        PriceMaps maps;
        for (JsonReader row : objectsOrNone(root, "data"_L1)) {
            const QString option = row.textOrEmpty("key"_L1);
            if (option != ratioMap && option != completionMap && option != cacheMap && option != perCallMap)
                continue;
            const QJsonDocument map = QJsonDocument::fromJson(row.textOrEmpty("value"_L1).toUtf8());
            if (!map.isObject())
                root.refuse("data"_L1, u"%1 is no map"_s.arg(option));
            maps.options[option] = map.object();
        }
        if (!maps.options.contains(ratioMap) || !maps.options.contains(completionMap))
            root.refuse("data"_L1, u"no prices among the options"_s);
        return root.result(maps);
    });
}

Price priceFrom(const PriceMaps &maps, const QString &model, const Ratios &told, qint64 quotaPerUnit)
{
    const QJsonValue ratio = maps.entry(ratioMap, model);
    if (!ratio.isDouble() || maps.entry(perCallMap, model).isDouble())
        return {};
    Price price;
    price.inputNanos = priceOf({ratio, told.group}, quotaPerUnit);
    price.outputNanos = priceOf({ratio, told.group, completionOf(maps, model, told)}, quotaPerUnit);
    price.cachedNanos = priceOf({ratio, told.group, cacheOf(maps, model, told)}, quotaPerUnit);
    return price;
}

Result<QList<PriceEntry>> plannedPrice(
    const PriceMaps &maps, const PriceChange &change, const Ratios &told, qint64 quotaPerUnit)
{
    const Price &after = change.after;
    if (const auto same = asBefore(maps, change, told, quotaPerUnit); !same)
        return tl::unexpected<Failure>(same.error());
    if (told.expression)
        return fail(FailureKind::Rejected, u"%1 is paid by an expression there"_s.arg(change.model));
    if (sameAmounts(after, Price()))
        return removal(maps, change.model);
    if (!after.inputNanos || !after.outputNanos)
        return fail(FailureKind::Input, u"a price needs both, of input and of output tokens"_s);
    const auto ratio = ratioOf(*after.inputNanos, told.group, quotaPerUnit);
    if (!ratio)
        return inexact(u"price of input"_s);
    Entries entries(maps, change.model);
    entries.set(ratioMap, *ratio);
    const bool fixed = maps.entry(completionMap, change.model).isUndefined() && told.completion.isDouble()
        && told.completion.toDouble() != 1;
    const QList<QJsonValue> input{*ratio, told.group};
    const Part output{
        completionMap, u"price of output"_s, *after.outputNanos, completionOf(maps, change.model, told), fixed};
    const Part cached{
        cacheMap, u"price of cached input"_s, after.cachedNanos.value_or(0), cacheOf(maps, change.model, told), false};
    const auto done = addPart(entries, maps, output, input, quotaPerUnit).and_then([&] {
        return after.cachedNanos ? addPart(entries, maps, cached, input, quotaPerUnit)
                                 : removeCached(entries, maps, change.model, told);
    });
    if (!done)
        return tl::unexpected<Failure>(done.error());
    entries.remove(perCallMap); // it would go before the others
    return entries.all();
}

QByteArray optionBody(const PriceMaps &now, const PriceEntry &entry)
{
    QJsonObject map = now.options.value(entry.option);
    if (entry.wanted.isUndefined())
        map.remove(entry.model);
    else
        map[entry.model] = entry.wanted;
    const QByteArray value = QJsonDocument(map).toJson(QJsonDocument::Compact);
    const QJsonObject body{{u"key"_s, entry.option}, {u"value"_s, QString::fromUtf8(value)}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace gateway::newapi
