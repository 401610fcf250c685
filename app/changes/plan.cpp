// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"
#include "changes/words.h"
#include "store/key_json.h"
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

const QString passport = u"passport."_s;

// Spend is no setting.
QJsonArray withoutSpend(const QJsonArray &budgets)
{
    QJsonArray out;
    for (const auto &budget : budgets) {
        QJsonObject one = budget.toObject();
        for (const auto &counted : {u"spent_nanos"_s, u"reserved_nanos"_s, u"free_nanos"_s})
            one.remove(counted);
        out << one;
    }
    return out;
}

QMap<QString, Key> byName(const QList<Key> &keys, QSet<QString> &twice)
{
    QMap<QString, Key> named;
    for (const Key &key : keys) {
        if (named.contains(key.name))
            twice << key.name;
        named.insert(key.name, key);
    }
    return named;
}

Since sinceOf(const QJsonValue &applied, const QJsonValue &file, const QJsonValue &server)
{
    if (applied.isUndefined() || applied == server)
        return Since::File;
    return applied == file ? Since::Server : Since::Both;
}

QList<PlanField> fieldsBetween(const QJsonObject &applied, const QJsonObject &file, const QJsonObject &server)
{
    QList<PlanField> fields;
    for (const QString &name : planFields()) {
        if (!file.contains(name) || file[name] == server[name])
            continue;
        const QJsonValue before = applied.contains(name) ? applied[name] : QJsonValue();
        const Since since = sinceOf(
            applied.contains(name) ? applied[name] : QJsonValue(QJsonValue::Undefined), file[name], server[name]);
        fields << PlanField{name, before, file[name], server[name], since};
    }
    return fields;
}

Since worst(const QList<PlanField> &fields)
{
    Since since = Since::File;
    for (const PlanField &field : fields)
        since = std::max(since, field.since);
    return since;
}

// A key that the file declares.
std::optional<PlanRow> declared(
    const QString &name, const QJsonObject &applied, const QJsonObject &file, const std::optional<Key> &server)
{
    PlanRow row;
    row.name = name;
    if (!server) {
        Key made;
        made.name = name;
        row.change.after = withSettings(made, file);
        row.since = applied.isEmpty() ? Since::File : Since::Server; // somebody deleted it
        return row;
    }
    row.fields = fieldsBetween(applied, file, settingsOf(*server));
    row.since = worst(row.fields);
    row.change.before = *server;
    row.change.after = withSettings(*server, file);
    return row.fields.isEmpty() ? std::nullopt : std::optional(row);
}

// A key that was applied and that the file no longer has.
PlanRow removedRow(const QJsonObject &applied, const Key &server)
{
    PlanRow row;
    row.name = server.name;
    row.change.before = server;
    row.removed = true;
    const QJsonObject now = settingsOf(server);
    for (const QString &field : planFields())
        if (applied.contains(field) && applied[field] != now[field])
            row.since = Since::Both; // somebody uses it in another way since
    return row;
}

tl::unexpected<Failure> namedTwice(const QString &name)
{
    return fail(
        FailureKind::Input, Words::tr("there are two keys named \"%1\": a plan tells keys by their names").arg(name));
}

} // namespace

QString nameOf(Since since)
{
    static const QStringList names{u"file"_s, u"server"_s, u"both"_s};
    return names.value(qsizetype(since));
}

const QStringList &planFields()
{
    static const QStringList all{u"enabled"_s, u"aliases"_s, u"families"_s, u"upstreams"_s, u"networks"_s, u"group"_s,
        u"expires_at"_s, u"budgets"_s, u"soft_percents"_s, u"rpm"_s, u"tpm"_s, u"parallel"_s, u"wait_ms"_s,
        passport + u"application"_s, passport + u"environment"_s, passport + u"owner"_s, passport + u"rotation_owner"_s,
        passport + u"budget_owner"_s, passport + u"ticket"_s, passport + u"purpose"_s, passport + u"review_date"_s};
    return all;
}

QJsonObject settingsOf(const Key &key)
{
    const QJsonObject whole = store::keyJson(inWholeSeconds({{}, key}).after.value());
    const QJsonObject who = whole[u"passport"_s].toObject();
    QJsonObject out;
    for (const QString &field : planFields())
        out.insert(field, field.startsWith(passport) ? who[field.mid(passport.size())] : whole[field]);
    out.insert(u"budgets"_s, withoutSpend(whole[u"budgets"_s].toArray()));
    return out;
}

Key withSettings(const Key &key, const QJsonObject &fields)
{
    QJsonObject whole = store::keyJson(key);
    QJsonObject who = whole[u"passport"_s].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        if (field.key().startsWith(passport))
            who.insert(field.key().mid(passport.size()), field.value());
        else
            whole.insert(field.key(), field.value());
    whole.insert(u"passport"_s, who);
    return store::keyFrom(whole);
}

Result<Plan> planOf(const QList<Key> &keys)
{
    QSet<QString> twice;
    const auto named = byName(keys, twice);
    if (!twice.isEmpty())
        return namedTwice(*twice.cbegin());
    Plan plan;
    for (const Key &key : named)
        plan.keys.insert(key.name, settingsOf(key));
    return plan;
}

static void change(QList<Key> &keys, const Change &wanted)
{
    if (!wanted.before) {
        keys << *wanted.after;
        return;
    }
    for (qsizetype at = 0; at < keys.size(); ++at) {
        if (keys.at(at).id != wanted.before->id)
            continue;
        if (wanted.after)
            keys[at] = *wanted.after;
        else
            keys.removeAt(at);
        return;
    }
}

QList<Key> keysAfter(QList<Key> keys, const ChangeSet &set)
{
    for (const Step &step : set.steps) {
        const auto *wanted = std::get_if<Change>(&step.wanted);
        if (wanted && (step.state == StepState::Pending || step.state == StepState::Failed))
            change(keys, *wanted);
    }
    return keys;
}

Result<Plan> overlaid(const Plan &plan, const Overlay &overlay)
{
    for (auto entry = overlay.keys.begin(); entry != overlay.keys.end(); ++entry)
        if (!plan.keys.contains(entry.key()))
            return fail(FailureKind::Input, Words::tr("the plan has no key \"%1\"").arg(entry.key()));
    Plan out;
    for (auto key = plan.keys.begin(); key != plan.keys.end(); ++key) {
        const Overlay::Entry entry = overlay.keys.value(key.key());
        const QString name = entry.as.isEmpty() ? key.key() : entry.as;
        if (entry.absent)
            continue;
        if (out.keys.contains(name))
            return fail(FailureKind::Input, Words::tr("two keys of the plan are named \"%1\" there").arg(name));
        QJsonObject fields = key.value();
        for (auto field = entry.fields.begin(); field != entry.fields.end(); ++field)
            fields.insert(field.key(), field.value());
        out.keys.insert(name, fields);
    }
    return out;
}

Result<PlanDiff> diffOf(const Plan &applied, const Plan &file, const QList<Key> &server)
{
    QSet<QString> twice;
    const auto there = byName(server, twice);
    PlanDiff diff;
    for (auto key = file.keys.begin(); key != file.keys.end(); ++key) {
        if (twice.contains(key.key()))
            return namedTwice(key.key());
        const auto now = there.contains(key.key()) ? std::optional(there[key.key()]) : std::nullopt;
        const auto row = declared(key.key(), applied.keys.value(key.key()), key.value(), now);
        if (row)
            diff.rows << *row;
        else
            ++diff.same;
    }
    for (auto key = there.begin(); key != there.end(); ++key) {
        if (file.keys.contains(key.key()))
            continue;
        if (applied.keys.contains(key.key()) && !twice.contains(key.key()))
            diff.rows << removedRow(applied.keys[key.key()], key.value());
        else
            diff.unmanaged << key.key();
    }
    std::ranges::sort(diff.rows, {}, &PlanRow::name);
    return diff;
}

} // namespace changes
