// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json.h"
#include "cli/opened.h"
#include "cli/profile_input.h"
#include "cli/words.h"
#include "workspace/call_file.h"
#include "workspace/connection_probe.h"
#include "workspace/connection_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"profile detect"_s;

static QJsonObject jsonOf(const gateway::BaseAnswer &answer)
{
    return {{u"url"_s, answer.base.toString()}, {u"status"_s, answer.status}, {u"web_page"_s, answer.webPage},
        {u"json"_s, answer.json}, {u"seen"_s, workspace::sentenceOf(answer)}};
}

static QJsonObject jsonOf(const gateway::Verdict &verdict)
{
    return {{u"kind"_s, QLatin1StringView(verdict.adapter->id)}, {u"recognised"_s, verdict.said.has_value()},
        {u"seen"_s, workspace::sentenceOf(verdict)}};
}

static QJsonObject jsonOf(const gateway::Place &place)
{
    return {{u"for"_s, place.what}, {u"url"_s, place.url.toString()}, {u"admin"_s, place.admin}};
}

template<typename Part>
static QJsonArray listOf(const QList<Part> &parts)
{
    QJsonArray out;
    for (const Part &part : parts)
        out.append(jsonOf(part));
    return out;
}

static QJsonObject jsonOf(const gateway::Detection &found, const gateway::AddressReading &reading)
{
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    return {{u"kind"_s, found.adapter ? QJsonValue(QLatin1StringView(found.adapter->id)) : QJsonValue()},
        {u"version"_s, orNull(found.identity.version)}, {u"evidence"_s, orNull(found.identity.evidence)},
        {u"conclusion"_s, workspace::sentenceOf(found)}, {u"address"_s, orNull(workspace::sentenceOf(reading))},
        {u"data_url"_s, found.dataUrl.toString()}, {u"admin_url"_s, orNull(found.adminUrl.toString())},
        {u"bases"_s, listOf(found.bases)}, {u"kinds"_s, listOf(found.verdicts)}, {u"places"_s, listOf(found.places)}};
}

static void print(Context &context, const gateway::Detection &found)
{
    context.out.line(workspace::sentenceOf(found));
    Table signs{{Words::tr("ASKED"), Words::tr("SEEN")}};
    for (const gateway::BaseAnswer &answer : found.bases)
        signs << QStringList{answer.base.toString() + u"/models"_s, workspace::sentenceOf(answer)};
    for (const gateway::Verdict &verdict : found.verdicts)
        signs << QStringList{workspace::titleOf(*verdict.adapter), workspace::sentenceOf(verdict)};
    context.out.table(signs);
    if (found.places.isEmpty())
        return;
    Table places{{Words::tr("WILL BE CALLED FOR"), Words::tr("EXACT ADDRESS")}};
    for (const gateway::Place &place : found.places)
        places << QStringList{workspace::titleOf(place), place.url.toString()};
    context.out.line({});
    context.out.table(places);
}

static int ended(Context &context, const gateway::Detection &found, const QJsonObject &document)
{
    if (found.failure)
        return context.out.failed(trouble(what, *found.failure, {{}, {}, found.dataUrl}).value(), document);
    context.out.document(document);
    if (!found.adapter)
        return Inconclusive;
    const QString admin = found.adminUrl.isEmpty() ? QString() : u" --admin-url "_s + found.adminUrl.toString();
    context.out.note(Words::tr("next: %1")
                         .arg(context.hint(u"profile add NAME --kind %1 --data-url %2%3"_s.arg(
                             QLatin1StringView(found.adapter->id), found.dataUrl.toString(), admin))));
    return AllWell;
}

// What a reference stands for is read for this one time.
static Task<Maybe<Secret>> passOf(Context &context, SecretSource pass)
{
    if (pass.reference.isEmpty())
        co_return pass.secret;
    const auto read = co_await context.workspace().vaults().resolve(pass.reference);
    if (!read)
        co_return trouble(what, read.error());
    co_return *read;
}

// The network settings that the options describe; gives the passphrase of the client's key.
static Task<Maybe<Secret>> takeNetwork(Context &context, Profile &draft)
{
    const auto network = networkOf(context.args);
    if (!network)
        co_return tl::unexpected<Trouble>(network.error());
    draft.caFile = network->caFile;
    draft.proxy = network->proxy;
    const auto source = secretSource(context, "client-key-pass-", QString());
    if (!source)
        co_return tl::unexpected<Trouble>(source.error());
    if (const auto files = takeClientFiles(draft, context.args, *source); !files)
        co_return tl::unexpected<Trouble>(files.error());
    const auto pass = co_await passOf(context, *source);
    if (!pass)
        co_return tl::unexpected<Trouble>(pass.error());
    if (const auto opens = checkClientFiles(draft, *pass); !opens)
        co_return tl::unexpected<Trouble>(opens.error());
    co_return *pass;
}

static Task<int> run(Context &context)
{
    const QString typed = context.args.word(0);
    const gateway::AddressReading reading = gateway::readAddress(typed);
    Profile draft;
    draft.dataUrl = gateway::dataUrlOf(typed);
    if (!draft.dataUrl.isValid())
        co_return context.failed(
            misuse(u"URL"_s, workspace::sentenceOf(reading), u"gwctl profile detect https://gateway.example/v1"_s)
                .value());
    const auto pass = co_await takeNetwork(context, draft);
    if (!pass)
        co_return context.failed(pass.error());
    if (const QString odd = workspace::sentenceOf(reading); !odd.isEmpty())
        context.out.note(Words::tr("%1 Asked instead: %2").arg(odd, draft.dataUrl.toString()));
    workspace::ConnectionProbe probe(context.workspace().clock(), workspace::callsFolder(context.dataDir()));
    const gateway::Detection found = co_await probe.seen(draft, *pass);
    if (!context.out.json() && !found.failure)
        print(context, found);
    co_return ended(context, found, jsonOf(found, reading));
}

extern const Command profileDetect;
const Command profileDetect{"profile detect", "URL",
    QT_TRANSLATE_NOOP("Words", "says which gateway answers at an address, with the evidence; sends no secret"),
    "profile detect https://gateway.example", networkOptions(), run};

} // namespace cli
