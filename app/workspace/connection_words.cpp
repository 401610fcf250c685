// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_words.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

namespace workspace {

QString sentenceOf(const gateway::AddressReading &reading)
{
    using gateway::AddressFlaw;
    if (!reading.flaw)
        return {};
    switch (*reading.flaw) {
    case AddressFlaw::Missing:
        return Words::tr("The address is missing. Example: https://gateway.example/v1");
    case AddressFlaw::NoScheme:
        return Words::tr("An address starts with https:// or http://.");
    case AddressFlaw::NotWeb:
        return Words::tr("This is no web address. Example: https://gateway.example/v1");
    case AddressFlaw::HasPassword:
        return Words::tr("Take the password out of the address; the key has its own field.");
    case AddressFlaw::HasQuery:
        return Words::tr("Cut the address off before “?” or “#”.");
    case AddressFlaw::OneCall:
        return Words::tr("This is the address of one call. “%1” is added where it belongs.").arg(reading.part);
    case AddressFlaw::DoubledV1:
        return Words::tr("“/v1” stands there twice.");
    case AddressFlaw::NoV1:
        break;
    }
    return Words::tr("Most gateways want “/v1” at the end.");
}

QString titleOf(gateway::TrialStep step)
{
    using gateway::TrialStep;
    switch (step) {
    case TrialStep::Name:
        return Words::tr("Name");
    case TrialStep::Connect:
        return Words::tr("Connect");
    case TrialStep::Encrypt:
        return Words::tr("TLS");
    case TrialStep::AdminSignIn:
        return Words::tr("Admin key");
    case TrialStep::Keys:
        return Words::tr("Keys");
    case TrialStep::Usage:
        return Words::tr("Usage");
    case TrialStep::DataSignIn:
        return Words::tr("Data key");
    case TrialStep::Models:
        break;
    }
    return Words::tr("Models");
}

static QString modelsFound(const QStringList &facts)
{
    const QString count = Words::tr("%n model(s)", nullptr, facts.value(0).toInt());
    return facts.value(1).isEmpty() ? count : Words::tr("%1; listed without a key too, so this proves none").arg(count);
}

static QString skippedStep(const gateway::TrialLine &line)
{
    if (!line.why.isEmpty())
        return Words::tr("not offered: %1").arg(line.why);
    switch (line.step) {
    case gateway::TrialStep::AdminSignIn:
        return Words::tr("not tried: no admin key, or the kind has no admin API");
    case gateway::TrialStep::Keys:
        return Words::tr("not tried: this gateway does not list keys");
    case gateway::TrialStep::Usage:
        return Words::tr("not tried: this gateway does not list calls");
    default:
        return Words::tr("not tried: no data key");
    }
}

QString foundIn(const gateway::TrialLine &line)
{
    using gateway::TrialStep;
    if (line.failure)
        return line.failure->detail;
    if (line.skipped)
        return skippedStep(line);
    const QString first = line.found.value(0);
    switch (line.step) {
    case TrialStep::Name:
        return u"%1 → %2"_s.arg(line.host, line.found.join(u", "_s));
    case TrialStep::Connect:
        return first.isEmpty() ? Words::tr("no proxy") : Words::tr("over the proxy %1").arg(first);
    case TrialStep::Encrypt:
        return Words::tr("%1, certificate valid until %2").arg(first, line.found.value(1));
    case TrialStep::AdminSignIn:
        return Words::tr("accepted: %1 (%2)").arg(line.found.mid(0, 2).join(u' ').trimmed(), line.found.value(2));
    case TrialStep::Keys: {
        const QString count = Words::tr("%n key(s)", nullptr, first.toInt());
        return line.found.value(1).isEmpty() ? count : Words::tr("%1 on the first page, more behind it").arg(count);
    }
    case TrialStep::Usage:
        return Words::tr("%n usage row(s) in the first span", nullptr, first.toInt());
    case TrialStep::DataSignIn:
        return Words::tr("accepted");
    case TrialStep::Models:
        break;
    }
    return modelsFound(line.found);
}

text::Words wordsOf(const gateway::TrialLine &line, const text::Attempt &attempt)
{
    text::Words words = text::wordsOf(line.failure.value_or(Failure()), attempt);
    if (line.step == gateway::TrialStep::Name)
        words.next = Words::tr("Check how the host is spelled; a name of a company network may need its VPN or DNS.");
    else if (line.step == gateway::TrialStep::Connect)
        words.next = Words::tr("Check the port, that the gateway runs, and that no firewall or proxy stands between.");
    return words;
}

QString titleOf(const gateway::Adapter &adapter)
{
    return QCoreApplication::translate("gateway", adapter.title);
}

QString titleOf(const gateway::Place &place)
{
    static const QMap<QString, const char *> titles{{u"chat"_s, QT_TRANSLATE_NOOP("Words", "Chat")},
        {u"messages"_s, QT_TRANSLATE_NOOP("Words", "Messages")},
        {u"responses"_s, QT_TRANSLATE_NOOP("Words", "Responses")},
        {u"embeddings"_s, QT_TRANSLATE_NOOP("Words", "Embeddings")},
        {u"models"_s, QT_TRANSLATE_NOOP("Words", "Models")}, {u"keys"_s, QT_TRANSLATE_NOOP("Words", "Keys")},
        {u"aliases"_s, QT_TRANSLATE_NOOP("Words", "Aliases")}, {u"usage"_s, QT_TRANSLATE_NOOP("Words", "Usage")},
        {u"status"_s, QT_TRANSLATE_NOOP("Words", "Status")}, {u"limits"_s, QT_TRANSLATE_NOOP("Words", "Limits")},
        {u"health"_s, QT_TRANSLATE_NOOP("Words", "Health")}, {u"identity"_s, QT_TRANSLATE_NOOP("Words", "Identity")},
        {u"router"_s, QT_TRANSLATE_NOOP("Words", "Fallbacks")}, {u"totals"_s, QT_TRANSLATE_NOOP("Words", "Totals")},
        {u"prices"_s, QT_TRANSLATE_NOOP("Words", "Prices")}, {u"account"_s, QT_TRANSLATE_NOOP("Words", "Account")},
        {u"key search"_s, QT_TRANSLATE_NOOP("Words", "Key search")},
        {u"own aliases"_s, QT_TRANSLATE_NOOP("Words", "Own aliases")},
        {u"own usage"_s, QT_TRANSLATE_NOOP("Words", "Own usage")},
        {u"sums of usage"_s, QT_TRANSLATE_NOOP("Words", "Usage totals")},
        {u"record of a call"_s, QT_TRANSLATE_NOOP("Words", "One call")},
        {u"key"_s, QT_TRANSLATE_NOOP("Words", "Key in use")}, {u"credits"_s, QT_TRANSLATE_NOOP("Words", "Credits")},
        {u"guardrails"_s, QT_TRANSLATE_NOOP("Words", "Guardrails")},
        {u"activity"_s, QT_TRANSLATE_NOOP("Words", "Activity")},
        {u"analytics/query"_s, QT_TRANSLATE_NOOP("Words", "Analytics")},
        {u"projects and keys"_s, QT_TRANSLATE_NOOP("Words", "Projects, keys")},
        {u"costs"_s, QT_TRANSLATE_NOOP("Words", "Costs")},
        {u"spend limit"_s, QT_TRANSLATE_NOOP("Words", "Spend limit")},
        {u"routing rules"_s, QT_TRANSLATE_NOOP("Words", "Routing rules")},
        {u"budgets"_s, QT_TRANSLATE_NOOP("Words", "Budgets")},
        {u"rate limits"_s, QT_TRANSLATE_NOOP("Words", "Rate limits")}};
    const char *title = titles.value(place.what);
    return title ? Words::tr(title) : place.what;
}

Offer offerOf(const gateway::Features &features)
{
    using gateway::Feature;
    static const QList<std::pair<Feature, const char *>> all{{Feature::ListKeys, QT_TRANSLATE_NOOP("Words", "keys")},
        {Feature::ListAliases, QT_TRANSLATE_NOOP("Words", "aliases")},
        {Feature::EditAliases, QT_TRANSLATE_NOOP("Words", "alias changes")},
        {Feature::Budget, QT_TRANSLATE_NOOP("Words", "budgets")},
        {Feature::RequestRate, QT_TRANSLATE_NOOP("Words", "rate limits")},
        {Feature::NetworkScope, QT_TRANSLATE_NOOP("Words", "address limits")},
        {Feature::UsageRows, QT_TRANSLATE_NOOP("Words", "usage rows")},
        {Feature::UsageTotals, QT_TRANSLATE_NOOP("Words", "usage totals")},
        {Feature::Allowances, QT_TRANSLATE_NOOP("Words", "remaining budgets")}};
    Offer offer;
    for (const auto &[feature, word] : all)
        (features.has(feature) ? offer.has : offer.lacks) << Words::tr(word);
    return offer;
}

QString sentenceOf(const gateway::Verdict &verdict)
{
    if (!verdict.said)
        return Words::tr("ruled out: %1").arg(verdict.said.error().detail);
    const gateway::Identity &identity = *verdict.said;
    return identity.version.isEmpty() ? identity.evidence : u"%1, %2"_s.arg(identity.version, identity.evidence);
}

QString sentenceOf(const gateway::BaseAnswer &answer)
{
    if (answer.status == 0)
        return answer.failure ? answer.failure->detail : Words::tr("no answer");
    if (answer.webPage)
        return Words::tr("HTTP %1, a web page: this is the address of a console").arg(answer.status);
    return answer.json ? Words::tr("HTTP %1, JSON").arg(answer.status)
                       : Words::tr("HTTP %1, no JSON").arg(answer.status);
}

static int kindsSeen(const gateway::Detection &detection)
{
    return int(std::ranges::count_if(detection.verdicts, [](const gateway::Verdict &v) { return v.said.has_value(); }));
}

static bool onlyWebPages(const gateway::Detection &detection)
{
    return std::ranges::all_of(detection.bases, &gateway::BaseAnswer::webPage);
}

QString sentenceOf(const gateway::Detection &detection)
{
    if (detection.failure)
        return Words::tr("Nothing answers there: %1").arg(text::wordsOf(*detection.failure).next);
    if (detection.adapter)
        return Words::tr("It is %1.").arg((titleOf(*detection.adapter) + u' ' + detection.identity.version).trimmed());
    if (kindsSeen(detection) > 1)
        return Words::tr("It shows signs of more than one kind, so none is named: choose it yourself.");
    if (onlyWebPages(detection))
        return Words::tr("This host answers with a web page. You entered the console address; the API is on another "
                         "host or path.");
    if (detection.bases.last().speaksApi())
        return Words::tr("It speaks OpenAI's API; which gateway it is cannot be seen without a key: choose the kind.");
    return Words::tr("Something answers, but neither OpenAI's API nor a known admin API: check host and path.");
}

} // namespace workspace
