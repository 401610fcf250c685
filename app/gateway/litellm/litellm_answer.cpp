// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/litellm/litellm_answer.h"
#include "gateway/answer.h"
#include "net/redact.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gateway::litellm {

namespace {

// What a refusal says, whichever of the envelopes it came in (contract 2).
struct Said
{
    QString type;
    QString sentence;
};

// `'error': 'text'` of the Python text of an object; empty: there is no such member.
QString pythonMember(const QString &text, const QString &name)
{
    static const QString form = u"['\"]%1['\"]: (?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")"_s;
    const auto match = QRegularExpression(form.arg(name)).match(text);
    return match.captured(1) + match.captured(2);
}

QString unwrapped(const QString &text)
{
    if (!text.startsWith(u'{'))
        return text;
    QString inner = pythonMember(text, u"error"_s);
    if (inner.isEmpty())
        inner = pythonMember(text, u"message"_s);
    const QString advice = pythonMember(text, u"resolution"_s);
    if (inner.isEmpty())
        return text;
    return advice.isEmpty() ? inner : inner + u' ' + advice;
}

QString sentenceOf(const QJsonValue &value)
{
    if (value.isObject()) {
        const QString error = value["error"_L1].toString();
        return error.isEmpty() ? value["message"_L1].toString() : error;
    }
    return unwrapped(value.toString());
}

// 422: [{"loc": ["body", "max_budget"], "msg": "…"}]
QString listOf(const QJsonArray &complaints)
{
    QStringList out;
    for (const QJsonValue complaint : complaints)
        out << complaint["loc"_L1].toArray().last().toString() + u": "_s + complaint["msg"_L1].toString();
    return out.join(u", "_s);
}

Said saidIn(const QByteArray &body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonValue error = root["error"_L1];
    const QJsonValue detail = root["detail"_L1];
    if (error.isObject())
        return {error["type"_L1].toString(), sentenceOf(error["message"_L1])};
    if (error.isString())
        return {{}, error.toString()};
    return {{}, detail.isArray() ? listOf(detail.toArray()) : sentenceOf(detail)};
}

using Kind = FailureKind;

std::optional<Kind> kindOfType(const QString &type)
{
    static const QHash<QString, Kind> kinds{{u"budget_exceeded"_s, Kind::Budget},
        {u"token_not_found_in_db"_s, Kind::Unauthorized}, {u"expired_key"_s, Kind::Unauthorized},
        {u"no_db_connection"_s, Kind::Unauthorized}, {u"throttling_error"_s, Kind::RateLimited},
        {u"all_deployments_in_cooldown"_s, Kind::RateLimited}, {u"not_found_error"_s, Kind::NotFound}};
    if (type.endsWith(u"_model_access_denied"))
        return Kind::Forbidden;
    const auto found = kinds.find(type);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

// A text by which a situation is known, in whatever status it comes, and what to do about it.
struct Known
{
    const char *text; // a pattern, without regard to case
    Kind kind;
    const char *next = "";
};

const QList<Known> &knownTexts()
{
    static const char *const noDatabase =
        "this server runs without a database, so it has no keys, usage or budgets: give it one (DATABASE_URL)";
    static const QList<Known> all{
        {"litellm\\.AuthenticationError|model group '.*' failed with the error above|Received Model Group=",
            Kind::Server, "the upstream refused, not the gateway"},
        {"No connected db", Kind::Unauthorized, "without a database the server knows no key but its master key"},
        {"DB not connected|No DB connected|Database not connected|Prisma Client is not initialized|"
         "Database not initialized",
            Kind::Unsupported, noDatabase},
        {"STORE_MODEL_IN_DB|Database storage not enabled", Kind::Unsupported,
            "set STORE_MODEL_IN_DB=True on the server to edit its models from here"},
        {"set in the config file|config-based model|Model in config", Kind::Unsupported,
            "it stands in the server's config.yaml: change it there"},
        {"Enterprise (?:feature|user|license)|only available for LiteLLM Enterprise", Kind::Unsupported},
        {"Budget has been exceeded|ExceededBudget|exceeded budget for model=|crossed budget", Kind::Budget},
        {"Rate limit exceeded for |Limit type: ", Kind::RateLimited},
        {"Only (?:proxy )?admin|not authorized to access|not allowed to call this route", Kind::Forbidden},
        {"already exists", Kind::Conflict},
        {"No keys found|Key not found|not found on litellm proxy|not found in db", Kind::NotFound},
        {"Invalid (?:duration|key) format|No provider budget config", Kind::Rejected},
    };
    return all;
}

const Known *knownIn(const QString &sentence)
{
    for (const Known &known : knownTexts()) {
        const QRegularExpression form(QString::fromLatin1(known.text), QRegularExpression::CaseInsensitiveOption);
        if (form.match(sentence).hasMatch())
            return &known;
    }
    return nullptr;
}

Kind kindOf(const Said &said, const Known *known, Kind byStatus)
{
    if (const auto kind = kindOfType(said.type))
        return *kind;
    return known ? known->kind : byStatus;
}

} // namespace

QString withoutHashes(QString text)
{
    static const QRegularExpression hash(u"\\b[0-9a-f]{64}\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return text.replace(hash, u"[hash]"_s);
}

Result<net::Exchange> answered(net::Exchange exchange, const Secret &sent)
{
    const bool none = exchange.failure.has_value();
    const Said said = saidIn(exchange.body);
    auto plain = answerOf(std::move(exchange), sent);
    if (plain || none)
        return plain;
    Failure failure = plain.error();
    failure.detail = withoutHashes(failure.detail);
    if (said.sentence.isEmpty() || failure.kind == FailureKind::NotAGateway)
        return tl::unexpected<Failure>(failure);
    const Known *known = knownIn(said.sentence);
    failure.kind = kindOf(said, known, failure.kind);
    const QString text = net::excerpt(withoutHashes(said.sentence).toUtf8(), sent);
    failure.detail = u"HTTP %1: %2"_s.arg(failure.httpStatus).arg(text);
    if (known && *known->next != '\0')
        failure.detail += u"; "_s + QLatin1StringView(known->next);
    return tl::unexpected<Failure>(failure);
}

} // namespace gateway::litellm
