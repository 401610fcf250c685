// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/newapi/newapi_channel_wire.h"
#include <QJsonObject>

// The prices as the server keeps them: options that each hold a map of all models (new-api contract 5.5). Pure functions.
namespace gateway::newapi {

struct PriceMaps
{
    QMap<QString, QJsonObject>
        options; // "ModelRatio", "CompletionRatio", "CacheRatio", "ModelPrice"; others are not told

    QJsonValue entry(const QString &option, const QString &model) const { return options.value(option).value(model); }
};
// GET /api/option/. Decode: the prices are not among its options, or one of them is no map.
Result<PriceMaps> readPriceMaps(const QByteArray &body);

// The same amounts, whatever the day of the price list.
bool sameAmounts(const Price &a, const Price &b);

// What the maps make of a model's price; `told` fills in what they do not name.
Price priceFrom(const PriceMaps &maps, const QString &model, const Ratios &told, qint64 quotaPerUnit);

// One model in one map. Undefined: it is not in there.
struct PriceEntry
{
    QString option;
    QString model;
    QJsonValue was;
    QJsonValue wanted;

    friend bool operator==(const PriceEntry &, const PriceEntry &) = default;
};
struct PriceChange
{
    QString model;
    Price before;
    Price after;
};
// The entries that make the new price, in the order of their writing. Input: it is no whole price, or none that the server
// could hold exactly. Unsupported: what it does not keep. Rejected: the server fixes it. Conflict: it is another price now.
Result<QList<PriceEntry>> plannedPrice(
    const PriceMaps &maps, const PriceChange &change, const Ratios &told, qint64 quotaPerUnit);

// PUT /api/option/: the whole map with this entry.
QByteArray optionBody(const PriceMaps &now, const PriceEntry &entry);

} // namespace gateway::newapi
