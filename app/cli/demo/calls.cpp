// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "cli/demo/journey.h"
#include "cli/words.h"
#include "net/endpoint.h"
#include "net/fingerprint.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli::demo {

static net::Request chat(const QUrl &base, const Secret &key, const QString &alias)
{
    const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, u"Say pong."_s}};
    const QJsonObject body{{u"model"_s, alias}, {u"messages"_s, QJsonArray{message}}, {u"max_tokens"_s, 16}};
    net::Request request;
    request.method = "POST";
    request.url = net::endpoint(base, u"chat/completions"_s);
    request.headers = {net::bearer(key), net::Header{"Content-Type", "application/json"}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

// One call that is to be refused.
static Task<Result<>> refused(Journey &journey, Secret key, QString alias, int status, QString what)
{
    net::QtHttp http;
    const net::Request request = chat(journey.session.state().profile.dataUrl, key, alias);
    const net::Exchange answer = co_await http.send(request);
    if (answer.failure)
        co_return tl::unexpected<Failure>(*answer.failure);
    const QString id = QString::fromLatin1(answer.header("x-request-id"));
    journey.calls.append(Call{id, answer.status, key == journey.secret});
    journey.expect(
        answer.status == status, Words::tr("%1 is refused with %2 (got %3)").arg(what).arg(status).arg(answer.status));
    co_return Result<>();
}

Task<Result<>> proveRefusals(Journey &journey)
{
    journey.say(Words::tr("Calls that must be refused"));
    const QString foreign = Words::tr("the alias %1, which is outside the key's scope,").arg(journey.foreign);
    co_await orReturn(refused(journey, journey.secret, journey.foreign, 403, foreign));
    const Secret wrong = net::wrongKeyLike(journey.secret);
    co_return co_await refused(journey, wrong, journey.aliases.first(), 401, Words::tr("a wrong key"));
}

Task<Result<>> disableKey(Journey &journey)
{
    journey.say(Words::tr("The key is disabled"));
    changes::Change change;
    change.before = journey.key;
    change.after = journey.key;
    change.after->enabled = false;
    gateway::Keys &keys = *journey.session.admin().keys();
    co_await orReturn(changes::apply(keys, journey.session.journal(), change));
    co_return co_await refused(journey, journey.secret, journey.aliases.first(), 401, Words::tr("the disabled key"));
}

} // namespace cli::demo
