// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "gateway/newapi/newapi_server.h"
#include <QJsonValue>
#include <QMap>

// Channels and what they serve, as pure functions (contract 5). An alias is no object here: it is a name that channels
// have in their lists of models, mapped to the upstream's model by each channel on its own.
namespace gateway::newapi {

struct Channel
{
    qint64 id = 0;
    QString name; // made unique with its id
    QStringList models;
    std::optional<QMap<QString, QString>> mapping; // empty: it is no JSON, and every call through it fails
    bool serves = true; // enabled
    qint64 priority = 0;
    int weight = 0;

    // The upstream's model; empty: none, as the mapping is broken or runs in a circle.
    QString modelOf(const QString &alias, bool chains) const;
    friend bool operator==(const Channel &, const Channel &) = default;
};
Result<Channel> readChannel(const QJsonObject &row);
Result<QList<Channel>> readChannels(const QList<QJsonObject> &rows); // with unique names

// The ratios that a model's price is made of beside its own; undefined: not told.
struct Ratios
{
    QJsonValue group = QJsonValue::Undefined; // of who asks
    QJsonValue completion = QJsonValue::Undefined; // output to input; the server fixes that of many names by itself
    QJsonValue cache = QJsonValue::Undefined; // cached input to input
    bool expression = false; // it is paid by one, whatever the ratios say
};

// What is told of models beside the channels.
struct Catalog
{
    QMap<QString, Price> prices;
    QMap<QString, QStringList> families;
    QMap<QString, Ratios> ratios;
    QJsonValue groupRatio = QJsonValue::Undefined; // of models that are not listed
};
Ratios ratiosOf(const Catalog &catalog, const QString &model);
// GET /api/pricing, for the account's group. What has no price of its own, is paid per call or by an expression has none.
Result<Catalog> readPricing(const QByteArray &body, const Server &server, const QString &group);
Result<QStringList> readModelNames(const QByteArray &body);

QList<Alias> aliasesOf(const QList<Channel> &channels, const Catalog &catalog, const Server &server);
QList<Alias> aliasesOf(const QStringList &names, const Catalog &catalog); // without routes

// What is to be written so that `after` stands where `before` stood: only lists of models and mappings. A name of `before`
// or `after` that is empty: there is none. The weight, priority and prices of a channel belong to all of its aliases; the
// price of the alias itself is no matter of channels.
Result<QList<Channel>> planned(
    const QList<Channel> &now, const Alias &before, const Alias &after, const Server &server);
QByteArray channelBody(const Channel &wanted);

} // namespace gateway::newapi
