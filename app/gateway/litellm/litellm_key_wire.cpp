// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_key_wire.h"
#include "gateway/litellm/litellm_scope.h"
#include "gateway/passport_json.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

constexpr int secondsOff = 60; // LiteLLM counts a lifetime from when the call arrives

Budget mainBudget(Row &row, Row &metadata)
{
    Budget budget;
    budget.nanos = row.nanos("max_budget"_L1).value_or(0);
    budget.window = windowOf(row.word("budget_duration"_L1));
    budget.spentNanos = row.nanos("spend"_L1);
    budget.raiseNanos = metadata.nanos("temp_budget_increase"_L1).value_or(0);
    if (budget.raiseNanos > 0)
        budget.raiseUntil = metadata.at("temp_budget_expiry"_L1);
    return budget;
}

QList<Budget> windowBudgets(Row &row)
{
    QList<Budget> out;
    Row usage = row.part("budget_limits_usage"_L1);
    for (Row limit : row.parts("budget_limits"_L1)) {
        const QString duration = limit.text("budget_duration"_L1);
        Row used = usage.part(QLatin1StringView(duration.toLatin1()));
        Budget budget;
        budget.nanos = limit.nanos("max_budget"_L1).value_or(0);
        budget.window = windowOf(duration);
        budget.spentNanos = used.nanos("current_spend"_L1);
        out << budget;
        row.adopt(limit);
        row.adopt(used);
    }
    row.adopt(usage);
    return out;
}

// LiteLLM keeps one budget apart from the others; we keep the order in which they were asked for.
QList<Budget> budgetsOf(Row &row, Row &metadata, Row &facts)
{
    QList<Budget> budgets = windowBudgets(row);
    if (!row.isNull("max_budget"_L1))
        budgets.prepend(mainBudget(row, metadata));
    const QStringList order = facts.list("budget_order"_L1);
    if (order.size() == budgets.size())
        std::ranges::stable_sort(budgets, {}, [&order](const Budget &budget) { return order.indexOf(budget.window); });
    return budgets;
}

// The time asked for, where the server's own differs by no more than the way there took.
std::optional<QDateTime> expiryOf(Row &row, Row &facts)
{
    const auto theirs = row.at("expires"_L1);
    const auto asked = facts.at("expires_at"_L1);
    return theirs && asked && qAbs(theirs->secsTo(*asked)) <= secondsOff ? asked : theirs;
}

void readName(Row &row, Key &key)
{
    const QString masked = row.word("key_name"_L1); // "sk-...dd77"
    const qsizetype dots = masked.indexOf(u"..."_s);
    key.prefix = dots < 0 ? QString() : masked.first(dots);
    key.lastFour = dots < 0 ? QString() : masked.mid(dots + 3);
    key.name = row.word("key_alias"_L1);
    if (key.name.isEmpty())
        key.name = masked; // many keys have no alias
    key.holder = row.word("team_id"_L1);
    if (key.holder.isEmpty())
        key.holder = row.word("user_id"_L1);
}

void readTimes(Row &row, Row &facts, Key &key)
{
    key.expiresAt = expiryOf(row, facts);
    key.createdAt = row.at("created_at"_L1);
    key.lastUsedAt = row.at("last_active"_L1);
    key.rotatedAt = row.at("last_rotation_at"_L1);
}

Key keyOf(Row &row, const QString &id)
{
    Row metadata = row.part("metadata"_L1);
    Row facts(metadata.raw()[ourFacts].toObject(), QString(ourFacts)); // what others wrote there breaks no list
    Row budgetRow = row.part("litellm_budget_table"_L1);
    Key key;
    key.id = id;
    readName(row, key);
    key.aliases = row.list("models"_L1);
    key.families = familiesOf(row.list("allowed_routes"_L1));
    key.rates.requestsPerMinute = row.whole("rpm_limit"_L1).value_or(0);
    key.rates.tokensPerMinute = row.whole("tpm_limit"_L1).value_or(0);
    key.rates.parallel = row.whole("max_parallel_requests"_L1).value_or(0);
    key.budgets = budgetsOf(row, metadata, facts);
    key.spentNanos = row.isNull("total_spend"_L1) ? row.nanos("spend"_L1) : row.nanos("total_spend"_L1);
    key.enabled = !row.flag("blocked"_L1);
    readTimes(row, facts, key);
    key.passport = passportOf(facts);
    if (const auto soft = budgetRow.nanos("soft_budget"_L1))
        giveSoftBudget(key, *soft);
    for (const Row *part : {&metadata, &budgetRow})
        row.adopt(*part);
    return key;
}

void readListed(Row &row, KeyPage &page)
{
    const Key key = keyOf(row, row.text("token"_L1));
    page.keys << key;
    const QString budgetRow = row.word("budget_id"_L1);
    if (!budgetRow.isEmpty() && row.isNull("litellm_budget_table"_L1))
        page.budgetRows.insert(key.id, budgetRow);
}

bool isListOfIds(const QJsonValue &keys)
{
    return keys.isArray() && keys.toArray().first().isString();
}

} // namespace

Result<KeyPage> readKeyPage(const QByteArray &body, int number)
{
    return rowIn(body, u"key list"_s).and_then([number](Row root) -> Result<KeyPage> {
        KeyPage page;
        const QJsonValue keys = root.raw()["keys"_L1];
        if (!keys.isArray())
            root.refuse("keys"_L1, u"no list"_s);
        if (isListOfIds(keys))
            page.ids = root.list("keys"_L1);
        else
            for (Row row : root.parts("keys"_L1)) {
                readListed(row, page);
                root.adopt(row);
            }
        const auto pages = root.whole("total_pages"_L1);
        const bool empty = keys.toArray().isEmpty();
        if (!empty && (!pages || number < *pages))
            page.next = QString::number(number + 1);
        return root.result(page);
    });
}

Result<Key> readKeyInfo(const QByteArray &body, const QString &id)
{
    return rowIn(body, u"key"_s).and_then([&id](Row root) -> Result<Key> {
        if (root.isNull("info"_L1))
            root.refuse("info"_L1, u"no object"_s);
        Row info = root.part("info"_L1);
        if (!info.isNull("deleted_at"_L1) || info.word("status"_L1) == "deleted"_L1)
            return fail(FailureKind::NotFound, u"the key was deleted"_s); // it stays readable here
        const Key key = keyOf(info, id);
        root.adopt(info);
        return root.result(key);
    });
}

Result<QJsonObject> readMetadata(const QByteArray &body)
{
    return readKeyInfo(body, {}).map([&body](const Key &) {
        const QJsonValue metadata = QJsonDocument::fromJson(body)["info"_L1]["metadata"_L1];
        return metadata.isString() ? QJsonDocument::fromJson(metadata.toString().toUtf8()).object()
                                   : metadata.toObject();
    });
}

bool bears(const QByteArray &info, const QString &mark)
{
    const auto metadata = readMetadata(info);
    return metadata && (*metadata)[ourFacts]["mark"_L1].toString() == mark;
}

// Older versions do not tell the hash, by which the key is known from then on.
static QString idOf(Row &root, const QByteArray &secret)
{
    const QString told = root.word("token"_L1);
    return told.isEmpty() ? QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex())
                          : told;
}

Result<IssuedKey> readIssuedKey(const QByteArray &body)
{
    return rowIn(body, u"created key"_s).and_then([](Row root) -> Result<IssuedKey> {
        const QByteArray secret = root.text("key"_L1).toUtf8();
        IssuedKey issued;
        issued.key = keyOf(root, idOf(root, secret));
        issued.secret = Secret(secret);
        return root.result(issued);
    });
}

Result<QHash<QString, qint64>> readSoftBudgets(const QByteArray &body)
{
    auto rows = rowsIn(body, u"budgets"_s, "data"_L1);
    if (!rows)
        return tl::unexpected<Failure>(rows.error());
    QHash<QString, qint64> out;
    for (Row row : *rows) {
        const QString id = row.text("budget_id"_L1);
        if (const auto soft = row.nanos("soft_budget"_L1))
            out.insert(id, *soft);
        if (row.failure())
            return tl::unexpected<Failure>(*row.failure());
    }
    return out;
}

// LiteLLM knows one amount, we know shares of the budget: the nearest whole percent.
void giveSoftBudget(Key &key, qint64 nanos)
{
    const auto main = std::ranges::find(key.budgets, u"lifetime"_s, &Budget::window);
    const Budget *budget = main != key.budgets.end() ? &*main : key.budgets.isEmpty() ? nullptr : &key.budgets.first();
    if (!budget || budget->nanos <= 0)
        return;
    const qint64 percent = qRound64(double(nanos) * 100 / double(budget->nanos));
    if (percent > 0 && percent < 1000)
        key.softPercents = {int(percent)};
}

} // namespace gateway::litellm
