// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/dialect.h"
#include "domain/select.h"
#include "net/endpoint.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace smoke {

static constexpr qint64 largestAnswer = 8 << 20;

bool letsItChoose(const Target &target)
{
    return target.kind == selectax::kind && target.alias == selectax::smartAlias;
}

bool mayLackList(const QString &kind)
{
    return kind == selectax::kind;
}

void chooseModel(const Target &target, net::Request &request, QJsonObject &body)
{
    if (target.kind != selectax::kind || letsItChoose(target) || target.alias.isEmpty())
        return;
    body[u"model"_s] = selectax::smartAlias;
    request.headers << net::Header{selectax::modelHeader, target.alias.toUtf8()};
}

net::Request messagesRequest(const Target &target, const QJsonObject &body)
{
    const bool bearer = target.kind == selectax::kind;
    net::Request request;
    request.method = "POST";
    request.url = net::endpoint(target.dataBase, u"messages"_s);
    request.headers << net::credential(bearer ? QByteArray() : QByteArray("x-api-key"), target.key)
                    << net::Header{"anthropic-version", "2023-06-01"};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.limits = target.limits;
    request.maxBody = largestAnswer;
    return request;
}

} // namespace smoke
