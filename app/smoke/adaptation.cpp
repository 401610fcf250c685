// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/adaptation.h"
#include "smoke/words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace smoke {

static constexpr int raisedLimit = 1024;

// `max_tokens` may be named beside its remedy: "use 'max_completion_tokens' instead". The `param` decides, else who is first.
static bool names(const QJsonDocument &answer, const QString &parameter)
{
    const QString param = answer["error"_L1]["param"_L1].toString();
    if (!param.isEmpty())
        return param == parameter;
    const QString text = answer["error"_L1]["message"_L1].toString();
    const qsizetype at = text.indexOf(parameter);
    const qsizetype other = text.indexOf(parameter == u"max_tokens" ? u"max_completion_tokens"_s : u"max_tokens"_s);
    return at >= 0 && (other < 0 || at <= other);
}

static Adaptation renamed(QJsonObject body, const QString &from, const QString &to)
{
    body[to] = body.take(from);
    return {body, translate("smoke", "The gateway wants `%1` instead of `%2`: sent again so.").arg(to, from)};
}

std::optional<Adaptation> afterRefusal(const QJsonObject &body, const net::Exchange &exchange)
{
    if (exchange.status != 400)
        return {};
    const QJsonDocument answer = QJsonDocument::fromJson(exchange.body);
    const QString old = u"max_tokens"_s;
    const QString fresh = u"max_completion_tokens"_s;
    if (body.contains(old) && names(answer, old))
        return renamed(body, old, fresh);
    if (body.contains(fresh) && names(answer, fresh))
        return renamed(body, fresh, old);
    if (!body.contains("temperature"_L1) || !names(answer, u"temperature"_s))
        return {};
    QJsonObject without = body;
    without.remove("temperature"_L1);
    return Adaptation{without, translate("smoke", "The gateway refuses `temperature`: sent again without it.")};
}

std::optional<Adaptation> afterEmptyAnswer(const QJsonObject &body, const QString &finishReason, const QString &content)
{
    const QString limit = body.contains("max_tokens"_L1) ? u"max_tokens"_s : u"max_completion_tokens"_s;
    if (finishReason != u"length" || !content.isEmpty() || body[limit].toInt() >= raisedLimit)
        return {};
    QJsonObject raised = body;
    raised[limit] = raisedLimit;
    const QString note = translate(
        "smoke", "The whole limit of %1 tokens went before the first word (a reasoning model): sent again with %2.");
    return Adaptation{raised, note.arg(body[limit].toInt()).arg(raisedLimit)};
}

} // namespace smoke
