// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bifrost/bifrost_scope.h"

using namespace Qt::StringLiterals;

namespace gateway::bifrost {

namespace {

QStringList modelsOf(JsonReader &config, Shape shape)
{
    const QStringList models = config.textsOrNone("allowed_models"_L1);
    return models.isEmpty() && shape == Shape::OneBudget ? QStringList{u"*"_s} : models;
}

QJsonObject only(const QJsonObject &object, std::initializer_list<QLatin1StringView> fields)
{
    QJsonObject kept;
    for (const QLatin1StringView field : fields)
        if (object.contains(field))
            kept[field] = object[field];
    return kept;
}

QJsonObject carriedBudget(const QJsonObject &there)
{
    return only(there, {"id"_L1, "max_limit"_L1, "reset_duration"_L1, "calendar_aligned"_L1});
}

// The provider's keys it may use; a list without any allows none.
void carryKeys(const QJsonObject &there, QJsonObject &config)
{
    if (there["allow_all_keys"_L1].toBool()) {
        config[u"key_ids"_s] = QJsonArray{u"*"_s};
        return;
    }
    QJsonArray ids;
    for (const QJsonValue key : there["keys"_L1].toArray())
        ids << (key["key_id"_L1].isString() ? key["key_id"_L1] : key["id"_L1]);
    if (!ids.isEmpty() || there.contains("allow_all_keys"_L1))
        config[u"key_ids"_s] = ids;
}

QJsonObject carriedConfig(const QJsonObject &there)
{
    QJsonObject config =
        only(there, {"id"_L1, "provider"_L1, "weight"_L1, "allowed_models"_L1, "blacklisted_models"_L1});
    carryKeys(there, config);
    if (there.contains("budgets"_L1)) {
        QJsonArray budgets;
        for (const QJsonValue budget : there["budgets"_L1].toArray())
            budgets << carriedBudget(budget.toObject());
        config[u"budgets"_s] = budgets;
    }
    if (there["budget"_L1].isObject())
        config[u"budget"_s] = carriedBudget(there["budget"_L1].toObject());
    if (there["rate_limit"_L1].isObject())
        config[u"rate_limit"_s] = carriedRateLimit(there["rate_limit"_L1].toObject());
    return config;
}

QJsonObject configOf(const QJsonArray &there, const QString &provider)
{
    for (const QJsonValue config : there)
        if (config["provider"_L1].toString() == provider)
            return carriedConfig(config.toObject());
    return {{u"provider"_s, provider}, {u"weight"_s, 1}, {u"key_ids"_s, QJsonArray{u"*"_s}}};
}

// The models of each provider, in the order in which the providers are named.
QList<std::pair<QString, QStringList>> byProvider(const QStringList &scope)
{
    QList<std::pair<QString, QStringList>> out;
    for (const QString &entry : scope) {
        const qsizetype slash = entry.indexOf(u'/');
        if (slash < 1)
            continue;
        const QString provider = entry.left(slash);
        auto known = std::ranges::find(out, provider, &std::pair<QString, QStringList>::first);
        if (known == out.end())
            known = out.insert(out.end(), {provider, {}});
        known->second << entry.mid(slash + 1);
    }
    return out;
}

} // namespace

QStringList readScope(JsonReader &key, Shape shape)
{
    const bool others = key.booleanOrNull("allow_all_providers"_L1).value_or(false);
    QStringList scope;
    bool named = false;
    for (JsonReader config : objectsOrNone(key, "provider_configs"_L1)) {
        named = true;
        const QString provider = config.text("provider"_L1);
        for (const QString &model : modelsOf(config, shape))
            scope << provider + u'/' + model;
        key.adopt(config);
    }
    if (others)
        return scope.isEmpty() ? scope : scope << u"*"_s;
    const bool everything = !named && shape == Shape::OneBudget;
    return scope.isEmpty() && !everything ? QStringList{nothing} : scope;
}

QJsonObject carriedRateLimit(const QJsonObject &there)
{
    return only(there,
        {"id"_L1, "token_max_limit"_L1, "token_reset_duration"_L1, "request_max_limit"_L1,
            "request_reset_duration"_L1});
}

QJsonArray carriedConfigs(const QJsonArray &there)
{
    QJsonArray out;
    for (const QJsonValue config : there)
        out << carriedConfig(config.toObject());
    return out;
}

QJsonArray scopedConfigs(const QJsonArray &there, const QStringList &scope, Shape shape)
{
    QJsonArray out;
    for (const auto &[provider, models] : byProvider(scope)) {
        QJsonObject config = configOf(there, provider);
        const bool all = models.contains(u"*"_s);
        const QStringList listed = !all ? models : shape == Shape::Budgets ? QStringList{u"*"_s} : QStringList();
        config[u"allowed_models"_s] = QJsonArray::fromStringList(listed);
        out << config;
    }
    return out;
}

bool allowsOthers(const QStringList &scope)
{
    return scope.isEmpty() || scope.contains(u"*"_s);
}

Result<> writableScope(const QStringList &aliases, Shape shape)
{
    for (const QString &entry : aliases) {
        const bool word = entry == "*"_L1 || entry == nothing;
        if (word && shape == Shape::OneBudget)
            return fail(FailureKind::Unsupported, u"“%1” as the models of a key before Bifrost 1.5"_s.arg(entry));
        if (!word && entry.indexOf(u'/') < 1)
            return fail(FailureKind::Input, u"Bifrost names models provider/model, not “%1”"_s.arg(entry));
    }
    if (aliases.contains(nothing) && aliases.size() > 1)
        return fail(FailureKind::Input, u"“%1” stands alone"_s.arg(nothing));
    return {};
}

} // namespace gateway::bifrost
