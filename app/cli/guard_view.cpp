// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/guard_view.h"
#include "cli/json.h"
#include "cli/trouble.h"
#include "cli/words.h"
#include "guards/guard_words.h"

using namespace Qt::StringLiterals;

namespace cli {

static QJsonObject jsonOf(const Guard &guard)
{
    static const QStringList phases{u"watching"_s, u"acting"_s, u"acted"_s, u"restoring"_s};
    return {{u"id"_s, guard.id}, {u"key_id"_s, guard.keyId}, {u"key"_s, guard.key}, {u"limit_nanos"_s, guard.nanos},
        {u"window"_s, guard.window}, {u"zone"_s, guard.zone}, {u"action"_s, guards::nameOf(guard.act)},
        {u"warn_percent"_s, guard.warnPercent}, {u"by"_s, guard.by},
        {u"created"_s, jsonOf(std::optional(guard.created))}, {u"phase"_s, phases.at(int(guard.phase))},
        {u"warned_for"_s, jsonOf(guard.warnedFor)}, {u"acted_for"_s, jsonOf(guard.actedFor)},
        {u"holds_key"_s, guard.before.has_value()}, {u"failure"_s, textOrNull(guard.failure)},
        {u"failure_at"_s, jsonOf(guard.failureAt)}};
}

static void putSpend(QJsonObject &out, const GuardSpend &spend)
{
    out.insert(u"spent_nanos"_s, spend.nanos);
    out.insert(u"rows"_s, spend.rows);
    out.insert(u"rows_without_cost"_s, spend.untold);
}

QJsonObject jsonOf(const guards::GuardService::Line &line)
{
    QJsonObject out = jsonOf(line.guard);
    putSpend(out, line.spend);
    out.insert(u"period_begin"_s, jsonOf(std::optional(line.period.begin)));
    out.insert(u"period_end"_s, jsonOf(std::optional(line.period.end)));
    return out;
}

QJsonObject jsonOf(const guards::Deed &deed)
{
    static const QStringList steps{u"none"_s, u"warned"_s, u"acted"_s, u"restored"_s};
    QJsonObject out = jsonOf(deed.guard);
    putSpend(out, deed.spend);
    out.insert(u"step"_s, steps.at(int(deed.step)));
    out.insert(u"failed"_s, deed.failure ? QJsonValue(nameOf(deed.failure->kind)) : QJsonValue());
    return out;
}

void printGuards(Context &context, const QList<guards::GuardService::Line> &lines)
{
    QJsonArray items;
    Table rows{{Words::tr("ID"), Words::tr("KEY"), Words::tr("LIMIT"), Words::tr("WHEN IT IS SPENT"),
        Words::tr("SPENT"), Words::tr("UNTIL, UTC"), Words::tr("STATE")}};
    for (const guards::GuardService::Line &line : lines) {
        items.append(jsonOf(line));
        rows << QStringList{QString::number(line.guard.id), line.guard.key, guards::limitOf(line.guard),
            guards::inWords(line.guard.act), guards::spentOf(line.spend), line.period.end.toString(Qt::ISODate),
            guards::stateOf(line)};
    }
    context.out.document(listDocument(items, true));
    if (lines.isEmpty())
        context.out.note(Words::tr("nothing yet; %1").arg(context.hint(u"guard set KEY --budget 5/day"_s)));
    else
        context.out.table(rows);
    context.out.note(guards::onlyWhileRunning());
}

} // namespace cli
