// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/call_json.h"
#include "net/redactor.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace evidence {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

static bool isText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

// The redactor sees the whole body before it is cut: half a secret would no longer be found.
QJsonObject bodyJson(const QByteArray &body, const net::Redactor &redactor)
{
    QJsonObject out{{u"bytes"_s, body.size()}, {u"sha256"_s, sha256(body)}};
    const QByteArray clean = redactor.clean(body).left(largestBody);
    if (body.size() > largestBody)
        out[u"truncated"_s] = u"cut after %1 bytes"_s.arg(largestBody);
    if (isText(body))
        out[u"text"_s] = QString::fromUtf8(clean);
    else
        out[u"base64"_s] = QString::fromLatin1(clean.toBase64());
    return out;
}

static QJsonArray headersJson(const QList<net::Header> &headers)
{
    QJsonArray out;
    for (const net::Header &header : headers)
        out << QJsonArray{QString::fromLatin1(header.name), QString::fromUtf8(header.value)};
    return out;
}

// Those that carry a secret hold its fingerprint already.
static QJsonArray sentHeaders(QList<net::Header> headers, const net::Redactor &redactor)
{
    for (net::Header &header : headers)
        if (!net::carriesSecret(header.name))
            header.value = redactor.clean(header.value);
    return headersJson(headers);
}

// To the microsecond; what lies below is noise.
static double msOf(qint64 ns)
{
    const qint64 micros = ns / 1000;
    return double(micros) / 1000;
}

static QJsonObject framesJson(const QList<net::Frame> &frames, const net::Redactor &redactor)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qsizetype bytes = 0;
    for (const net::Frame &frame : frames) {
        hash.addData(frame.raw);
        bytes += frame.raw.size();
    }
    QJsonArray list;
    qsizetype kept = 0;
    for (const net::Frame &frame : redactor.clean(frames)) {
        QJsonObject one{{u"offset"_s, frame.offset}, {u"at_ms"_s, msOf(frame.atNs)}};
        if (!frame.event.isEmpty())
            one[u"event"_s] = QString::fromUtf8(frame.event);
        kept += frame.data.size();
        if (kept <= largestBody)
            one[u"data"_s] = QString::fromUtf8(frame.data);
        list << one;
    }
    QJsonObject out{{u"count"_s, frames.size()}, {u"bytes"_s, bytes}, {u"list"_s, list}};
    out[u"sha256"_s] = QString::fromLatin1(hash.result().toHex());
    if (kept > largestBody)
        out[u"truncated"_s] = u"data left out after %1 bytes"_s.arg(largestBody);
    return out;
}

static QJsonObject timingsJson(const net::Timings &timings)
{
    const auto ms = [](const std::optional<qint64> &ns) { return ns ? QJsonValue(msOf(*ns)) : QJsonValue(); };
    return {{u"connect_ms"_s, ms(timings.connect)}, {u"tls_ms"_s, ms(timings.tls)}, {u"sent_ms"_s, ms(timings.sent)},
        {u"first_header_ms"_s, ms(timings.firstHeader)}, {u"first_frame_ms"_s, ms(timings.firstFrame)},
        {u"end_ms"_s, ms(timings.end)}};
}

// As told by the gateway, unread: the last one of a stream wins.
static QJsonValue usageTold(const net::Recorded &call)
{
    QJsonValue told = QJsonDocument::fromJson(call.exchange.body)["usage"_L1];
    for (const net::Frame &frame : call.frames)
        if (const QJsonValue usage = QJsonDocument::fromJson(frame.data)["usage"_L1]; usage.isObject())
            told = usage;
    return told.isObject() ? told : QJsonValue();
}

static QJsonValue headerTold(const net::Exchange &exchange, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (!exchange.header(name).isEmpty())
            return QString::fromUtf8(exchange.header(name));
    return {};
}

static QJsonObject responseJson(const net::Recorded &call, const net::Redactor &redactor)
{
    QJsonObject out{{u"status"_s, call.exchange.status}};
    out[u"headers"_s] = headersJson(redactor.clean(call.exchange.headers));
    out[u"body"_s] = bodyJson(call.exchange.body, redactor);
    if (!call.frames.isEmpty())
        out[u"frames"_s] = framesJson(call.frames, redactor);
    if (call.exchange.failure)
        out[u"failure"_s] = redactor.clean(call.exchange.failure->detail);
    if (const auto &tls = call.exchange.tls)
        out[u"tls"_s] = QJsonObject{{u"protocol"_s, tls->protocol}, {u"certificate"_s, tls->subject},
            {u"expires"_s, tls->expires.toString(Qt::ISODate)}};
    return out;
}

QJsonObject callJson(const net::Recorded &call, const net::Redactor &redactor)
{
    QJsonObject request{{u"method"_s, QString::fromLatin1(call.method)}};
    request[u"url"_s] = redactor.clean(call.url).toString(QUrl::FullyEncoded);
    request[u"headers"_s] = sentHeaders(call.headers, redactor);
    request[u"body"_s] = bodyJson(call.body, redactor);
    QJsonObject out{{u"label"_s, call.label}, {u"request"_s, request}};
    out[u"response"_s] = responseJson(call, redactor);
    out[u"started"_s] = call.started.toString(Qt::ISODateWithMs);
    out[u"timings"_s] = timingsJson(call.exchange.timings);
    out[u"usage"_s] = usageTold(call);
    out[u"ended_by_us"_s] = call.open;
    out[u"gateway_request_id"_s] = headerTold(call.exchange,
        {"x-litellm-call-id", "x-oneapi-request-id", "x-generation-id", "x-portkey-trace-id", "x-request-id"});
    out[u"provider_request_id"_s] = headerTold(call.exchange, {"llm_provider-x-request-id", "request-id"});
    out[u"retries_told"_s] =
        headerTold(call.exchange, {"x-litellm-attempted-retries", "x-portkey-retry-attempt-count"});
    out[u"cost_told"_s] = headerTold(call.exchange, {"x-litellm-response-cost"});
    return out;
}

} // namespace evidence
