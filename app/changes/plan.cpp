// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/plan.h"
#include "changes/plan_aliases.h"
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

// What the plan needs to know of a kind of object.
const QStringList &fieldsOf(const Key &)
{
    return planFields();
}
const QStringList &fieldsOf(const Alias &)
{
    return aliasPlanFields();
}
Edit editOf(const std::optional<Key> &before, const std::optional<Key> &after)
{
    return Change{before, after};
}
Edit editOf(const std::optional<Alias> &before, const std::optional<Alias> &after)
{
    return AliasChange{before, after};
}

QList<PlanField> fieldsBetween(
    const QStringList &names, const QJsonObject &applied, const QJsonObject &file, const QJsonObject &server)
{
    QList<PlanField> fields;
    for (const QString &name : names) {
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

// A key or alias that the file declares.
template<class Object>
std::optional<PlanRow> declared(
    const QString &name, const QJsonObject &applied, const QJsonObject &file, const std::optional<Object> &server)
{
    PlanRow row;
    row.name = name;
    Object made;
    made.name = name;
    row.change = editOf(server, withSettings(server.value_or(made), file));
    if (!server) {
        row.since = applied.isEmpty() ? Since::File : Since::Server; // somebody deleted it
        return row;
    }
    row.fields = fieldsBetween(fieldsOf(*server), applied, file, settingsOf(*server));
    row.since = worst(row.fields);
    return row.fields.isEmpty() ? std::nullopt : std::optional(row);
}

// One that was applied and that the file no longer has.
template<class Object>
PlanRow removedRow(const QJsonObject &applied, const Object &server)
{
    PlanRow row;
    row.name = server.name;
    row.change = editOf(server, std::nullopt);
    row.removed = true;
    const QJsonObject now = settingsOf(server);
    for (const QString &field : fieldsOf(server))
        if (applied.contains(field) && applied[field] != now[field])
            row.since = Since::Both; // somebody uses it in another way since
    return row;
}

using Declared = QMap<QString, QJsonObject>;

// The rows of one kind of object; `unmanaged` gets the names that no plan knows.
template<class Object>
QList<PlanRow> rowsOf(const Declared &applied, const Declared &file, const QMap<QString, Object> &there, PlanDiff &diff,
    QStringList &unmanaged)
{
    QList<PlanRow> rows;
    for (auto each = file.begin(); each != file.end(); ++each) {
        const auto now = there.contains(each.key()) ? std::optional(there[each.key()]) : std::nullopt;
        const auto row = declared<Object>(each.key(), applied.value(each.key()), each.value(), now);
        if (row)
            rows << *row;
        else
            ++diff.same;
    }
    for (auto each = there.begin(); each != there.end(); ++each) {
        if (file.contains(each.key()))
            continue;
        if (applied.contains(each.key()))
            rows << removedRow(applied[each.key()], each.value());
        else
            unmanaged << each.key();
    }
    std::ranges::sort(rows, {}, &PlanRow::name);
    return rows;
}

// The rows of aliases in the order in which a gateway takes them: what others fall back on first, removals last.
struct InOrder
{
    QMap<QString, PlanRow> left;
    QList<PlanRow> rows = {};

    void take(const QString &name)
    {
        const auto found = left.find(name);
        if (found == left.end())
            return; // no row of this plan, or taken: a circle ends here
        const PlanRow row = *found;
        left.erase(found);
        const Alias wanted = std::get<AliasChange>(row.change).after.value_or(Alias());
        for (const QString &fallback : wanted.fallbacks)
            take(fallback);
        rows << row;
    }
};

QList<PlanRow> fallbacksFirst(const QList<PlanRow> &rows)
{
    InOrder order;
    QList<PlanRow> removals;
    for (const PlanRow &row : rows)
        if (row.removed)
            removals << row;
        else
            order.left.insert(row.name, row);
    for (const PlanRow &row : rows)
        order.take(row.name);
    return order.rows + removals;
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

Result<Plan> planOf(const QList<Key> &keys, const QList<Alias> &aliases)
{
    QSet<QString> twice;
    const auto named = byName(keys, twice);
    if (!twice.isEmpty())
        return namedTwice(*twice.cbegin());
    Plan plan;
    for (const Key &key : named)
        plan.keys.insert(key.name, settingsOf(key));
    for (const Alias &alias : aliases)
        plan.aliases.insert(alias.name, toldSettingsOf(alias));
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

using Entries = QMap<QString, Overlay::Entry>;

// `none` and `same`: what is said of an entry about nothing, and of two that get one name.
static Result<Declared> overlaidBy(
    const Declared &plan, const Entries &entries, const QString &none, const QString &same)
{
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
        if (!plan.contains(entry.key()))
            return fail(FailureKind::Input, none.arg(entry.key()));
    Declared out;
    for (auto each = plan.begin(); each != plan.end(); ++each) {
        const Overlay::Entry entry = entries.value(each.key());
        const QString name = entry.as.isEmpty() ? each.key() : entry.as;
        if (entry.absent)
            continue;
        if (out.contains(name))
            return fail(FailureKind::Input, same.arg(name));
        QJsonObject fields = each.value();
        for (auto field = entry.fields.begin(); field != entry.fields.end(); ++field)
            fields.insert(field.key(), field.value());
        out.insert(name, fields);
    }
    return out;
}

Result<Plan> overlaid(const Plan &plan, const Overlay &overlay)
{
    const auto keys = overlaidBy(plan.keys, overlay.keys, Words::tr("the plan has no key \"%1\""),
        Words::tr("two keys of the plan are named \"%1\" there"));
    if (!keys)
        return tl::unexpected<Failure>(keys.error());
    const auto aliases = overlaidBy(plan.aliases, overlay.aliases, Words::tr("the plan has no alias \"%1\""),
        Words::tr("two aliases of the plan are named \"%1\" there"));
    if (!aliases)
        return tl::unexpected<Failure>(aliases.error());
    return Plan{*keys, *aliases};
}

Result<PlanDiff> diffOf(
    const Plan &applied, const Plan &file, const QList<Key> &server, const QList<Alias> &serverAliases)
{
    QSet<QString> twice;
    const auto there = byName(server, twice);
    for (const QString &name : std::as_const(twice))
        if (file.keys.contains(name))
            return namedTwice(name);
    PlanDiff diff;
    Declared known = applied.keys;
    for (const QString &name : std::as_const(twice))
        known.remove(name); // which of them it was is not known
    diff.rows = rowsOf(known, file.keys, there, diff, diff.unmanaged);
    if (file.aliases.isEmpty() && applied.aliases.isEmpty())
        return diff;
    QMap<QString, Alias> aliases;
    for (const Alias &alias : serverAliases)
        aliases.insert(alias.name, alias);
    diff.rows += fallbacksFirst(rowsOf(applied.aliases, file.aliases, aliases, diff, diff.unmanagedAliases));
    return diff;
}

} // namespace changes
