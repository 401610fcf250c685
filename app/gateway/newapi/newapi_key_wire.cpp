// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_key_wire.h"
#include "gateway/newapi/newapi_money.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr qint64 enabled = 1; // 2: disabled
constexpr qint64 expired = 3;
constexpr qint64 exhausted = 4;
constexpr qint64 endOfTime = 253'402'300'799; // of the year 9999, in seconds

QStringList partsOf(QString text, QChar separator)
{
    QStringList parts;
    for (const QString &part : text.replace(u'\n', separator).split(separator))
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    return parts;
}

Secret clearSecret(const QString &text)
{
    return text.isEmpty() || text.contains(u'*') ? Secret() : Secret("sk-" + text.toUtf8());
}

// "aB3d**********9Xyz" or the whole secret; callers put "sk-" before either.
void readSecret(QJsonObject &raw, KeyRow &row)
{
    const QString text = raw["key"_L1].toString();
    raw.remove(u"key"_s);
    const qsizetype star = text.indexOf(u'*');
    row.secret = clearSecret(text);
    row.key.prefix = u"sk-"_s + text.left(star < 0 ? 4 : star);
    row.key.lastFour = text.mid(text.lastIndexOf(u'*') + 1).right(4);
}

void readScope(JsonReader &reader, const Server &server, Key &key)
{
    if (server.generation == Generation::OneApi) {
        key.aliases = partsOf(reader.textOrEmpty("models"_L1), u',');
        key.networks = partsOf(reader.textOrEmpty("subnet"_L1), u',');
        return;
    }
    const QStringList models = partsOf(reader.textOrEmpty("model_limits"_L1), u',');
    if (reader.boolean(
            "model_limits_enabled"_L1)) // an empty list of a switched-on limit allows nothing, not everything
        key.aliases = models.isEmpty() ? QStringList{QString()} : models;
    key.networks = partsOf(reader.textOrEmpty("allow_ips"_L1), u'\n');
    key.group = reader.textOrEmpty("group"_L1);
}

void readMoney(JsonReader &reader, const Server &server, KeyRow &row)
{
    row.remain = reader.integer("remain_quota"_L1);
    row.used = reader.integer("used_quota"_L1);
    row.unlimited = reader.boolean("unlimited_quota"_L1);
    const auto spent = nanosOf(row.used, server.quotaPerUnit);
    const bool counts = !row.unlimited || server.generation != Generation::OneApi;
    row.key.spentNanos = counts ? spent : std::nullopt;
    if (row.unlimited)
        return;
    const qint64 rest = std::max<qint64>(row.remain, 0); // below it: overdrawn, and any write forgives that (3.1)
    Budget budget;
    budget.window = u"lifetime"_s;
    budget.nanos = nanosOf(sumOf(rest, row.used), server.quotaPerUnit).value_or(0); // what it was ever given
    budget.spentNanos = spent;
    budget.freeNanos = nanosOf(row.remain, server.quotaPerUnit);
    row.key.budgets << budget;
}

std::optional<QDateTime> timeOf(qint64 seconds)
{
    if (seconds < 0)
        return {};
    return QDateTime::fromSecsSinceEpoch(std::min(seconds, endOfTime), Qt::UTC);
}

void readTimes(JsonReader &reader, Key &key)
{
    key.expiresAt = timeOf(reader.integer("expired_time"_L1)); // 0: it has expired, -1: it never does
    key.createdAt = timeOf(reader.integerOrNull("created_time"_L1).value_or(-1));
    key.lastUsedAt = timeOf(reader.integerOrNull("accessed_time"_L1).value_or(-1));
    if (key.lastUsedAt == key.createdAt)
        key.lastUsedAt.reset();
}

// Stored states lag: a key that expired is stored as enabled until a call was refused, and one that was given more quota
// stays exhausted. Switched on is what the expiry and the budget beside it would explain (contract 3.1).
void readStatus(JsonReader &reader, const QDateTime &now, KeyRow &row)
{
    row.status = reader.integer("status"_L1);
    const bool late = row.key.expiresAt && *row.key.expiresAt < now;
    const bool spent = !row.unlimited && row.remain <= 0;
    row.causeHolds = late || spent;
    const bool lapsed = row.status == expired || row.status == exhausted;
    row.key.enabled = row.status == enabled || (lapsed && row.causeHolds);
}

} // namespace

Result<KeyRow> readKeyRow(QJsonObject raw, const Server &server, const QDateTime &now)
{
    KeyRow row;
    readSecret(raw, row);
    row.raw = raw;
    JsonReader reader(raw, u"key"_s);
    row.key.id = QString::number(reader.integer("id"_L1));
    row.key.name = reader.text("name"_L1);
    if (const auto holder = reader.integerOrNull("user_id"_L1))
        row.key.holder = QString::number(*holder);
    readScope(reader, server, row.key);
    readMoney(reader, server, row);
    readTimes(reader, row.key);
    readStatus(reader, now, row);
    return reader.result(row);
}

Result<QList<KeyRow>> readKeyRows(const ListPage &page, const Server &server, const QDateTime &now)
{
    QList<KeyRow> rows;
    for (const QJsonObject &raw : page.rows) {
        auto row = readKeyRow(raw, server, now);
        if (!row)
            return tl::unexpected<Failure>(row.error());
        rows << *row;
    }
    return rows;
}

Result<MadeKey> readMadeKey(const QByteArray &body)
{
    return dataOf(body, u"created key"_s).and_then([](const QJsonValue &data) {
        MadeKey made;
        JsonReader reader(data.toObject(), u"created key.data"_s);
        if (const auto id = reader.integerOrNull("id"_L1))
            made.id = QString::number(*id);
        made.secret = clearSecret(reader.textOrEmpty("key"_L1));
        return reader.result(made);
    });
}

Result<MadeKey> foundAnew(const QList<KeyRow> &before, const QList<KeyRow> &now, const QString &name)
{
    qint64 newestBefore = 0;
    for (const KeyRow &row : before)
        newestBefore = std::max(newestBefore, row.key.id.toLongLong());
    QStringList ids;
    MadeKey made;
    for (const KeyRow &row : now) {
        if (row.key.id.toLongLong() <= newestBefore || row.key.name != name)
            continue;
        ids << row.key.id;
        made = MadeKey{row.key.id, row.secret};
    }
    if (ids.size() > 1)
        return fail(FailureKind::Conflict,
            u"several new keys have the name \"%1\" (ids %2): which of them is ours cannot be told, look at them"_s.arg(
                name, ids.join(u", "_s)));
    if (ids.isEmpty())
        return fail(FailureKind::NotFound, u"no new key named \"%1\" is there"_s.arg(name));
    return made;
}

Result<Secret> readRevealed(const QByteArray &body)
{
    return objectOf(body, u"revealed key"_s).and_then([](const QJsonObject &data) {
        JsonReader reader(data, u"revealed key.data"_s);
        const Secret secret = clearSecret(reader.text("key"_L1));
        if (secret.isEmpty())
            reader.refuse("key"_L1, u"masked"_s);
        return reader.result(secret);
    });
}

} // namespace gateway::newapi
