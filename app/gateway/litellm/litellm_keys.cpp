// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_keys.h"
#include "base/clock.h"
#include "base/or_return.h"
#include "gateway/litellm/litellm_key_wire.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

// By what no two of them share: many may be of one time (those older than the column), and such are told twice and left out
// from page to page. Keys made meanwhile move others to later pages only.
Call listing(int page)
{
    Call call{"GET", u"key/list"_s};
    for (const auto &[name, value] : std::initializer_list<std::pair<const char *, QString>>{
             {"return_full_object", u"true"_s}, {"include_team_keys", u"true"_s}, {"page", QString::number(page)},
             {"size", u"100"_s}, {"sort_by", u"token"_s}, {"sort_order", u"asc"_s}})
        call.query.addQueryItem(QLatin1StringView(name), value);
    return call;
}

Call filtered(const char *filter, const QString &value)
{
    Call call{"GET", u"key/list"_s};
    call.query.addQueryItem(QLatin1StringView(filter), Api::encoded(value));
    call.query.addQueryItem(u"return_full_object"_s, u"true"_s);
    call.query.addQueryItem(u"size"_s, u"100"_s);
    return call;
}

Call infoOf(const QString &id)
{
    Call call{"GET", u"key/info"_s};
    call.query.addQueryItem(u"key"_s, Api::encoded(id));
    return call;
}

Call sending(const char *path, const QJsonObject &body)
{
    Call call{"POST", QLatin1StringView(path)};
    call.json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

Call budgetRows(const QHash<QString, QString> &rows)
{
    Call call = sending("budget/info", {{u"budgets"_s, QJsonArray::fromStringList(rows.values())}});
    call.effect = net::Effect::Reads;
    return call;
}

// The write may have been done: nobody answered, or something before the gateway did.
bool answerWasLost(const Failure &failure)
{
    const bool cut = failure.kind == FailureKind::Network || failure.kind == FailureKind::Timeout;
    return (cut && failure.httpStatus == 0) || (failure.httpStatus >= 502 && failure.httpStatus <= 504);
}

Result<IssuedKey> lostWith(Failure failure, const QString &what)
{
    failure.detail += u"; "_s + what;
    return tl::unexpected<Failure>(failure);
}

} // namespace

Task<Result<Page<Key>>> LitellmKeys::after(QString cursor)
{
    const int number = cursor.isEmpty() ? 1 : cursor.toInt();
    Call call = listing(number);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    KeyPage page = co_await orReturn(readKeyPage(answer.body, number));
    Page<Key> out;
    out.next = page.next;
    out.rows = co_await orReturn(whole(std::move(page)));
    co_return out;
}

// With what lists leave out: keys of which only the hash is told, and soft budgets.
Task<Result<QList<Key>>> LitellmKeys::whole(KeyPage page)
{
    for (const QString &id : std::as_const(page.ids)) {
        const Key key = co_await orReturn(find(id));
        page.keys << key;
    }
    if (!page.budgetRows.isEmpty())
        co_await orReturn(addSoftBudgets(page));
    co_return page.keys;
}

Task<Result<>> LitellmKeys::addSoftBudgets(KeyPage &page)
{
    Call call = budgetRows(page.budgetRows);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    const auto softs = co_await orReturn(readSoftBudgets(answer.body));
    for (Key &key : page.keys)
        if (const auto soft = softs.find(page.budgetRows.value(key.id)); soft != softs.end())
            giveSoftBudget(key, *soft);
    co_return Result<>();
}

Task<Result<Key>> LitellmKeys::find(QString id)
{
    Call call = infoOf(id);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readKeyInfo(answer.body, id);
}

// Servers that do not know the filter answer with every key, page by page.
Task<Result<QList<Key>>> LitellmKeys::named(QString name)
{
    Call call = filtered("key_alias", name);
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    KeyPage page = co_await orReturn(readKeyPage(answer.body, 1));
    if (!page.next.isEmpty())
        co_return co_await Keys::named(name);
    QList<Key> keys = co_await orReturn(whole(std::move(page)));
    keys.removeIf([&name](const Key &key) { return key.name != name; });
    co_return keys;
}

Task<Result<IssuedKey>> LitellmKeys::create(Key wanted)
{
    const QString gap = unheld(Key(), wanted);
    if (!gap.isEmpty() || std::ranges::any_of(wanted.budgets, &Budget::raiseNanos))
        co_return fail(FailureKind::Unsupported, gap.isEmpty() ? u"a new key with a raised budget"_s : gap);
    const QString mark = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Call call{"POST", u"key/generate"_s};
    call.json = createBody(wanted, mark, m_clock.now());
    const auto answer = co_await m_api.ask(std::move(call));
    if (!answer && answerWasLost(answer.error()))
        co_return co_await removeOrphan(wanted.name, mark, answer.error());
    if (!answer)
        co_return tl::unexpected<Failure>(answer.error());
    co_return readIssuedKey(answer->body);
}

// A key whose answer was lost is of no use: its secret is told once. Only the one with our mark is it.
Task<Result<IssuedKey>> LitellmKeys::removeOrphan(QString name, QString mark, Failure lost)
{
    const auto keys = co_await named(name);
    if (!keys)
        co_return lostWith(lost, u"whether the key was made could not be seen: look for its name"_s);
    for (const Key &key : *keys) {
        Call call = infoOf(key.id);
        const auto info = co_await m_api.ask(std::move(call));
        if (!info || !bears(info->body, mark))
            continue;
        const auto erased = co_await erase(key.id);
        if (!erased)
            co_return lostWith(lost, u"the key was made and its secret is lost with the answer: delete "_s + key.id);
        co_return lostWith(lost, u"the key was made, its secret was lost with the answer, and it is deleted: again"_s);
    }
    co_return lostWith(lost, u"no such key was made"_s);
}

static bool onlyDiffersInEnabled(const QByteArray &body)
{
    return body.isEmpty();
}

Task<Result<>> LitellmKeys::write(Key before, Key after)
{
    const QString gap = unheld(before, after);
    if (!gap.isEmpty())
        co_return fail(FailureKind::Unsupported, gap);
    Call look = infoOf(before.id); // metadata is replaced as a whole: it is read right before
    const net::Exchange now = co_await orReturn(m_api.ask(std::move(look)));
    const QJsonObject metadata = co_await orReturn(readMetadata(now.body));
    Call update{"POST", u"key/update"_s};
    update.json = updateBody(before, after, metadata, m_clock.now());
    if (!onlyDiffersInEnabled(update.json))
        co_await orReturn(m_api.ask(std::move(update)));
    if (before.enabled != after.enabled) {
        Call call = sending(after.enabled ? "key/unblock" : "key/block", {{u"key"_s, before.id}});
        co_await orReturn(m_api.ask(std::move(call)));
    }
    co_return Result<>();
}

Task<Result<>> LitellmKeys::remove(Key key)
{
    return erase(key.id);
}

// The answer repeats what was sent, whether it was there or not: only looking again tells.
Task<Result<>> LitellmKeys::erase(QString id)
{
    Call call = sending("key/delete", {{u"keys"_s, QJsonArray{id}}});
    co_await orReturn(m_api.ask(std::move(call)));
    Call look = filtered("key_hash", id);
    const net::Exchange left = co_await orReturn(m_api.ask(std::move(look)));
    const KeyPage page = co_await orReturn(readKeyPage(left.body, 1));
    const auto isIt = [&id](const Key &key) { return key.id == id; };
    if (page.ids.contains(id) || std::ranges::any_of(page.keys, isIt))
        co_return fail(FailureKind::Rejected, u"the server said the key was deleted, but it is still there"_s);
    co_return Result<>();
}

// Without a licence the refusal is Unsupported, in the gateway's own words. The hash changes with the secret.
Task<Result<IssuedKey>> LitellmKeys::rotate(Key key, std::chrono::seconds overlap)
{
    Call call = sending("", {{u"grace_period"_s, u"%1s"_s.arg(overlap.count())}});
    call.path = u"key/%1/regenerate"_s.arg(Api::encoded(key.id));
    if (overlap.count() == 0)
        call.json = "{}";
    const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
    co_return readIssuedKey(answer.body);
}

} // namespace gateway::litellm
