// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/model_list.h"
#include "base/or_return.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway {

static Result<QJsonArray> listIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonValue data = document.object().value("data"_L1);
    if (data.isArray() || data.isNull())
        return data.toArray();
    return fail(FailureKind::Decode, u"models.data: no list"_s);
}

static Result<QList<Alias>> readModels(const QByteArray &body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(FailureKind::Decode, u"models: no JSON (%1, byte %2)"_s.arg(error.errorString()).arg(error.offset));
    const auto list = listIn(document);
    if (!list)
        return tl::unexpected<Failure>(list.error());

    QList<Alias> aliases;
    for (qsizetype i = 0; i < list->size(); ++i) {
        Alias alias;
        alias.name = list->at(i)["id"_L1].toString();
        if (alias.name.isEmpty())
            return fail(FailureKind::Decode, u"models.data[%1].id: no text"_s.arg(i));
        aliases << alias;
    }
    return aliases;
}

Task<Result<QList<Alias>>> listedModels(Api &api, std::chrono::milliseconds patience)
{
    Call call{"GET", u"models"_s};
    call.patience = patience;
    const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
    co_return readModels(answer.body);
}

} // namespace gateway
