// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/embedded/embedded_keys.h"
#include "base/or_return.h"
#include "gateway/embedded/embedded_wire.h"
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gateway::embedded {

static Call toKey(const char *method, const QString &id)
{
    return {method, u"keys/"_s + Api::encoded(id)};
}

Task<Result<Page<Key>>> EmbeddedKeys::after(QString cursor)
{
    Call call{"GET", u"keys"_s, pageQuery(cursor)};
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKeyPage(answer.body);
}

Task<Result<Key>> EmbeddedKeys::find(QString id)
{
    Call call = toKey("GET", id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKey(answer.body);
}

Task<Result<QList<Key>>> EmbeddedKeys::named(QString name)
{
    Call call{"GET", u"keys"_s};
    call.query.addQueryItem(u"name"_s, Api::encoded(name));
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKeyPage(answer.body).map([](const Page<Key> &page) { return page.rows; });
}

static bool answerWasLost(const Result<net::Exchange> &answer)
{
    return !answer && answer.error().worthRetrying() && answer.error().httpStatus == 0;
}

// A lost answer is asked for again: under the same Idempotency-Key the gateway gives the same key and secret once more.
Task<Result<IssuedKey>> EmbeddedKeys::issued(Call call)
{
    call.headers << net::Header{"Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
    auto answer = co_await m_api.ask(call);
    if (answerWasLost(answer))
        answer = co_await m_api.ask(call);
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    co_return readIssuedKey(answer->body);
}

Task<Result<IssuedKey>> EmbeddedKeys::create(Key wanted)
{
    if (!wanted.group.isEmpty())
        co_return fail(FailureKind::Unsupported, u"a key's group"_s);
    Call call{"POST", u"keys"_s};
    call.json = keyBody(wanted);
    co_return co_await issued(std::move(call));
}

Task<Result<IssuedKey>> EmbeddedKeys::rotate(Key key, std::chrono::seconds overlap)
{
    Call call = toKey("POST", key.id);
    call.path += u"/rotate"_s;
    call.json = "{\"overlap_seconds\":" + QByteArray::number(qint64(overlap.count())) + '}';
    return issued(std::move(call));
}

Task<Result<>> EmbeddedKeys::write(Key before, Key after)
{
    if (before.group != after.group)
        co_return fail(FailureKind::Unsupported, u"a key's group"_s);
    QJsonObject passport;
    if (before.passport != after.passport) { // it is replaced as a whole: keep the facts that others put there
        Call look = toKey("GET", before.id);
        const net::Exchange now = co_await orReturn(m_api.ask(std::move(look)));
        passport = co_await orReturn(readRawPassport(now.body));
    }
    Call call = toKey("PATCH", before.id);
    call.json = keyBody(before, after, passport);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

Task<Result<>> EmbeddedKeys::remove(Key key)
{
    Call call = toKey("DELETE", key.id);
    co_await orReturn(m_api.ask(std::move(call)));
    co_return Result<>();
}

} // namespace gateway::embedded
