// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/change_view.h"
#include "changes/set_words.h"
#include "cli/json.h"
#include "cli/key_lookup.h"
#include "cli/words.h"
#include "text/words.h"
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

template<typename Object>
static QJsonValue objectOrNull(const std::optional<Object> &object)
{
    return object ? QJsonValue(jsonOf(*object)) : QJsonValue();
}

struct States
{
    QJsonValue before;
    QJsonValue after;
};

static States statesOf(const changes::Edit &edit)
{
    return std::visit(
        [](const auto &change) {
            return States{objectOrNull(change.before), objectOrNull(change.after)};
        },
        edit);
}

static QJsonValue failureOf(const changes::Step &step)
{
    if (!step.failure)
        return {};
    return QJsonObject{{u"kind"_s, nameOf(step.failure->kind)}, {u"why"_s, text::wordsOf(*step.failure).why}};
}

static QJsonObject jsonOf(const changes::Step &step)
{
    const States wanted = statesOf(step.wanted);
    const States found = step.found ? statesOf(*step.found) : States();
    return {{u"place"_s, step.place}, {u"object"_s, changes::objectOf(step.wanted)},
        {u"action"_s, changes::nameOf(changes::verbOf(step.wanted))},
        {u"id"_s, textOrNull(changes::idOf(step.found.value_or(step.wanted)))},
        {u"name"_s, changes::nameOf(step.wanted)},
        {u"fields"_s, QJsonArray::fromStringList(changes::fieldsOf(step.wanted))},
        {u"state"_s, changes::nameOf(step.state)}, {u"remark"_s, textOrNull(changes::nameOf(step.remark))},
        {u"failure"_s, failureOf(step)}, {u"before"_s, wanted.before}, {u"after"_s, wanted.after},
        {u"found_before"_s, found.before}, {u"found_after"_s, found.after}};
}

QJsonObject summaryOf(const changes::SetSummary &summary, const QString &profile)
{
    const changes::ChangeSet &set = summary.head;
    return {{u"id"_s, set.id}, {u"profile"_s, profile}, {u"title"_s, textOrNull(set.title)},
        {u"reason"_s, textOrNull(set.reason)}, {u"by"_s, set.by}, {u"created"_s, jsonOf(std::optional(set.created))},
        {u"state"_s, changes::nameOf(set.state)}, {u"interrupted"_s, set.interrupted}, {u"step_count"_s, summary.steps},
        {u"done_count"_s, summary.done}, {u"failed_count"_s, summary.failed}};
}

QJsonObject jsonOf(const changes::ChangeSet &set, const QString &profile, const SecretsOnce &secrets)
{
    QJsonObject out = summaryOf(changes::summaryOf(set), profile);
    QJsonArray steps;
    for (const changes::Step &step : set.steps) {
        QJsonObject one = jsonOf(step);
        if (secrets.contains(step.place))
            one.insert(u"secret"_s, secrets.value(step.place));
        steps.append(one);
    }
    out.insert(u"steps"_s, steps);
    return out;
}

static QJsonArray jsonOf(const QList<changes::Reach> &reaches)
{
    QJsonArray out;
    for (const changes::Reach &reach : reaches)
        out.append(QJsonObject{{u"object"_s, reach.object}, {u"id"_s, textOrNull(reach.id)}, {u"name"_s, reach.name},
            {u"application"_s, textOrNull(reach.application)}, {u"action"_s, changes::nameOf(reach.verb)},
            {u"calls"_s, reach.calls}, {u"cost_nanos"_s, reach.costNanos}, {u"unknown_cost_rows"_s, reach.untold},
            {u"aliases"_s, QJsonArray::fromStringList(reach.aliases)}, {u"last_at"_s, jsonOf(reach.lastAt)}});
    return out;
}

QJsonObject jsonOf(const changes::Radius &radius)
{
    return {{u"from"_s, jsonOf(std::optional(radius.from))}, {u"known_rows"_s, radius.known.rows},
        {u"known_from"_s, jsonOf(radius.known.first)}, {u"known_to"_s, jsonOf(radius.known.last)},
        {u"calls"_s, radius.calls}, {u"cost_nanos"_s, radius.costNanos}, {u"unknown_cost_rows"_s, radius.untold},
        {u"sample_calls"_s, radius.samples}, {u"keys"_s, jsonOf(radius.steps)}, {u"callers"_s, jsonOf(radius.callers)},
        {u"aliases"_s, QJsonArray::fromStringList(radius.aliases)},
        {u"applications"_s, QJsonArray::fromStringList(radius.applications)}};
}

QJsonArray jsonOf(const QList<changes::Concern> &concerns)
{
    QJsonArray out;
    for (const changes::Concern &concern : concerns)
        out.append(QJsonObject{{u"place"_s, concern.place}, {u"blocks"_s, concern.blocks},
            {u"field"_s, textOrNull(concern.field)}, {u"text"_s, concern.text}});
    return out;
}

static QString noteOf(const changes::Step &step)
{
    if (step.failure)
        return text::wordsOf(*step.failure).why;
    return changes::inWords(step.remark);
}

Table rowsOf(const changes::ChangeSet &set)
{
    Table rows{{Words::tr("STEP"), Words::tr("ACTION"), Words::tr("OBJECT"), Words::tr("NAME"), Words::tr("ID"),
        Words::tr("FIELDS"), Words::tr("STATE"), Words::tr("NOTE")}};
    for (const changes::Step &step : set.steps)
        rows << QStringList{QString::number(step.place), changes::verbInWords(step.wanted),
            changes::objectInWords(step.wanted), changes::nameOf(step.wanted),
            changes::idOf(step.found.value_or(step.wanted)),
            changes::verbOf(step.wanted) == changes::Verb::Change ? changes::fieldsOf(step.wanted).join(u',')
                                                                  : QString(),
            changes::inWords(step.state), noteOf(step)};
    return rows;
}

QString inShort(const changes::Radius &radius)
{
    if (radius.known.rows == 0)
        return Words::tr("no usage data for this period: who would feel it is not known");
    return Words::tr("calls concerned since %1: %2, for %3")
        .arg(radius.from.toString(Qt::ISODate), QString::number(radius.calls), usd(radius.costNanos));
}

void printRadius(Context &context, const changes::Radius &radius)
{
    context.out.line(inShort(radius));
    if (radius.calls == 0)
        return;
    Table rows{{Words::tr("KEY"), Words::tr("APPLICATION"), Words::tr("CALLS"), Words::tr("SPENT"),
        Words::tr("ALIASES"), Words::tr("LAST CALL")}};
    for (const changes::Reach &reach : radius.steps + radius.callers)
        rows << QStringList{reach.name, reach.application, QString::number(reach.calls), usd(reach.costNanos),
            reach.aliases.join(u", "_s), reach.lastAt ? reach.lastAt->toString(Qt::ISODate) : Words::tr("none")};
    context.out.table(rows);
    if (radius.samples > 0)
        context.out.note(Words::tr("%n of these calls are samples of the demo seed", nullptr, int(radius.samples)));
}

void printConcerns(Context &context, const QList<changes::Concern> &concerns)
{
    for (const changes::Concern &concern : concerns)
        context.out.line((concern.blocks ? Words::tr("step %1 cannot be applied: %2") : Words::tr("step %1: %2"))
                             .arg(concern.place)
                             .arg(concern.text));
}

static QString shown(const QJsonObject &key, const QString &field)
{
    const QJsonValue value = key[field];
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isNull() || value.isUndefined() ? Words::tr("none") : value.toVariant().toString();
}

void printFields(Context &context, const changes::ChangeSet &set)
{
    Table rows{{Words::tr("STEP"), Words::tr("FIELD"), Words::tr("BEFORE"), Words::tr("AFTER")}};
    for (const changes::Step &step : set.steps) {
        const States wanted = statesOf(step.wanted);
        if (wanted.after.isNull())
            continue;
        const QJsonObject before = wanted.before.toObject();
        const QJsonObject after = wanted.after.toObject();
        for (const QString &field : changes::fieldsOf(step.wanted))
            rows << QStringList{QString::number(step.place), field, shown(before, field), shown(after, field)};
    }
    if (rows.size() > 1)
        context.out.table(rows);
}

} // namespace cli
