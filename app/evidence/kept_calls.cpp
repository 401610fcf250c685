// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/kept_calls.h"
#include <cmath>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The other way round of call_json.cpp.
namespace evidence {

static QByteArray bodyFrom(const QJsonValue &body)
{
    const QJsonValue base64 = body[u"base64"_s];
    return base64.isString() ? QByteArray::fromBase64(base64.toString().toLatin1())
                             : body[u"text"_s].toString().toUtf8();
}

static QList<net::Header> headersFrom(const QJsonValue &list)
{
    QList<net::Header> out;
    for (const QJsonValue &pair : list.toArray())
        out << net::Header{pair[0].toString().toLatin1(), pair[1].toString().toUtf8()};
    return out;
}

static std::optional<qint64> nsFrom(const QJsonValue &ms)
{
    return ms.isDouble() ? std::optional(std::llround(ms.toDouble() * 1e6)) : std::nullopt;
}

static net::Timings timingsFrom(const QJsonValue &timings)
{
    net::Timings out;
    out.connect = nsFrom(timings[u"connect_ms"_s]);
    out.tls = nsFrom(timings[u"tls_ms"_s]);
    out.sent = nsFrom(timings[u"sent_ms"_s]);
    out.firstHeader = nsFrom(timings[u"first_header_ms"_s]);
    out.firstFrame = nsFrom(timings[u"first_frame_ms"_s]);
    out.end = nsFrom(timings[u"end_ms"_s]);
    return out;
}

static QList<net::Frame> framesFrom(const QJsonValue &list)
{
    QList<net::Frame> out;
    for (const QJsonValue &one : list.toArray()) {
        net::Frame frame;
        frame.offset = one[u"offset"_s].toInteger();
        frame.atNs = nsFrom(one[u"at_ms"_s]).value_or(0);
        frame.event = one[u"event"_s].toString().toUtf8();
        frame.data = one[u"data"_s].toString().toUtf8();
        out << frame;
    }
    return out;
}

static net::Recorded callFrom(const QJsonValue &object, const QString &subject)
{
    const QJsonValue request = object[u"request"_s];
    const QJsonValue response = object[u"response"_s];
    net::Recorded call;
    call.label = object[u"label"_s].toString();
    call.subject = subject;
    call.method = request[u"method"_s].toString().toLatin1();
    call.url = QUrl(request[u"url"_s].toString());
    call.headers = headersFrom(request[u"headers"_s]);
    call.body = bodyFrom(request[u"body"_s]);
    call.started = QDateTime::fromString(object[u"started"_s].toString(), Qt::ISODateWithMs);
    call.open = object[u"ended_by_us"_s].toBool();
    call.exchange.status = response[u"status"_s].toInt();
    call.exchange.headers = headersFrom(response[u"headers"_s]);
    call.exchange.body = bodyFrom(response[u"body"_s]);
    call.exchange.timings = timingsFrom(object[u"timings"_s]);
    call.frames = framesFrom(response[u"frames"_s][u"list"_s]);
    if (const QJsonValue why = response[u"failure"_s]; why.isString())
        call.exchange.failure = Failure{FailureKind::Network, why.toString(), call.exchange.status};
    return call;
}

static Result<QList<net::Recorded>> callsIn(const QString &path, const CheckReport &check)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.object().contains(u"calls"_s))
        return fail(FailureKind::Storage, u"%1: this is no evidence of a check"_s.arg(path));
    QList<net::Recorded> out;
    for (const QJsonValue &call : document[u"calls"_s].toArray())
        out << callFrom(call, nameOf(check));
    return out;
}

Result<QList<net::Recorded>> keptCalls(const QString &folder, const RunReport &run)
{
    QList<net::Recorded> out;
    for (const CheckReport &check : run.checks) {
        if (check.evidenceFile.isEmpty() || check.evidenceFile.contains(u'/'))
            continue;
        const auto calls = callsIn(folder + u'/' + check.evidenceFile, check);
        if (!calls)
            return tl::unexpected(calls.error());
        out << *calls;
    }
    return out;
}

} // namespace evidence
