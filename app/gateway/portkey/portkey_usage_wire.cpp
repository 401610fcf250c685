// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_reader.h"
#include "gateway/portkey/portkey_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

std::optional<QDateTime> firstStep(JsonReader &root)
{
    std::optional<QDateTime> first;
    for (JsonReader step : objectsOrNone(root, "data_points"_L1)) {
        const auto at = step.time("timestamp"_L1);
        if (at && step.nanosOrNull("total"_L1).value_or(0) > 0 && (!first || *at < *first))
            first = at;
        root.adopt(step);
    }
    return first;
}

QString windowOfRow(JsonReader &row, Allowance &allowance)
{
    auto limits = row.objectOrNull("usage_limits"_L1);
    if (!limits)
        return u"lifetime"_s;
    allowance.limitNanos = limits->nanosOrNull("credit_limit"_L1);
    if (limits->textOrEmpty("type"_L1) == "tokens"_L1)
        allowance.currency = u"tokens"_s;
    allowance.resetsAt = limits->time("next_usage_reset_at"_L1);
    const QString window = windowIn(*limits);
    row.adopt(*limits);
    return window;
}

Allowance allowanceOf(JsonReader &row, const QString &scope)
{
    Allowance allowance;
    allowance.scope = scope;
    const QString slug = row.textOrEmpty("slug"_L1);
    allowance.id = slug.isEmpty() ? row.text("id"_L1) : slug;
    allowance.name = row.textOrEmpty("name"_L1);
    allowance.currency = u"USD"_s;
    allowance.window = windowOfRow(row, allowance);
    const bool exhausted = row.textOrEmpty("status"_L1) == "exhausted"_L1;
    allowance.unlimited = !allowance.limitNanos && !exhausted;
    if (exhausted) {
        allowance.spentNanos = allowance.limitNanos;
        allowance.leftNanos = 0;
    }
    return allowance;
}

} // namespace

Result<Graph> readGraph(const QByteArray &body, int shift)
{
    return readObject(body, u"graph"_s).and_then([shift](JsonReader root) -> Result<Graph> {
        auto summary = root.objectOrNull("summary"_L1);
        if (!summary)
            root.refuse("summary"_L1, u"no object"_s);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        Graph graph;
        graph.total = summary->nanosOrNull("total"_L1, shift);
        root.adopt(*summary);
        graph.first = firstStep(root);
        return root.result(graph);
    });
}

Result<QString> readOnlyModel(const QByteArray &body)
{
    return readObject(body, u"models of a call"_s).and_then([](JsonReader root) {
        QStringList models;
        for (JsonReader row : root.objects("data"_L1)) {
            models << row.textOrEmpty("ai_model"_L1);
            root.adopt(row);
        }
        return root.result(models.size() == 1 ? models.first() : QString());
    });
}

Result<AllowancePage> readAllowances(const QByteArray &body, const QString &scope)
{
    return readObject(body, scope + u" list"_s).and_then([&scope](JsonReader root) {
        AllowancePage page;
        for (JsonReader row : root.objects("data"_L1)) {
            const Allowance allowance = allowanceOf(row, scope);
            if (!allowance.unlimited || scope != "provider"_L1)
                page.rows << allowance;
            ++page.read;
            root.adopt(row);
        }
        page.total = root.countOrNull("total"_L1).value_or(page.read);
        return root.result(page);
    });
}

} // namespace gateway::portkey
