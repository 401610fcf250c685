// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_channel_wire.h"
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

QStringList namesOf(const QString &csv)
{
    QStringList names;
    for (const QString &part : csv.split(u','))
        if (!part.trimmed().isEmpty())
            names << part.trimmed();
    return names;
}

// A JSON object inside a text that may be empty or "null".
std::optional<QMap<QString, QString>> mappingOf(const QString &text)
{
    QMap<QString, QString> mapping;
    if (text.trimmed().isEmpty() || text.trimmed() == "null"_L1)
        return mapping;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return {};
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString())
            return {};
        mapping[entry.key()] = entry.value().toString();
    }
    return mapping;
}

Route routeOf(const Channel &channel, const QString &alias, const Server &server)
{
    Route route;
    route.upstream = channel.name;
    route.model = channel.modelOf(alias, server.followsChains());
    route.weight = channel.weight;
    return route;
}

QString strategyOf(const QList<const Channel *> &channels)
{
    for (const Channel *channel : channels)
        if (channel->priority != channels.first()->priority)
            return u"ordered"_s;
    return u"weighted"_s;
}

void describe(Alias &alias, const Catalog &catalog)
{
    alias.price = catalog.prices.value(alias.name);
    alias.families = catalog.families.value(alias.name);
}

} // namespace

QString Channel::modelOf(const QString &alias, bool chains) const
{
    if (!mapping)
        return {};
    QString model = alias;
    QSet<QString> seen;
    while (mapping->contains(model) && mapping->value(model) != model) {
        if (seen.contains(model))
            return {};
        seen << model;
        model = mapping->value(model);
        if (!chains)
            break;
    }
    return model;
}

Result<Channel> readChannel(const QJsonObject &row)
{
    JsonReader reader(row, u"channel"_s);
    Channel channel;
    channel.id = reader.integer("id"_L1);
    channel.name = reader.text("name"_L1);
    channel.models = namesOf(reader.text("models"_L1));
    channel.mapping = mappingOf(reader.textOrEmpty("model_mapping"_L1));
    channel.serves = reader.integer("status"_L1) == 1;
    channel.priority = reader.integerOrNull("priority"_L1).value_or(0);
    channel.weight = int(reader.integerOrNull("weight"_L1).value_or(0));
    return reader.result(channel);
}

Result<QList<Channel>> readChannels(const QList<QJsonObject> &rows)
{
    QList<Channel> channels;
    QMap<QString, int> uses;
    for (const QJsonObject &row : rows) {
        auto channel = readChannel(row);
        if (!channel)
            return tl::unexpected<Failure>(channel.error());
        ++uses[channel->name];
        channels << *channel;
    }
    for (Channel &channel : channels)
        if (uses.value(channel.name) > 1)
            channel.name += u" #%1"_s.arg(channel.id);
    return channels;
}

QList<Alias> aliasesOf(const QList<Channel> &channels, const Catalog &catalog, const Server &server)
{
    QMap<QString, QList<const Channel *>> serving;
    for (const Channel &channel : channels)
        for (const QString &model : QSet<QString>(channel.models.begin(), channel.models.end()))
            if (channel.serves)
                serving[model] << &channel;
    QList<Alias> aliases;
    for (auto entry = serving.begin(); entry != serving.end(); ++entry) {
        std::ranges::stable_sort(*entry, [](const Channel *a, const Channel *b) {
            return a->priority != b->priority ? a->priority > b->priority : a->id < b->id;
        });
        Alias alias;
        alias.name = entry.key();
        alias.strategy = strategyOf(*entry);
        for (const Channel *channel : *entry)
            alias.routes << routeOf(*channel, alias.name, server);
        describe(alias, catalog);
        aliases << alias;
    }
    return aliases;
}

QList<Alias> aliasesOf(const QStringList &names, const Catalog &catalog)
{
    QStringList sorted = names;
    sorted.sort();
    sorted.removeDuplicates();
    QList<Alias> aliases;
    for (const QString &name : sorted) {
        Alias alias;
        alias.name = name;
        describe(alias, catalog);
        aliases << alias;
    }
    return aliases;
}

} // namespace gateway::newapi
