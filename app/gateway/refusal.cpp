// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/refusal.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

constexpr qsizetype longestRefusal = 64 << 10; // whatever is longer is no refusal

bool isGood(const net::Exchange &exchange)
{
    return exchange.status >= 200 && exchange.status < 300;
}

bool saysItself(const QJsonObject &root)
{
    const QJsonValue error = root["error"_L1];
    const bool told = error.isObject() || (error.isString() && !error.toString().isEmpty());
    return told || (root["success"_L1].isBool() && !root["success"_L1].toBool()) || root["status"_L1] == "failure"_L1;
}

QString firstText(std::initializer_list<QJsonValue> values)
{
    for (const QJsonValue &value : values)
        if (value.isString() && !value.toString().isEmpty())
            return value.toString();
    return {};
}

Refusal readRefusal(const QJsonObject &root)
{
    const QJsonValue error = root["error"_L1];
    const QJsonValue data = root["data"_L1];
    Refusal refusal;
    refusal.status = error["code"_L1].toInt(root["status_code"_L1].toInt(root["status"_L1].toInt()));
    refusal.type = firstText({root["type"_L1], error["metadata"_L1]["error_type"_L1], data["errorCode"_L1],
        error["type"_L1], error["code"_L1]});
    refusal.message = firstText({error, error["message"_L1], data["message"_L1], root["message"_L1], root["detail"_L1],
        root["html-message"_L1]});
    return refusal;
}

} // namespace

std::optional<Refusal> refusalIn(const net::Exchange &exchange)
{
    if (exchange.failure || exchange.body.size() > longestRefusal)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(exchange.body).object();
    if (root.isEmpty() || (isGood(exchange) && !saysItself(root)))
        return {};
    return readRefusal(root);
}

Failure failureOf(const net::Exchange &exchange, const Refusal &refusal, int status, const Secret &sent)
{
    net::Exchange told;
    told.status = status >= 400 && status < 600 ? status : 400;
    told.headers = exchange.headers;
    told.body = exchange.body;
    if (!refusal.message.isEmpty())
        told.body = QJsonDocument(QJsonObject{{u"detail"_s, refusal.message}}).toJson(QJsonDocument::Compact);
    return answerOf(std::move(told), sent).error();
}

Result<net::Exchange> answerOrRefusal(net::Exchange exchange, const Secret &sent)
{
    const auto refusal = refusalIn(exchange);
    if (!refusal)
        return answerOf(std::move(exchange), sent);
    const int status = isGood(exchange) ? refusal->status : exchange.status;
    return tl::unexpected<Failure>(failureOf(exchange, *refusal, status, sent));
}

} // namespace gateway
