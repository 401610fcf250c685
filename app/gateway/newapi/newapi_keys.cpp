// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/newapi/newapi_keys.h"
#include "base/or_return.h"
#include <limits>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

constexpr int mostSkipped = 3; // pages that hold nothing new

Call toKey(const char *method, const QString &id)
{
    return {method, u"api/token/"_s + Api::encoded(id)};
}

Call replacing(const QJsonObject &body, const char *query)
{
    Call call{"PUT", u"api/token/"_s, QUrlQuery(QString::fromLatin1(query))};
    call.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

// Where a walk through the list stands. Keys come newest first; those made meanwhile push others onto later pages, which
// are then known by their ids. Text: "PAGE/ID".
struct Spot
{
    qint64 page = 0;
    qint64 below = std::numeric_limits<qint64>::max(); // every key from this id on was given already

    QString cursor() const { return u"%1/%2"_s.arg(page).arg(below); }
};

Spot spotOf(const QString &cursor, const Server &server)
{
    const QStringList parts = cursor.split(u'/');
    if (parts.size() != 2)
        return Spot{server.pagesFromZero() ? 0 : 1};
    return Spot{parts[0].toLongLong(), parts[1].toLongLong()};
}

QList<Key> notYetGiven(const QList<KeyRow> &rows, Spot &spot)
{
    QList<Key> keys;
    qint64 lowest = spot.below;
    for (const KeyRow &row : rows) {
        if (row.key.id.toLongLong() < spot.below)
            keys << row.key;
        lowest = std::min(lowest, row.key.id.toLongLong());
    }
    spot.below = lowest;
    return keys;
}

Result<IssuedKey> unrevealed(const Key &made, Failure failure)
{
    failure.detail =
        u"%1; the key was made (id %2) but not revealed: reveal it later, or delete it"_s.arg(failure.detail, made.id);
    return tl::unexpected<Failure>(failure);
}

Failure unlisted(const QString &name, Failure failure)
{
    const QString said =
        u"%1; the key \"%2\" was made, but the list that tells its id could not be read: look for it there"_s;
    failure.detail = said.arg(failure.detail, name);
    return failure;
}

// What is known of a key before its row was read: enough to reveal it and to switch it off.
KeyRow onlyId(const MadeKey &told)
{
    KeyRow row;
    row.key.id = told.id;
    row.raw[u"id"_s] = told.id.toLongLong();
    return row;
}

// The token is good, or Session would have said so: what is refused on one key is a key that is not there.
Failure notThere(const QString &id, const Failure &refusal)
{
    return Failure{FailureKind::NotFound, u"no key %1: %2"_s.arg(id, refusal.detail), refusal.httpStatus};
}

bool mayBeDone(const Failure &failure)
{
    return failure.worthRetrying() || failure.kind == FailureKind::Decode || failure.kind == FailureKind::NotAGateway;
}

} // namespace

Task<Result<ListPage>> NewApiKeys::page(qint64 number)
{
    Call call{"GET", u"api/token/"_s};
    call.query.setQuery(u"p=%1&page_size=100&size=100"_s.arg(number));
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    co_return listOf(answer.body, u"key list"_s);
}

Task<Result<Page<Key>>> NewApiKeys::after(QString cursor)
{
    co_await orReturn(m_session.ready());
    Spot spot = spotOf(cursor, m_session.server());
    for (int skipped = 0; skipped < mostSkipped; ++skipped) {
        const ListPage list = co_await orReturn(page(spot.page));
        const auto rows = co_await orReturn(readKeyRows(list, m_session.server(), m_session.now()));
        Page<Key> found;
        found.rows = notYetGiven(rows, spot);
        ++spot.page;
        if (!list.isLast())
            found.next = spot.cursor();
        if (list.isLast() || !found.rows.isEmpty())
            co_return found;
    }
    co_return fail(FailureKind::Decode, u"key list: the same page again"_s);
}

Task<Result<KeyRow>> NewApiKeys::row(QString id)
{
    bool isNumber = false;
    id.toLongLong(&isNumber);
    if (!isNumber)
        co_return fail(FailureKind::NotFound, u"keys have numbers here, \"%1\" is none"_s.arg(id.left(40)));
    Call call = toKey("GET", id);
    auto answer = co_await m_session.ask(std::move(call));
    if (!answer)
        co_return tl::unexpected<Failure>(wasRefused(answer.error()) ? notThere(id, answer.error()) : answer.error());
    const QJsonObject raw = co_await orReturn(objectOf(answer->body, u"key"_s));
    co_return readKeyRow(raw, m_session.server(), m_session.now());
}

Task<Result<Key>> NewApiKeys::find(QString id)
{
    co_await orReturn(m_session.ready());
    const KeyRow found = co_await orReturn(row(id));
    co_return found.key;
}

// Exact or by its beginning, and with % a pattern: what comes back is looked at again.
Task<Result<QList<Key>>> NewApiKeys::named(QString name)
{
    co_await orReturn(m_session.ready());
    if (name.isEmpty() || name.contains(u'%'))
        co_return co_await Keys::named(name);
    Call call{"GET", u"api/token/search"_s};
    call.query.setQuery(u"keyword=%1&token=&p=1&page_size=100"_s.arg(Api::encoded(name)));
    call.lane = "search";
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    const ListPage list = co_await orReturn(listOf(answer.body, u"key search"_s));
    if (!list.bare && list.total > list.rows.size())
        co_return co_await Keys::named(name);
    const auto rows = co_await orReturn(readKeyRows(list, m_session.server(), m_session.now()));
    QList<Key> keys;
    for (const KeyRow &one : rows)
        if (one.key.name == name)
            keys << one.key;
    co_return keys;
}

Task<Result<QList<KeyRow>>> NewApiKeys::newest()
{
    const ListPage list = co_await orReturn(page(m_session.server().pagesFromZero() ? 0 : 1));
    co_return readKeyRows(list, m_session.server(), m_session.now());
}

// Most of them tell nothing of the key they made, so it is looked for. A lost answer is never asked for again: the key may
// be there, and names need not be unique.
Task<Result<MadeKey>> NewApiKeys::made(QByteArray body, QString name)
{
    const auto before = co_await orReturn(newest());
    Call call{"POST", u"api/token/"_s};
    call.json = body;
    const auto answer = co_await m_session.ask(std::move(call));
    if (!answer && !mayBeDone(answer.error()))
        co_return tl::unexpected<Failure>(answer.error());
    const auto told = answer.and_then([](const net::Exchange &said) { return readMadeKey(said.body); });
    if (told && !told->id.isEmpty())
        co_return *told;
    std::optional<Failure> lost;
    if (!answer)
        lost = answer.error();
    co_return co_await lookedFor(before, name, lost);
}

Task<Result<MadeKey>> NewApiKeys::lookedFor(QList<KeyRow> before, QString name, std::optional<Failure> lost)
{
    const auto after = co_await newest();
    if (!after)
        co_return tl::unexpected<Failure>(lost ? *lost : unlisted(name, after.error()));
    const auto found = foundAnew(before, *after, name);
    if (!found && lost && found.error().kind == FailureKind::NotFound)
        co_return tl::unexpected<Failure>(*lost);
    co_return found;
}

Task<Result<IssuedKey>> NewApiKeys::create(Key wanted)
{
    co_await orReturn(m_session.ready());
    const Key none;
    co_await orReturn(expressible(none, wanted, m_session.server()));
    const QByteArray body = co_await orReturn(newKeyBody(wanted, m_session.server()));
    const MadeKey told = co_await orReturn(made(body, wanted.name));
    co_return co_await issued(told, wanted.enabled);
}

// The key is there, and its secret may come only once: neither is lost over a row that cannot be read or a switch that
// fails. What the key is then is told as far as it is known.
Task<Result<IssuedKey>> NewApiKeys::issued(MadeKey told, bool enabled)
{
    const auto read = co_await row(told.id);
    const KeyRow found = read ? *read : onlyId(told);
    IssuedKey issued;
    issued.key = found.key;
    issued.secret = told.secret;
    if (issued.secret.isEmpty()) {
        const auto secret = co_await secretOf(found);
        if (!secret)
            co_return unrevealed(found.key, secret.error());
        issued.secret = *secret;
    }
    const auto switchedTo = co_await switched(found, enabled);
    if (switchedTo)
        issued.key.enabled = enabled;
    co_return issued;
}

// Twenty of these in twenty minutes, shared with every sign-in from this address.
Task<Result<Secret>> NewApiKeys::secretOf(KeyRow row)
{
    if (!row.secret.isEmpty())
        co_return row.secret;
    Call call = toKey("POST", row.key.id);
    call.path += u"/key"_s;
    call.effect = net::Effect::Reads;
    call.lane = "critical";
    const net::Exchange answer = co_await orReturn(m_session.ask(std::move(call)));
    co_return readRevealed(answer.body);
}

Task<Result<Secret>> NewApiKeys::secretOf(Key key)
{
    co_await orReturn(m_session.ready());
    const KeyRow found = co_await orReturn(row(key.id));
    co_return co_await secretOf(found);
}

Task<Result<>> NewApiKeys::write(Key before, Key after)
{
    co_await orReturn(m_session.ready());
    co_await orReturn(expressible(before, after, m_session.server()));
    const KeyRow now = co_await orReturn(row(before.id));
    if (!sameSettings(before, now.key))
        co_return fail(FailureKind::Conflict, u"the key was changed meanwhile"_s);
    const QJsonObject body = co_await orReturn(changedRow(now, after, m_session.server()));
    KeyRow written = now;
    if (!body.isEmpty())
        written = co_await orReturn(replaced(now, body));
    co_await orReturn(switched(written, after.enabled));
    co_return Result<>();
}

Task<Result<KeyRow>> NewApiKeys::replaced(KeyRow now, QJsonObject body)
{
    Call call = replacing(body, "");
    co_await orReturn(m_session.ask(std::move(call)));
    const KeyRow after = co_await orReturn(row(now.key.id));
    co_await orReturn(judgeRow(now, body, after, m_session.server()));
    co_return after;
}

// A row put in place never changes the state, and a raised quota or expiry does not take a stored one back: this does.
Task<Result<>> NewApiKeys::switched(KeyRow row, bool on)
{
    if (row.key.enabled == on)
        co_return Result<>();
    const QJsonObject body{{u"id"_s, row.raw[u"id"_s]}, {u"status"_s, on ? 1 : 2}};
    Call call = replacing(body, "status_only=true");
    co_await orReturn(m_session.ask(std::move(call)));
    const KeyRow after = co_await orReturn(this->row(row.key.id));
    if (after.key.enabled != on)
        co_return fail(FailureKind::Rejected, u"the server ignored this"_s);
    co_return Result<>();
}

Task<Result<>> NewApiKeys::remove(Key key)
{
    co_await orReturn(m_session.ready());
    Call call = toKey("DELETE", key.id);
    const auto answer = co_await m_session.ask(std::move(call));
    if (!answer)
        co_return tl::unexpected<Failure>(
            wasRefused(answer.error()) ? notThere(key.id, answer.error()) : answer.error());
    co_return Result<>();
}

} // namespace gateway::newapi
