// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_numbers.h"
#include "gateway/openrouter/openrouter_wire.h"
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gateway::openrouter {

namespace {

template<typename Row>
Result<QList<Row>> rowsOf(const QByteArray &body, const QString &what, Row (*rowOf)(JsonReader &))
{
    return readObject(body, what).and_then([rowOf](JsonReader root) {
        QList<Row> rows;
        QList<JsonReader> objects = root.objects("data"_L1);
        for (JsonReader &row : objects) {
            rows << rowOf(row);
            root.adopt(row);
        }
        return root.result(rows);
    });
}

Guardrail guardrailOf(JsonReader &row)
{
    Guardrail guardrail;
    guardrail.id = row.text("id"_L1);
    guardrail.name = row.textOrEmpty("name"_L1);
    guardrail.models = row.textsOrNone("allowed_models"_L1);
    return guardrail;
}

Assignment assignmentOf(JsonReader &row)
{
    Assignment assignment;
    assignment.guardrail = row.text("guardrail_id"_L1);
    assignment.key = row.text("key_hash"_L1);
    return assignment;
}

// Decimal text in USD per token, to nanos per million. Below zero ("-1"): it depends on the model behind.
std::optional<qint64> priceOf(JsonReader &pricing, QLatin1StringView field)
{
    const auto nanos = pricing.nanosOrNull(field, 6);
    return nanos && *nanos < 0 ? std::nullopt : nanos;
}

void readPrice(JsonReader &row, Alias &alias)
{
    auto pricing = row.objectOrNull("pricing"_L1);
    if (!pricing)
        return;
    alias.price.inputNanos = priceOf(*pricing, "prompt"_L1);
    alias.price.outputNanos = priceOf(*pricing, "completion"_L1);
    alias.price.cachedNanos = priceOf(*pricing, "input_cache_read"_L1);
    row.adopt(*pricing);
}

Model modelOf(JsonReader &row)
{
    Model model;
    model.alias.name = row.text("id"_L1);
    model.slug = row.textOrEmpty("canonical_slug"_L1);
    model.alias.contextTokens = row.integerOrNull("context_length"_L1);
    readPrice(row, model.alias);
    auto target = row.objectOrNull("alias_target"_L1);
    if (!target)
        return model;
    Route route;
    route.upstream = u"OpenRouter"_s;
    route.model = target->text("slug"_L1);
    model.alias.routes << route;
    row.adopt(*target);
    return model;
}

QJsonValue modelsJson(const QStringList &models)
{
    return models.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(models)); // an empty list is refused
}

} // namespace

Result<QList<Guardrail>> readGuardrails(const QByteArray &body)
{
    return rowsOf<Guardrail>(body, u"guardrails"_s, guardrailOf);
}

Result<QList<Assignment>> readAssignments(const QByteArray &body)
{
    return rowsOf<Assignment>(body, u"guardrail assignments"_s, assignmentOf);
}

Result<QList<Model>> readModels(const QByteArray &body)
{
    return rowsOf<Model>(body, u"models"_s, modelOf);
}

Result<QString> readGuardrailId(const QByteArray &body)
{
    return readData(body, u"created guardrail"_s).and_then([](JsonReader data) {
        const QString id = data.text("id"_L1);
        return data.result(id);
    });
}

Result<qint64> readAssignedCount(const QByteArray &body)
{
    return readObject(body, u"assignment"_s).and_then([](JsonReader root) {
        const qint64 count = root.integer("assigned_count"_L1);
        return root.result(count);
    });
}

QByteArray guardrailBody(const Key &key, const QStringList &models)
{
    return compactJson({{u"name"_s, u"Models of key "_s + key.name},
        {u"description"_s, u"Made by Gatewright for key "_s + key.id}, {u"allowed_models"_s, modelsJson(models)}});
}

QByteArray modelsBody(const QStringList &models)
{
    return compactJson({{u"allowed_models"_s, modelsJson(models)}});
}

QByteArray hashesBody(const QString &hash)
{
    return compactJson({{u"key_hashes"_s, QJsonArray{hash}}});
}

} // namespace gateway::openrouter
