// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_reader.h"
#include "gateway/litellm/litellm_router.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

// What /config/update takes: UpdateRouterConfig of contract 5.3.
const QSet<QString> &settable()
{
    static const QSet<QString> names{u"routing_strategy"_s, u"routing_strategy_args"_s, u"routing_groups"_s,
        u"retry_policy"_s, u"model_group_retry_policy"_s, u"model_group_affinity_config"_s, u"allowed_fails"_s,
        u"cooldown_time"_s, u"num_retries"_s, u"timeout"_s, u"max_retries"_s, u"retry_after"_s, u"fallbacks"_s,
        u"context_window_fallbacks"_s, u"content_policy_fallbacks"_s, u"model_group_alias"_s,
        u"enable_tag_filtering"_s};
    return names;
}

Result<RouterSettings> settingsIn(JsonReader root, QLatin1StringView field, const QJsonObject &owners)
{
    RouterSettings settings;
    settings.owners = owners;
    if (!root.objectOrNull(field))
        root.refuse(field, u"no object"_s);
    return root.result(settings);
}

Result<RouterSettings> read(const QByteArray &body, const QString &what, QLatin1StringView field)
{
    const auto root = readObject(body, what);
    if (!root)
        return tl::unexpected<Failure>(root.error());
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    auto settings = settingsIn(*root, field, object["source"_L1].toObject());
    if (settings)
        settings->values = object[field].toObject();
    return settings;
}

// [{"a": ["b"]}], or a map from configurations of old.
QJsonObject mapOf(const QJsonValue &fallbacks)
{
    QJsonObject out = fallbacks.toObject();
    for (const QJsonValue one : fallbacks.toArray()) {
        const QJsonObject entry = one.toObject();
        for (auto group = entry.begin(); group != entry.end(); ++group)
            out[group.key()] = group.value();
    }
    return out;
}

bool same(const QJsonValue &a, const QJsonValue &b)
{
    const auto nothing = [](const QJsonValue &v) {
        return v.isNull() || v.isUndefined() || v == QJsonValue(QJsonObject()) || v == QJsonValue(QJsonArray());
    };
    return a == b || (nothing(a) && nothing(b));
}

} // namespace

bool RouterSettings::fileOwns(const QString &name) const
{
    return owners[name].toString() == "config"_L1;
}

QHash<QString, QString> RouterSettings::aliases() const
{
    QHash<QString, QString> out;
    const QJsonObject map = values["model_group_alias"_L1].toObject();
    for (auto alias = map.begin(); alias != map.end(); ++alias)
        out[alias.key()] = alias.value().isObject() ? alias.value()["model"_L1].toString() : alias.value().toString();
    return out;
}

QHash<QString, QStringList> RouterSettings::fallbacks() const
{
    QHash<QString, QStringList> out;
    const QJsonObject map = mapOf(values["fallbacks"_L1]);
    for (auto group = map.begin(); group != map.end(); ++group)
        for (const QJsonValue other : group.value().toArray())
            out[group.key()] << other.toString();
    return out;
}

Result<RouterSettings> readRouterSettings(const QByteArray &body)
{
    return read(body, u"router settings"_s, "current_values"_L1);
}

Result<RouterSettings> readConfigCallbacks(const QByteArray &body)
{
    return read(body, u"configuration"_s, "router_settings"_L1);
}

QJsonObject mergedSettings(const RouterSettings &now, const QJsonObject &changes)
{
    QJsonObject out;
    for (auto value = now.values.begin(); value != now.values.end(); ++value) {
        const bool ours =
            now.owners.isEmpty() ? settable().contains(value.key()) : now.owners[value.key()].toString() == "db"_L1;
        if (ours && !value.value().isNull())
            out[value.key()] = value.value();
    }
    for (auto change = changes.begin(); change != changes.end(); ++change)
        out[change.key()] = change.value();
    return out;
}

QStringList otherDifferences(const RouterSettings &before, const RouterSettings &now, const QJsonObject &changes)
{
    QStringList out;
    for (auto value = before.values.begin(); value != before.values.end(); ++value)
        if (!changes.contains(value.key()) && !same(value.value(), now.values[value.key()]))
            out << value.key();
    return out;
}

bool holds(const RouterSettings &now, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change)
        if (!same(change.value(), now.values[change.key()]))
            return false;
    return true;
}

} // namespace gateway::litellm
