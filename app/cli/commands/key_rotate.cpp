// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_lookup.h"
#include "cli/set_writes.h"
#include "cli/words.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

static const QString what = u"key rotate"_s;

// "0", "90s", "30m", "24h" or "7d", at most 90 days.
static Maybe<std::chrono::seconds> overlapOf(const Args &args)
{
    static const QRegularExpression span(u"^([0-9]{1,7})([smhd]?)$"_s);
    static const QHash<QString, qint64> units{
        {u"s"_s, 1}, {u"m"_s, 60}, {u"h"_s, 3600}, {u"d"_s, 86'400}, {QString(), 0}};
    const QString text = args.has("overlap") ? args.value("overlap") : u"24h"_s;
    const auto match = span.match(text);
    const qint64 count = match.captured(1).toLongLong();
    const qint64 seconds = count * units.value(match.captured(2));
    const bool unitMissing = match.captured(2).isEmpty() && count > 0;
    if (!match.hasMatch() || unitMissing || seconds > 90LL * 86'400)
        return misuse(
            u"--overlap"_s, Words::tr("\"%1\" is no span up to 90 days").arg(text), u"--overlap 24h, --overlap 0"_s);
    return std::chrono::seconds(seconds);
}

static QString saidOf(const Key &key)
{
    const QString until = key.previousUntil
        ? Words::tr("the old secret works until %1").arg(key.previousUntil->toUTC().toString(Qt::ISODate))
        : Words::tr("the old secret works no more");
    return Words::tr("rotated %1 (%2); %3; the new secret is shown this once:").arg(key.name, key.id, until);
}

static Task<int> run(Context &context)
{
    const auto overlap = overlapOf(context.args);
    if (!overlap)
        co_return context.failed(overlap.error());
    const auto found = co_await findKey(context, what);
    if (!found)
        co_return context.failed(found.error());
    if (!found->session->features().has(gateway::Feature::RotateKey))
        co_return context.failed(
            trouble(what, Failure{FailureKind::Unsupported, u"rotate key"_s, 0}, found->session->attempt()).value());
    changes::Change change;
    change.before = found->key;
    change.after = found->key;
    change.rotation = *overlap;
    const auto done =
        co_await writeKey(context, *found->session, change, Words::tr("rotate the key %1").arg(found->key.name));
    if (!done)
        co_return context.failed(done.error());
    const Key rotated = *done->change.after;
    printSecretOnce(context, *done, saidOf(rotated));
    co_return AllWell;
}

extern const Command keyRotate;
const Command keyRotate{"key rotate", "ID",
    QT_TRANSLATE_NOOP("Words", "gives a key a new secret and prints it, once; the old one works on for a while"),
    "key rotate demo-app --overlap 24h",
    {{"overlap", "SPAN", QT_TRANSLATE_NOOP("Words", "how long the old secret works on: 24h (default), 30m, 7d or 0")},
        reasonOption},
    run};

} // namespace cli
