// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_channel_wire.h"
#include "gateway/newapi/newapi_money.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr double filler = 37.5; // stands where no ratio was set (contract 6.1)

QString familyOf(const QString &endpoint)
{
    static const QMap<QString, QString> known{
        {u"openai"_s, u"chat"_s},
        {u"openai-response"_s, u"responses"_s},
        {u"anthropic"_s, u"messages"_s},
        {u"image-generation"_s, u"images"_s},
    };
    return known.value(endpoint, endpoint);
}

// What the account's group pays; where a model is not for that group, the only one it is for.
QJsonValue groupRatio(const QJsonObject &root, const QJsonObject &row, const QString &group)
{
    const QJsonArray groups = row["enable_groups"_L1].toArray();
    const bool open = groups.isEmpty() || groups.contains(group) || groups.contains(u"all"_s);
    const QString payer = open ? group : groups.size() == 1 ? groups.first().toString() : QString();
    const QString model = row["model_name"_L1].toString();
    const QJsonValue own = root["group_model_ratio"_L1][payer][model];
    return own.isDouble() ? own : root["group_ratio"_L1][payer];
}

// Of one that is paid by token.
Ratios toldOf(const QJsonObject &row, const QJsonValue &group)
{
    Ratios ratios;
    ratios.group = group;
    if (row["quota_type"_L1].toInteger(1) == 0)
        ratios.completion = row["completion_ratio"_L1];
    ratios.cache = row["cache_ratio"_L1];
    ratios.expression = !row["billing_mode"_L1].toString().isEmpty();
    return ratios;
}

// Why a row has no price of a token; empty: it may have one.
QString whyNone(const QJsonObject &row)
{
    if (row["quota_type"_L1].toInteger(1) != 0)
        return u"it is paid per call"_s;
    if (!row["billing_mode"_L1].toString().isEmpty())
        return u"it is paid by a rule of the gateway"_s;
    if (row["model_ratio"_L1].toDouble() == filler)
        return u"none is set: 37.5 stands in its place, and the gateway may refuse its calls"_s;
    return {};
}

// Without one the calls are refused and the name is not offered, unless the whole server is for its owner's use alone
// (contract 5.2 and 6.1).
Price priceOf(const QJsonObject &row, const QJsonValue &group, const Server &server)
{
    const QJsonValue ratio = row["model_ratio"_L1];
    const bool perToken = row["quota_type"_L1].toInteger(1) == 0 && row["billing_mode"_L1].toString().isEmpty();
    Price price;
    price.whyNone = whyNone(row);
    price.unset = perToken && ratio.toDouble() == filler && !server.selfUse;
    if (!price.whyNone.isEmpty())
        return price;
    const qint64 perUnit = server.quotaPerUnit;
    price.inputNanos = newapi::priceOf({ratio, group}, perUnit);
    price.outputNanos = newapi::priceOf({ratio, group, row["completion_ratio"_L1]}, perUnit);
    price.cachedNanos = newapi::priceOf({ratio, group, row["cache_ratio"_L1]}, perUnit);
    return price;
}

} // namespace

Ratios ratiosOf(const Catalog &catalog, const QString &model)
{
    Ratios ratios = catalog.ratios.value(model);
    if (!catalog.ratios.contains(model))
        ratios.group = catalog.groupRatio;
    return ratios;
}

Result<Catalog> readPricing(const QByteArray &body, const Server &server, const QString &group)
{
    return readObject(body, u"pricing"_s).and_then([&](JsonReader root) {
        const QJsonObject whole = root.object();
        Catalog catalog;
        catalog.groupRatio = whole["group_ratio"_L1][group];
        for (JsonReader row : objectsOrNone(root, "data"_L1)) {
            const QString name = row.text("model_name"_L1);
            const QJsonValue ratio = groupRatio(whole, row.object(), group);
            catalog.ratios[name] = toldOf(row.object(), ratio);
            catalog.prices[name] = priceOf(row.object(), ratio, server);
            for (const QString &endpoint : row.textsOrNone("supported_endpoint_types"_L1))
                catalog.families[name] << familyOf(endpoint);
            root.adopt(row);
        }
        return root.result(catalog);
    });
}

Result<QStringList> readModelNames(const QByteArray &body)
{
    return readObject(body, u"model names"_s).and_then([](JsonReader root) {
        const QStringList names = root.textsOrNone("data"_L1);
        return root.result(names);
    });
}

} // namespace gateway::newapi
