// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/usage_query.h"
#include "cli/words.h"
#include "usage/figures.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &usageOptions()
{
    static const QList<Option> all{
        {"filter", "E", QT_TRANSLATE_NOOP("Words", "only rows that match: \"alias = fast and status >= 400\"")},
        fromOption,
        toOption,
        {"no-samples", "", QT_TRANSLATE_NOOP("Words", "leave out rows made by the demo seed")},
    };
    return all;
}

Maybe<QDateTime> timeOf(const Args &args, const char *option, const QDateTime &now)
{
    static const QRegularExpression back(u"^-([0-9]{1,6})([mhd])$"_s);
    const QString text = args.value(option);
    if (text.isEmpty())
        return QDateTime();
    const auto match = back.match(text);
    const qint64 unit = match.captured(2) == "d"_L1 ? 86400 : match.captured(2) == "h"_L1 ? 3600 : 60;
    if (match.hasMatch())
        return now.addSecs(-unit * match.captured(1).toLongLong());
    const QDateTime time = text.size() == 10 ? QDate::fromString(text, Qt::ISODate).startOfDay(Qt::UTC)
                                             : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    if (time.isValid())
        return time;
    return misuse(u"--"_s + QLatin1StringView(option), Words::tr("\"%1\" is no time").arg(text),
        u"--%1 2026-11-01, or --%1 -24h"_s.arg(QLatin1StringView(option)));
}

Task<Maybe<UsageScope>> usageScope(Context &context, QString what)
{
    usage::FilterMoment moment;
    moment.now = Clock().now();
    usage::Query query;
    const auto from = timeOf(context.args, "from", moment.now);
    const auto to = timeOf(context.args, "to", moment.now);
    for (const auto *time : {&from, &to})
        if (!*time)
            co_return tl::unexpected<Trouble>(time->error());
    const auto opened = co_await openProfile(context);
    if (!opened)
        co_return tl::unexpected<Trouble>(opened.error());
    if (const QTimeZone zone(opened->profile.timeZone.toUtf8()); zone.isValid())
        moment.zone = zone;
    query.profile = opened->profile.id;
    query.from = *from;
    query.to = *to;
    query.filter = context.args.value("filter");
    query.samples = !context.args.has("no-samples");
    const auto scope = usage::scopeOf(query, moment);
    if (!scope)
        co_return misuse(
            what, u"--filter: "_s + scope.error().detail, u"--filter \"alias = fast and status >= 400\""_s);
    co_return UsageScope{opened->workspace, opened->profile, query, moment, *scope};
}

void noteSamples(Context &context, qint64 rows)
{
    if (rows > 0)
        context.out.note(
            Words::tr("%n of these rows are sample rows, made by the demo seed; --no-samples leaves them out", nullptr,
                int(rows)));
}

void noteNoUsage(Context &context)
{
    const bool narrowed = context.args.has("filter") || context.args.has("from") || context.args.has("to")
        || context.args.has("no-samples");
    context.out.note(narrowed ? Words::tr("no row fits; a wider --filter, --from or --to may find some")
                              : Words::tr("nothing yet; %1").arg(context.hint(u"usage sync"_s)));
}

} // namespace cli
