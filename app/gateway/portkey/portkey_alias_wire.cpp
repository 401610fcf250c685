// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_reader.h"
#include "gateway/portkey/portkey_wire.h"
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

QString withoutAt(const QString &slug)
{
    return slug.startsWith(u'@') ? slug.mid(1) : slug;
}

// Shares are numbers of any size; hundredths of them are kept.
int weightOf(JsonReader &target)
{
    const qint64 nanos = target.nanosOrNull("weight"_L1).value_or(1'000'000'000);
    return int(std::clamp<qint64>((nanos + 5'000'000) / 10'000'000, 0, 1'000'000));
}

// Empty: it names no provider of its own, or holds targets.
std::optional<Route> routeOf(JsonReader &target)
{
    Route route;
    route.upstream = withoutAt(target.textOrEmpty("provider"_L1));
    if (route.upstream.isEmpty())
        route.upstream = target.textOrEmpty("virtual_key"_L1);
    if (auto parameters = target.objectOrNull("override_params"_L1)) {
        route.model = parameters->textOrEmpty("model"_L1); // else what the caller asked for
        target.adopt(*parameters);
    }
    route.weight = weightOf(target);
    const bool plain = !route.upstream.isEmpty() && !target.object().contains("targets"_L1);
    return plain ? std::optional(route) : std::nullopt;
}

QString strategyOf(JsonReader &config)
{
    static const QMap<QString, QString> known{{u"fallback"_s, u"ordered"_s}, {u"loadbalance"_s, u"weighted"_s},
        {QString(), QString()}, {u"single"_s, QString()}};
    auto strategy = config.objectOrNull("strategy"_L1);
    if (!strategy)
        return {};
    const QString mode = strategy->textOrEmpty("mode"_L1);
    config.adopt(*strategy);
    return known.value(mode, mode);
}

bool decidesItself(const QString &strategy)
{
    return !strategy.isEmpty() && strategy != "ordered"_L1 && strategy != "weighted"_L1;
}

Alias aliasOf(JsonReader &config)
{
    Alias alias;
    const QString strategy = strategyOf(config);
    bool plain = !decidesItself(strategy);
    QList<JsonReader> targets = objectsOrNone(config, "targets"_L1);
    if (targets.isEmpty())
        targets << config; // it is its own target
    for (JsonReader &target : targets) {
        const auto route = routeOf(target);
        plain = plain && route.has_value();
        alias.routes << route.value_or(Route());
        config.adopt(target);
    }
    if (!plain)
        alias.routes.clear();
    else if (alias.routes.size() > 1)
        alias.strategy = strategy;
    return alias;
}

// The program of a config is an object, or a text that holds one.
QByteArray programOf(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonValue config = (root["data"_L1].isObject() ? root["data"_L1] : QJsonValue(root))["config"_L1];
    return config.isObject() ? QJsonDocument(config.toObject()).toJson(QJsonDocument::Compact)
                             : config.toString().toUtf8();
}

} // namespace

Result<SlugPage> readSlugs(const QByteArray &body, const QString &what)
{
    return readObject(body, what).and_then([](JsonReader root) {
        SlugPage page;
        for (JsonReader row : root.objects("data"_L1)) {
            page.slugs << row.text("slug"_L1);
            root.adopt(row);
        }
        page.total = root.countOrNull("total"_L1).value_or(page.slugs.size());
        return root.result(page);
    });
}

Result<Alias> readConfig(const QByteArray &body, const QString &slug)
{
    return readObject(body, u"config"_s)
        .and_then([&body](const JsonReader &) { return readObject(programOf(body), u"config.config"_s); })
        .and_then([&slug](JsonReader config) {
            Alias alias = aliasOf(config);
            alias.name = slug;
            return config.result(alias);
        });
}

Alias aliasOfModel(const QString &id)
{
    static const QRegularExpression form(u"^@([^/]+)/(.+)$"_s);
    const auto found = form.match(id);
    Alias alias;
    alias.name = id;
    if (found.hasMatch()) {
        Route route;
        route.upstream = found.captured(1);
        route.model = found.captured(2);
        alias.routes << route;
    }
    return alias;
}

} // namespace gateway::portkey
