// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_scope.h"
#include "base/money.h"
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

struct Family
{
    const char *name;
    const char *mode; // of deployments; "": none of its own
    const char *call; // type of call in usage rows, without the "a" of asynchronous ones
    QStringList routes;
};

const QList<Family> &families()
{
    const auto both = [](const char *path) {
        return QStringList{QLatin1StringView(path), u"/v1"_s + QLatin1StringView(path)};
    };
    static const QList<Family> all{
        {"chat", "chat", "completion", both("/chat/completions")},
        {"completions", "completion", "text_completion", both("/completions")},
        {"embeddings", "embedding", "embedding", both("/embeddings")},
        {"responses", "responses", "responses", both("/responses")},
        {"images", "image_generation", "image_generation", both("/images/generations")},
        {"messages", "", "anthropic_messages", {u"/v1/messages"_s}},
    };
    return all;
}

// A client asks for the models before it calls one.
const QStringList models{u"/models"_s, u"/v1/models"_s};

bool isWholeIn(const Family &family, const QStringList &routes)
{
    return std::ranges::all_of(family.routes, [&routes](const QString &route) { return routes.contains(route); });
}

QStringList wholeFamilies(const QStringList &routes, QSet<QString> &left)
{
    QStringList out;
    for (const QString &route : routes)
        for (const Family &family : families())
            if (family.routes.first() == route && isWholeIn(family, routes)) {
                out << QLatin1StringView(family.name);
                left -= QSet<QString>(family.routes.begin(), family.routes.end());
            }
    return out;
}

bool isRoute(const QString &text)
{
    return text.startsWith(u'/') || text.endsWith(u"_routes");
}

const Family *familyCalled(const QString &name)
{
    for (const Family &family : families())
        if (name == QLatin1StringView(family.name))
            return &family;
    return nullptr;
}

} // namespace

QString windowOf(const QString &duration)
{
    static const QHash<QString, QString> words{{QString(), u"lifetime"_s}, {u"1d"_s, u"day"_s}, {u"7d"_s, u"week"_s},
        {u"1w"_s, u"week"_s}, {u"30d"_s, u"month"_s}, {u"1mo"_s, u"month"_s}};
    if (words.contains(duration))
        return words.value(duration);
    bool isNumber = false;
    const int days = duration.endsWith(u'd') ? duration.chopped(1).toInt(&isNumber) : 0;
    return isNumber ? u"%1h"_s.arg(days * 24) : duration;
}

std::optional<QJsonValue> durationOf(const QString &window)
{
    static const QHash<QString, QJsonValue> words{
        {u"lifetime"_s, {}}, {u"day"_s, u"1d"_s}, {u"week"_s, u"7d"_s}, {u"month"_s, u"30d"_s}};
    static const QRegularExpression span(u"^[1-9][0-9]*(?:s|m|h|mo)$"_s);
    if (words.contains(window))
        return words.value(window);
    return span.match(window).hasMatch() ? std::optional(QJsonValue(window)) : std::nullopt;
}

QStringList familiesOf(const QStringList &routes)
{
    if (routes.isEmpty() || routes == QStringList{u"llm_api_routes"_s})
        return {};
    QSet<QString> left(routes.begin(), routes.end());
    const QStringList found = wholeFamilies(routes, left);
    left -= QSet<QString>(models.begin(), models.end());
    return left.isEmpty() && !found.isEmpty() ? found : routes;
}

std::optional<QStringList> routesOf(const QStringList &wanted)
{
    if (wanted.isEmpty())
        return QStringList{u"llm_api_routes"_s};
    QStringList out;
    bool known = false;
    for (const QString &name : wanted) {
        const Family *family = familyCalled(name);
        if (!family && !isRoute(name))
            return {};
        known = known || family;
        out += family ? family->routes : QStringList{name};
    }
    return known ? out + models : out;
}

QString familyOfMode(const QString &mode)
{
    for (const Family &family : families())
        if (!mode.isEmpty() && mode == QLatin1StringView(family.mode))
            return QLatin1StringView(family.name);
    return {};
}

QString modeOf(const QString &name)
{
    const Family *family = familyCalled(name);
    return family ? QString::fromLatin1(family->mode) : QString();
}

QString familyOfCall(const QString &callType)
{
    for (const Family &family : families())
        if (callType == QLatin1StringView(family.call) || callType == u'a' + QLatin1StringView(family.call))
            return QLatin1StringView(family.name);
    return callType.isEmpty() ? QString() : u"other"_s;
}

// The nearest double of the decimal text: LiteLLM keeps doubles.
QJsonValue usd(qint64 nanos)
{
    return money::decimal(nanos).toDouble();
}

} // namespace gateway::litellm
