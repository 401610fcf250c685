// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/openai_org/openai_org_wire.h"
#include "gateway/json_reader.h"

using namespace Qt::StringLiterals;

namespace gateway::openai_org {

namespace {

// "has_more" without a cursor would end the list in its middle.
QString nextOf(JsonReader &root, QLatin1StringView cursor)
{
    if (!root.boolean("has_more"_L1))
        return {};
    const QString next = root.textOrEmpty(cursor);
    if (next.isEmpty())
        root.refuse(cursor, u"no cursor, though has_more is true"_s);
    return next;
}

template<typename Row, typename Read>
Result<Listed<Row>> listOf(const QByteArray &body, const QString &what, Read read)
{
    return readObject(body, what).and_then([&read](JsonReader root) {
        Listed<Row> out;
        for (JsonReader row : root.objects("data"_L1)) {
            read(row, out.rows);
            root.adopt(row);
        }
        out.next = nextOf(root, "last_id"_L1);
        return root.result(out);
    });
}

std::optional<QDateTime> timeIn(JsonReader &row, QLatin1StringView field)
{
    const auto seconds = row.integerOrNull(field);
    return seconds ? std::optional(QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC)) : std::nullopt;
}

// "sk-abc...def1", "sk-proj-***1234": only where something is left out.
void readRedacted(JsonReader &row, Key &key)
{
    const QString redacted = row.textOrEmpty("redacted_value"_L1);
    const qsizetype gap = redacted.indexOf(redacted.contains(u'*') ? u"*"_s : u"..."_s);
    if (gap < 0 || redacted.size() > 64)
        return;
    key.prefix = redacted.left(gap);
    key.lastFour = redacted.mid(std::max(redacted.lastIndexOf(u'*'), redacted.lastIndexOf(u'.')) + 1).right(4);
}

Key keyOf(JsonReader &row, const QString &project)
{
    Key key;
    key.id = project + u'/' + row.text("id"_L1);
    key.name = row.textOrEmpty("name"_L1);
    readRedacted(row, key);
    key.holder = project;
    key.createdAt = timeIn(row, "created_at"_L1);
    key.lastUsedAt = timeIn(row, "last_used_at"_L1);
    return key;
}

void add(std::optional<qint64> &sum, std::optional<qint64> part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

using AddResult = void (*)(JsonReader &, UsageTotals &);

Result<QString> addBuckets(const QByteArray &body, const QString &what, UsageTotals &totals, AddResult addResult)
{
    return readObject(body, what).and_then([&](JsonReader root) {
        for (JsonReader bucket : root.objects("data"_L1)) {
            for (JsonReader result : bucket.objects("results"_L1)) {
                addResult(result, totals);
                bucket.adopt(result);
            }
            root.adopt(bucket);
        }
        const QString next = nextOf(root, "next_page"_L1);
        return root.result(next);
    });
}

void addUsageResult(JsonReader &row, UsageTotals &totals)
{
    add(totals.requests, row.countOrNull("num_model_requests"_L1));
    add(totals.inputTokens, row.countOrNull("input_tokens"_L1));
    add(totals.outputTokens, row.countOrNull("output_tokens"_L1));
    add(totals.cachedTokens, row.countOrNull("input_cached_tokens"_L1)); // part of the input; older answers lack it
}

void addCost(JsonReader &row, UsageTotals &totals)
{
    auto amount = row.objectOrNull("amount"_L1);
    if (!amount) {
        row.refuse("amount"_L1, u"no object"_s);
        return;
    }
    add(totals.costNanos, amount->nanosOrNull("value"_L1)); // a number, or a text of one
    const QString currency = amount->textOrEmpty("currency"_L1).toUpper();
    if (!totals.currency.isEmpty() && currency != totals.currency)
        amount->refuse("currency"_L1, u"another one than before"_s);
    totals.currency = currency;
    row.adopt(*amount);
}

void readRate(JsonReader &row, const Project &project, QList<Allowance> &all)
{
    const QString model = row.text("model"_L1);
    const auto take = [&](QLatin1StringView field, const QString &unit, const QString &window) {
        const auto most = row.nanosOrNull(field);
        if (!most)
            return;
        Allowance allowance;
        allowance.scope = u"team"_s; // the nearest to a project
        allowance.id = project.id;
        allowance.name = u"%1 · %2"_s.arg(project.name, model);
        allowance.window = window;
        allowance.currency = unit;
        allowance.limitNanos = most;
        all << allowance;
    };
    take("max_requests_per_1_minute"_L1, u"requests"_s, u"minute"_s);
    take("max_tokens_per_1_minute"_L1, u"tokens"_s, u"minute"_s);
    take("max_requests_per_1_day"_L1, u"requests"_s, u"day"_s);
}

} // namespace

Result<Listed<Project>> readProjects(const QByteArray &body)
{
    return listOf<Project>(body, u"project list"_s, [](JsonReader &row, QList<Project> &rows) {
        const QString id = row.text("id"_L1);
        rows << Project{id, row.textOrEmpty("name"_L1)};
    });
}

Result<Listed<Key>> readKeys(const QByteArray &body, const QString &project)
{
    return listOf<Key>(
        body, u"key list"_s, [&project](JsonReader &row, QList<Key> &rows) { rows << keyOf(row, project); });
}

Result<Key> readKey(const QByteArray &body, const QString &project)
{
    return readObject(body, u"key"_s).and_then([&project](JsonReader row) {
        const Key key = keyOf(row, project);
        return row.result(key);
    });
}

Result<> readDeleted(const QByteArray &body)
{
    return readObject(body, u"deleted"_s).and_then([](JsonReader root) -> Result<> {
        const bool gone = root.boolean("deleted"_L1);
        if (root.failure())
            return tl::unexpected<Failure>(*root.failure());
        return gone ? Result<>() : fail(FailureKind::Rejected, u"the server says it did not delete it"_s);
    });
}

Result<KeyPlace> KeyPlace::of(const QString &id)
{
    const qsizetype slash = id.indexOf(u'/');
    if (slash < 1 || slash == id.size() - 1)
        return fail(FailureKind::NotFound, u"a key here is PROJECT/KEY, not “%1”"_s.arg(id));
    return KeyPlace{id.left(slash), id.mid(slash + 1)};
}

Result<QString> addUsage(const QByteArray &body, UsageTotals &totals)
{
    return addBuckets(body, u"usage"_s, totals, addUsageResult);
}

Result<QString> addCosts(const QByteArray &body, UsageTotals &totals)
{
    return addBuckets(body, u"costs"_s, totals, addCost);
}

Result<Allowance> readSpendLimit(const QByteArray &body, const std::optional<Project> &project)
{
    return readObject(body, u"spend limit"_s).and_then([&project](JsonReader root) {
        Allowance limit;
        limit.scope = project ? u"team"_s : u"organization"_s; // the nearest to a project
        limit.id = project ? project->id : QString();
        limit.name = project ? project->name : QString();
        limit.window = root.textOrEmpty("interval"_L1);
        limit.currency = root.textOrEmpty("currency"_L1).toUpper();
        limit.limitNanos = root.nanosOrNull("threshold_amount"_L1, -2); // cents
        if (!limit.limitNanos)
            root.refuse("threshold_amount"_L1, u"no amount"_s);
        return root.result(limit);
    });
}

Result<Listed<Allowance>> readRateLimits(const QByteArray &body, const Project &project)
{
    return listOf<Allowance>(
        body, u"rate limits"_s, [&project](JsonReader &row, QList<Allowance> &rows) { readRate(row, project, rows); });
}

} // namespace gateway::openai_org
