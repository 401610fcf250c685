// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_limits.h"
#include "domain/network.h"
#include "kit/format.h"
#include <algorithm>
#include <limits>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyLimits)
};

constexpr qint64 mostRate = 10'000'000'000;

QString joined(const QStringList &parts)
{
    return QLocale().createSeparatedList(parts);
}

QString typedRate(qint64 rate)
{
    return rate > 0 ? QString::number(rate) : QString();
}

std::optional<int> shareOf(const QString &part)
{
    static const QRegularExpression form(u"^([1-9][0-9]?|100)$"_s);
    return form.match(part).hasMatch() ? std::optional(part.toInt()) : std::nullopt;
}

std::optional<KeyProblem> rateProblem(KeyField field, const QString &typed, const QString &brief)
{
    if (rateOf(typed))
        return {};
    return KeyProblem{field, Words::tr("Write a whole number above zero, for example 60, or leave it empty."), brief};
}

std::optional<KeyProblem> networkProblem(const QString &typed)
{
    for (const QString &part : partsOf(typed))
        if (!isNetwork(part))
            return KeyProblem{KeyField::Networks,
                Words::tr("“%1” is no address or network. Write one such as 10.20.0.0/16 or 2001:db8::/32.").arg(part),
                Words::tr("an address cannot be read")};
    return {};
}

std::optional<KeyProblem> softProblem(const QString &typed)
{
    for (const QString &part : partsOf(typed))
        if (!shareOf(part))
            return KeyProblem{KeyField::Soft,
                Words::tr("“%1” is no share from 1 to 100 percent. Write some such as 80, 95.").arg(part),
                Words::tr("a warning is no share")};
    return {};
}

QStringList networksOf(const QString &typed)
{
    QStringList out = partsOf(typed);
    out.removeIf([](const QString &part) { return !isNetwork(part); });
    return out;
}

std::vector<int> sharesOf(const QString &typed)
{
    std::vector<int> out;
    for (const QString &part : partsOf(typed))
        if (const auto share = shareOf(part); share && std::ranges::find(out, *share) == out.end())
            out.push_back(*share);
    std::ranges::sort(out);
    return out;
}

// For the choice of a plural; the figure itself is grouped and may be larger.
int few(qint64 n)
{
    return int(std::min<qint64>(n, std::numeric_limits<int>::max()));
}

} // namespace

QStringList partsOf(const QString &typed)
{
    static const QRegularExpression between(u"[,;\\s]+"_s);
    QStringList parts = typed.split(between, Qt::SkipEmptyParts);
    parts.removeDuplicates();
    return parts;
}

std::optional<qint64> rateOf(const QString &typed)
{
    QString text = typed.trimmed();
    text.remove(QLocale().groupSeparator());
    static const QRegularExpression form(u"^[1-9][0-9]{0,10}$"_s);
    if (text.isEmpty())
        return 0;
    const qint64 rate = text.toLongLong();
    return form.match(text).hasMatch() && rate <= mostRate ? std::optional(rate) : std::nullopt;
}

BoundsDraft boundsOf(const Key &key)
{
    return {key.families, key.upstreams, key.networks.join(u", "_s), key.group};
}

RatesDraft ratesOf(const Key &key)
{
    QStringList soft;
    for (const int percent : key.softPercents)
        soft << QString::number(percent);
    return {typedRate(key.rates.requestsPerMinute), typedRate(key.rates.tokensPerMinute), typedRate(key.rates.parallel),
        soft.join(u", "_s)};
}

void putLimits(Key &key, const KeyDraft &draft)
{
    key.families = inOrderOf(key.families, draft.bounds.families);
    key.upstreams = inOrderOf(key.upstreams, draft.bounds.upstreams);
    key.networks = inOrderOf(key.networks, networksOf(draft.bounds.networks));
    key.group = draft.bounds.group;
    key.rates.requestsPerMinute = rateOf(draft.rates.requests).value_or(0);
    key.rates.tokensPerMinute = rateOf(draft.rates.tokens).value_or(0);
    key.rates.parallel = rateOf(draft.rates.parallel).value_or(0);
    key.softPercents = sharesOf(draft.rates.soft);
}

QList<KeyProblem> limitProblems(const KeyDraft &draft)
{
    QList<KeyProblem> out;
    for (const auto &problem : {networkProblem(draft.bounds.networks),
             rateProblem(KeyField::Requests, draft.rates.requests, Words::tr("the requests are no number")),
             rateProblem(KeyField::Tokens, draft.rates.tokens, Words::tr("the tokens are no number")),
             rateProblem(KeyField::Parallel, draft.rates.parallel, Words::tr("the calls at a time are no number")),
             softProblem(draft.rates.soft)})
        if (problem)
            out << *problem;
    return out;
}

QStringList boundsInWords(const Key &key)
{
    QStringList out;
    if (!key.families.isEmpty())
        out << Words::tr("Only calls of the families %1.").arg(joined(key.families));
    if (!key.upstreams.isEmpty())
        out << Words::tr("Only through %1.").arg(joined(key.upstreams));
    if (!key.networks.isEmpty())
        out << Words::tr("Only from %1.").arg(joined(key.networks));
    if (!key.group.isEmpty())
        out << Words::tr("Through the channels of the group %1.").arg(key.group);
    return out;
}

QStringList ratesInWords(const Key &key)
{
    QStringList rates, shares, out;
    const auto add = [&rates](qint64 rate, const QString &words) {
        if (rate > 0)
            rates << words.arg(kit::format::count(rate));
    };
    const KeyRates &held = key.rates;
    add(held.requestsPerMinute, Words::tr("%1 request(s) a minute", nullptr, few(held.requestsPerMinute)));
    add(held.tokensPerMinute, Words::tr("%1 token(s) a minute", nullptr, few(held.tokensPerMinute)));
    add(held.parallel, Words::tr("%1 call(s) at a time", nullptr, few(held.parallel)));
    for (const int percent : key.softPercents)
        shares << kit::format::percent(percent / 100.0);
    if (!rates.isEmpty())
        out << Words::tr("At most %1.").arg(joined(rates));
    if (!shares.isEmpty())
        out << Words::tr("Warns at %1 of a budget.").arg(joined(shares));
    return out;
}

} // namespace pages
