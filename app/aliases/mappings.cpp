// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/mappings.h"
#include <algorithm>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace aliases {

namespace {

Result<QMap<QString, QString>> mappingOf(const QJsonValue &value, const QString &where)
{
    if (!value.isObject())
        return fail(FailureKind::Decode, u"%1: a map of aliases to models is expected"_s.arg(where));
    QMap<QString, QString> mapping;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString() || entry.value().toString().isEmpty())
            return fail(FailureKind::Decode, u"%1.%2: the name of a model is expected"_s.arg(where, entry.key()));
        mapping[entry.key()] = entry.value().toString();
    }
    return mapping;
}

Route *routeThrough(Alias &alias, const QString &channel)
{
    const auto found = std::ranges::find(alias.routes, channel, &Route::upstream);
    return found == alias.routes.end() ? nullptr : &*found;
}

void map(Alias &alias, const QString &channel, const QMap<QString, QString> &mapping)
{
    const auto entry = mapping.constFind(alias.name);
    Route *route = routeThrough(alias, channel);
    if (route) {
        route->model = entry == mapping.cend() ? alias.name : *entry;
    } else if (entry != mapping.cend()) {
        Route made;
        made.upstream = channel;
        made.model = *entry;
        alias.routes << made;
    }
}

} // namespace

Result<ChannelMappings> readMappings(const QByteArray &file, const QString &channel)
{
    QJsonParseError wrong{};
    const QJsonDocument document = QJsonDocument::fromJson(file, &wrong);
    if (!document.isObject())
        return fail(FailureKind::Decode,
            wrong.error == QJsonParseError::NoError ? u"model mapping: a map is expected"_s
                                                    : u"model mapping: %1"_s.arg(wrong.errorString()));
    ChannelMappings mappings;
    const QJsonObject whole =
        channel.isEmpty() ? document.object() : QJsonObject{{channel, QJsonValue(document.object())}};
    for (auto entry = whole.begin(); entry != whole.end(); ++entry) {
        const auto mapping = mappingOf(entry.value(), entry.key());
        if (!mapping)
            return tl::unexpected<Failure>(mapping.error());
        mappings[entry.key()] = *mapping;
    }
    return mappings;
}

QList<Alias> withMappings(QList<Alias> catalog, const ChannelMappings &mappings)
{
    for (auto channel = mappings.begin(); channel != mappings.end(); ++channel) {
        for (const QString &name : channel->keys())
            if (std::ranges::find(catalog, name, &Alias::name) == catalog.end()) {
                catalog.emplaceBack();
                catalog.last().name = name;
            }
        for (Alias &alias : catalog)
            map(alias, channel.key(), *channel);
    }
    return catalog;
}

} // namespace aliases
