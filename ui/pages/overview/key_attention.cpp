// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/key_attention.h"
#include "kit/format.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr double nearCap = 0.8; // of keys without thresholds of their own
static constexpr qint64 daySeconds = 86'400;
static constexpr qint64 namedDays = 14; // before its end a key has a line of its own
static constexpr qint64 countedDays = 30;
static constexpr double atCap = 0.95;
static constexpr qsizetype shownOfAKind = 3;

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

std::optional<double> spentShare(const Key &key)
{
    const Budget *budget = tightestBudget(key);
    if (!budget || !budget->spentNanos || budget->nanos <= 0)
        return {};
    return double(*budget->spentNanos) / double(budget->nanos);
}

bool expired(const Key &key, const QDateTime &now)
{
    return key.expiresAt && *key.expiresAt <= now;
}

static Attention keyLine(const Key &key)
{
    Attention line;
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Open key"));
    line.page = u"keys"_s;
    line.filter = key.name;
    return line;
}

static Attention capLine(const Key &key)
{
    const double share = *spentShare(key);
    const Budget &budget = *tightestBudget(key);
    Attention line = keyLine(key);
    line.status = share >= atCap ? kit::Status::Bad : kit::Status::Warn;
    line.title = share >= 1
        ? say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” has spent its whole budget")).arg(key.name)
        : say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” has spent %2 of its budget"))
              .arg(key.name, kit::format::percent(share));
    const QString numbers =
        say(QT_TRANSLATE_NOOP("pages::overview", "%1 of %2 USD, %3."))
            .arg(kit::format::money(*budget.spentNanos), kit::format::money(budget.nanos), windowName(budget.window));
    line.detail = numbers + u' '
        + (share >= 1 ? say(QT_TRANSLATE_NOOP("pages::overview", "Its calls are refused now."))
                      : say(QT_TRANSLATE_NOOP("pages::overview", "At the cap its calls are refused.")));
    return line;
}

static Attention expiryLine(const Key &key, const QDateTime &now)
{
    Attention line = keyLine(key);
    line.title = say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” has expired")).arg(key.name);
    line.detail = say(QT_TRANSLATE_NOOP("pages::overview",
                          "Ended %1. Whoever still uses it is refused; disable or delete it, or issue a new one."))
                      .arg(clock(*key.expiresAt));
    line.since = say(QT_TRANSLATE_NOOP("pages::overview", "for %1")).arg(ago(*key.expiresAt, now));
    return line;
}

// A flood of keys would push everything else off the page.
static QList<Attention> atMost(QList<Attention> lines, const char *rest)
{
    if (lines.size() <= shownOfAKind + 1)
        return lines;
    Attention more;
    more.status = lines.at(shownOfAKind).status;
    more.title = QCoreApplication::translate("pages::overview", rest, nullptr, int(lines.size() - shownOfAKind));
    more.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Open keys"));
    more.page = u"keys"_s;
    lines.resize(shownOfAKind);
    return lines << more;
}

static QString endWords(qint64 days)
{
    return days < 1
        ? say(QT_TRANSLATE_NOOP("pages::overview", "Key “%1” expires within a day"))
        : QCoreApplication::translate("pages::overview", "Key “%1” expires in %Ln day(s)", nullptr, int(days));
}

static Attention endingLine(const Key &key, const QDateTime &now)
{
    const qint64 days = now.secsTo(*key.expiresAt) / daySeconds;
    Attention line = keyLine(key);
    line.status = days < 1 ? kit::Status::Bad : kit::Status::Warn;
    line.title = endWords(days).arg(key.name);
    line.detail = say(QT_TRANSLATE_NOOP("pages::overview",
                          "From %1 on its calls are refused. Give it a later end, or rotate it in time."))
                      .arg(clock(*key.expiresAt));
    return line;
}

static Attention countedLine(int keys)
{
    Attention line;
    line.title = QCoreApplication::translate("pages::overview", "%Ln key(s) expire within 30 days", nullptr, keys);
    line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "Open keys"));
    line.page = u"keys"_s;
    return line;
}

// The next one first.
static QList<Attention> ofEnds(QList<Key> keys, const QDateTime &now)
{
    std::ranges::stable_sort(keys, {}, [](const Key &key) { return *key.expiresAt; });
    QList<Attention> lines;
    int later = 0;
    for (const Key &key : keys)
        if (now.secsTo(*key.expiresAt) <= namedDays * daySeconds)
            lines << endingLine(key, now);
        else
            ++later;
    lines = atMost(lines, QT_TRANSLATE_N_NOOP("pages::overview", "%Ln more key(s) expire within 14 days"));
    return later > 0 ? lines << countedLine(later) : lines;
}

static bool isNear(const Key &key)
{
    const auto first = std::ranges::min_element(key.softPercents);
    const double from = first == key.softPercents.end() ? nearCap : *first / 100.0;
    return spentShare(key).value_or(0) >= from;
}

QList<Attention> ofKeys(const QList<Key> &keys, const QDateTime &now)
{
    QList<Key> near, ending;
    QList<Attention> gone;
    for (const Key &key : keys) {
        if (!key.enabled)
            continue;
        if (expired(key, now))
            gone << expiryLine(key, now);
        else if (isNear(key))
            near << key;
        if (!expired(key, now) && key.expiresAt && now.secsTo(*key.expiresAt) <= countedDays * daySeconds)
            ending << key;
    }
    std::ranges::stable_sort(near, [](const Key &a, const Key &b) { return *spentShare(a) > *spentShare(b); });
    QList<Attention> lines;
    for (const Key &key : near)
        lines << capLine(key);
    return atMost(lines, QT_TRANSLATE_N_NOOP("pages::overview", "%Ln more key(s) near their cap"))
        + atMost(gone, QT_TRANSLATE_N_NOOP("pages::overview", "%Ln more key(s) have expired")) + ofEnds(ending, now);
}

} // namespace pages
