// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/identity.h"
#include "smoke/chat.h"
#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace smoke {

static QByteArray freshUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

void identify(const QString &kind, const QString &nonce, net::Request &request, QJsonObject &body)
{
    if (kind == u"litellm") {
        request.headers << net::Header{"x-litellm-call-id", freshUuid()};
        body[u"metadata"_s] = QJsonObject{{u"tags"_s, QJsonArray{u"gatewright"_s, nonce}}};
        body[u"user"_s] = nonce;
    } else if (kind == u"openrouter") {
        body[u"user"_s] = nonce;
    } else if (kind == u"portkey") {
        request.headers << net::Header{"x-portkey-trace-id", nonce.toLatin1()};
    } else if (kind == u"bifrost") {
        request.headers << net::Header{"x-request-id", freshUuid()};
    } else if (kind == u"openai_org") {
        request.headers << net::Header{"X-Client-Request-Id", nonce.toLatin1()};
    }
}

static const QByteArrayList &gatewayHeaders()
{
    static const QByteArrayList names{
        "x-litellm-call-id", "x-oneapi-request-id", "x-generation-id", "x-portkey-trace-id", "x-bf-request-id"};
    return names;
}

QStringList idsOf(const net::Recorded &call)
{
    static const QByteArrayList further{"x-request-id", "request-id", "llm_provider-x-request-id"};
    QStringList ids;
    for (const QByteArray &name : gatewayHeaders() + further)
        ids << QString::fromLatin1(call.exchange.header(name.constData()));
    ids << readReply(call.exchange.body).id;
    if (!call.frames.isEmpty())
        ids << readChunk(call.frames.first().data).id;
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

// A provider's x-request-id that a gateway passes on is no handle of the gateway; where nobody else stands between,
// or the gateway sets it itself, it is one.
QByteArray handleOf(const QString &kind, const net::Exchange &exchange)
{
    for (const QByteArray &name : gatewayHeaders())
        if (!exchange.header(name.constData()).isEmpty())
            return name;
    const bool setsItItself = kind == u"embedded" || kind == u"openai_org" || kind == u"plain_openai"
        || kind == u"bifrost" || kind == u"select";
    return setsItItself && !exchange.header("x-request-id").isEmpty() ? "x-request-id" : QByteArray();
}

bool givesNoHandle(const QString &kind)
{
    return kind == u"bricksllm" || kind == u"any_llm";
}

} // namespace smoke
