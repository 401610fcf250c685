// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_envelope.h"
#include "gateway/answer.h"
#include "net/redact.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr int smallestPage = 10; // One API's, whatever it is asked for

QString sentenceIn(const QJsonObject &root)
{
    const QJsonValue error = root["error"_L1];
    for (const QJsonValue &said : {root["message"_L1], error["message"_L1], error, root["detail"_L1]})
        if (!said.toString().isEmpty())
            return said.toString();
    return {};
}

// What answerOf() may quote of an answer that is no 2xx: its sentence, or that there is none. Never JSON as it is.
QByteArray quotable(const QByteArray &body, const QJsonObject &root)
{
    const QByteArray start = body.trimmed().left(1);
    const QString sentence = sentenceIn(root);
    if (!sentence.isEmpty())
        return QJsonDocument(QJsonObject{{u"detail"_s, sentence}}).toJson(QJsonDocument::Compact);
    if (start.isEmpty())
        return "an empty answer";
    return start == "{" || start == "[" ? QByteArray("no reason given") : body;
}

Result<QJsonObject> rootOf(const QByteArray &body, const QString &what)
{
    const auto reader = readObject(body, what);
    if (!reader)
        return tl::unexpected<Failure>(reader.error());
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    if (!root["success"_L1].toBool())
        return fail(FailureKind::Decode, what + u".success: not true"_s);
    return root;
}

Result<QList<QJsonObject>> rowsOf(const QJsonValue &value, const QString &where)
{
    if (!value.isArray() && !value.isNull())
        return fail(FailureKind::Decode, where + u": no list"_s);
    QList<QJsonObject> rows;
    const QJsonArray array = value.toArray();
    for (const QJsonValue row : array) {
        if (!row.isObject())
            return fail(FailureKind::Decode, u"%1[%2]: no object"_s.arg(where).arg(rows.size()));
        rows << row.toObject();
    }
    return rows;
}

} // namespace

Result<net::Exchange> envelopeOf(net::Exchange exchange, const Secret &sent)
{
    const int status = exchange.status;
    if (!exchange.failure && status >= 300 && status < 400)
        return fail(FailureKind::Redirected,
            u"redirect to %1 refused"_s.arg(QString::fromUtf8(exchange.header("location")).left(200)), status);
    const QJsonObject root = QJsonDocument::fromJson(exchange.body).object();
    if (status >= 400)
        exchange.body = quotable(exchange.body, root);
    const auto answer = answerOf(std::move(exchange), sent);
    if (!answer || !root["success"_L1].isBool() || root["success"_L1].toBool())
        return answer;
    const QString said = net::excerpt(root["message"_L1].toString().toUtf8(), sent);
    return fail(FailureKind::Rejected, said.isEmpty() ? u"refused without a reason"_s : said, status);
}

bool wasRefused(const Failure &failure)
{
    return failure.kind == FailureKind::Rejected && failure.httpStatus >= 200 && failure.httpStatus < 300;
}

Result<QJsonValue> dataOf(const QByteArray &body, const QString &what)
{
    return rootOf(body, what).map([](const QJsonObject &root) { return root["data"_L1]; });
}

Result<QJsonObject> objectOf(const QByteArray &body, const QString &what)
{
    return dataOf(body, what).and_then([&what](const QJsonValue &data) -> Result<QJsonObject> {
        if (!data.isObject())
            return fail(FailureKind::Decode, what + u".data: no object"_s);
        return data.toObject();
    });
}

bool ListPage::isLast() const
{
    if (bare)
        return rows.size() < smallestPage;
    return rows.isEmpty() || size <= 0 || page > (total - 1) / size;
}

Result<ListPage> listOf(const QByteArray &body, const QString &what)
{
    const auto data = dataOf(body, what);
    if (!data)
        return tl::unexpected<Failure>(data.error());
    ListPage page;
    page.bare = !data->isObject();
    JsonReader reader(data->toObject(), what + u".data"_s);
    if (!page.bare) {
        page.page = reader.integer("page"_L1);
        page.size = reader.integer("page_size"_L1);
        page.total = reader.integer("total"_L1);
    }
    const auto rows = rowsOf(page.bare ? *data : data->toObject()["items"_L1], what + u".data"_s);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    page.rows = *rows;
    return reader.result(page);
}

} // namespace gateway::newapi
