// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/plain_openai/plain_openai_wire.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gateway::plain_openai {

static Result<QJsonArray> listIn(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    const QJsonValue data = document.object().value("data"_L1);
    if (data.isArray() || data.isNull())
        return data.toArray();
    return fail(FailureKind::Decode, u"models.data: no list"_s);
}

Result<QList<Alias>> readModels(const QByteArray &body)
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

} // namespace gateway::plain_openai
