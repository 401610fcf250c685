// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/select.h"
#include "smoke/dialect.h"
#include "smoke/recorder.h"
#include "smoke/refusal.h"
#include "smoke/words.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

// T11e: Select's two modes over /messages. Smart: no model is named, twenty times. Direct: exactly the one in x-model.
namespace smoke {
namespace {

constexpr int smartCalls = 20;

// One answer as Anthropic's API gives it.
struct Message
{
    net::Exchange exchange;
    bool whole = false; // a message with text
    QString model; // that served it
    QSet<QString> marks; // header names and members: what of it may tell the modes apart
};

Message readMessage(const net::Exchange &exchange)
{
    const QJsonObject body = QJsonDocument::fromJson(exchange.body).object();
    Message message;
    message.exchange = exchange;
    message.model = body["model"_L1].toString();
    const bool said = !body["content"_L1][0]["text"_L1].toString().isEmpty();
    message.whole = exchange.status == 200 && body["type"_L1] == "message"_L1 && said;
    for (const QString &member : body.keys())
        message.marks << member;
    for (const net::Header &header : exchange.headers)
        message.marks << u"header "_s + QString::fromLatin1(header.name.toLower());
    return message;
}

// Without a model it is smart mode.
net::Request requestFor(const Bench &bench, const QString &model)
{
    const QJsonObject said{{u"role"_s, u"user"_s}, {u"content"_s, u"Repeat this token only: "_s + bench.nonce()}};
    const QJsonObject body{{u"max_tokens"_s, 64}, {u"messages"_s, QJsonArray{said}}};
    net::Request request = messagesRequest(bench.target, body);
    if (!model.isEmpty())
        request.headers << net::Header{selectax::modelHeader, model.toUtf8()};
    return request;
}

Task<Message> ask(Bench &bench, QString label, QString model)
{
    net::Request request = requestFor(bench, model);
    bench.http.next(label, model.isEmpty() ? Recorder::Call::Plain : Recorder::Call::Measured);
    const net::Exchange exchange = co_await bench.http.send(std::move(request));
    co_return readMessage(exchange);
}

// What was seen of both modes, judged rule by rule.
struct Modes
{
    QList<Message> smart;
    QString wanted; // of direct mode
    std::optional<Message> direct;

    const Message *refused() const
    {
        const auto at = std::ranges::find_if(smart, [](const Message &message) { return !message.whole; });
        return at == smart.cend() ? nullptr : &*at;
    }
    QMap<QString, double> served() const // how often each model
    {
        QMap<QString, double> counts;
        for (const Message &message : smart)
            if (message.whole)
                ++counts[message.model];
        return counts;
    }
    QSet<QString> smartMarks() const
    {
        QSet<QString> all;
        for (const Message &message : smart)
            all += message.marks;
        return all;
    }
};

void judgeAnswers(const Modes &modes, Verdict &verdict)
{
    const auto e1 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T11.e1"_s, text); };
    const Message *refused = modes.refused();
    if (!refused)
        e1(Outcome::Passed,
            translate("smoke", "Smart mode: %n call(s) to /messages without a model were answered.", nullptr,
                int(modes.smart.size())));
    else if (refused->exchange.status == 200)
        e1(Outcome::Failed,
            translate(
                "smoke", "/messages answers 200, but not with a message that has text: it is no Anthropic route."));
    else
        e1(refusalWeight(refused->exchange), refusalText(refused->exchange));
}

void judgeDistribution(const Modes &modes, Verdict &verdict)
{
    const QMap<QString, double> counts = modes.served();
    QStringList parts;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        parts << u"%1 × %2"_s.arg(at.key().isEmpty() ? translate("smoke", "no model named") : at.key()).arg(at.value());
    const auto e2 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T11.e2"_s, text, counts); };
    if (counts.isEmpty())
        e2(Outcome::Skipped, translate("smoke", "Not judged: there was no answer."));
    else if (counts.contains(QString()))
        e2(Outcome::Warned,
            translate("smoke", "Smart mode does not name the model that served each call: %1.")
                .arg(parts.join(u", "_s)));
    else
        e2(Outcome::Passed, translate("smoke", "Smart mode was served by: %1.").arg(parts.join(u", "_s)));
}

void judgeDirect(const Modes &modes, Verdict &verdict)
{
    const auto e3 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T11.e3"_s, text); };
    if (!modes.direct)
        return e3(Outcome::Skipped, translate("smoke", "Not judged: no model is known to ask for directly."));
    const Message &direct = *modes.direct;
    if (!direct.whole)
        return e3(refusalWeight(direct.exchange), refusalText(direct.exchange));
    if (direct.model == modes.wanted)
        return e3(
            Outcome::Passed, translate("smoke", "Direct mode: x-model is honoured, %1 served.").arg(modes.wanted));
    e3(Outcome::Failed,
        translate("smoke", "Direct mode: x-model is not honoured. Asked %1, served %2.")
            .arg(modes.wanted, direct.model));
}

void judgeDifference(const Modes &modes, Verdict &verdict)
{
    const auto e4 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T11.e4"_s, text); };
    if (!modes.direct || !modes.direct->whole || modes.refused())
        return e4(Outcome::Skipped, translate("smoke", "Not judged: one of the modes gave no answer."));
    QStringList only =
        (modes.direct->marks - modes.smartMarks()).values() + (modes.smartMarks() - modes.direct->marks).values();
    only.sort();
    if (modes.served().keys() != QStringList(modes.direct->model))
        only.prepend(u"model"_s);
    if (only.isEmpty())
        e4(Outcome::Warned,
            translate("smoke",
                "Both modes look the same in every recorded field: logs cannot tell which one a call was made in."));
    else
        e4(Outcome::Passed, translate("smoke", "The modes differ in: %1.").arg(only.join(u", "_s)));
}

// The alias of the run; for the smart one, the model that it chose least often.
QString directModel(const Target &target, const Modes &modes)
{
    if (!letsItChoose(target))
        return target.alias;
    const QMap<QString, double> counts = modes.served();
    const auto rarest = std::ranges::min_element(counts);
    return rarest == counts.cend() ? QString() : rarest.key();
}

Task<Verdict> run(Bench &bench)
{
    Verdict verdict;
    if (bench.target.kind != selectax::kind) {
        verdict.add(Outcome::Skipped, u"T11.e1"_s,
            translate("smoke", "Not applicable: only Select has a smart and a direct mode."));
        co_return verdict;
    }
    Modes modes;
    while (modes.smart.size() < smartCalls && !modes.refused()) {
        const Message answer = co_await ask(bench, u"T11e"_s, QString());
        modes.smart << answer;
    }
    modes.wanted = directModel(bench.target, modes);
    if (!modes.wanted.isEmpty())
        modes.direct = co_await ask(bench, u"T11e direct"_s, modes.wanted);
    judgeAnswers(modes, verdict);
    judgeDistribution(modes, verdict);
    judgeDirect(modes, verdict);
    judgeDifference(modes, verdict);
    co_return verdict;
}

} // namespace

extern const Check selectModes;
const Check selectModes{
    "T11", "e", QT_TRANSLATE_NOOP("smoke", "Smart and direct mode"), true, run, false, selectax::kind.data()};

} // namespace smoke
