// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/concerns.h"
#include "changes/judge.h"
#include "changes/words.h"
#include "domain/network.h"
#include "gateway/key_support.h"
#include <algorithm>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace changes {

namespace {

// Collects what is to be said about one step.
struct Said
{
    QList<Concern> &all;
    int place;

    void block(const QString &field, const QString &text) { all << Concern{place, true, field, text}; }
    void warn(const QString &field, const QString &text) { all << Concern{place, false, field, text}; }
};

bool isBegun(const Step &step)
{
    return step.found || step.state == StepState::Doing;
}

// What a step that was begun has made is not in its own way.
bool isTaken(const QString &name, const Change &change, const Step &step, const Ground &ground)
{
    return !isBegun(step) && std::ranges::any_of(ground.keys, [&](const Key &key) {
        return key.name == name && (!change.before || key.id != change.before->id);
    });
}

void judgeName(Said &said, const Change &change, const Step &step, const ChangeSet &set, const Ground &ground)
{
    const QString name = change.after->name;
    const auto frees = [&name](const Step &other) { return nameFreedBy(other.wanted) == name; };
    const bool changed = !change.before || change.before->name != name;
    const auto wanting =
        std::ranges::count_if(set.steps, [&name](const Step &other) { return nameTakenBy(other.wanted) == name; });
    if (name.trimmed().isEmpty())
        said.block(u"name"_s, Words::tr("A key needs a name."));
    else if (ground.form.longestName > 0 && name.toUtf8().size() > ground.form.longestName)
        said.block(u"name"_s,
            Words::tr("The name is longer than the %n byte(s) this gateway keeps.", nullptr, ground.form.longestName));
    else if (changed && wanting > 1)
        said.block(u"name"_s, Words::tr("Two changes of this set want the name \"%1\".").arg(name));
    else if (changed && isTaken(name, change, step, ground) && std::ranges::none_of(set.steps, frees))
        said.warn(u"name"_s, Words::tr("There was a key named \"%1\" when the keys were last listed.").arg(name));
}

void judgeScope(Said &said, const Key &key, const Ground &ground)
{
    for (const QString &alias : key.aliases)
        if (!ground.aliases.isEmpty() && std::ranges::find(ground.aliases, alias, &Alias::name) == ground.aliases.end())
            said.warn(u"aliases"_s, Words::tr("The gateway lists no alias \"%1\".").arg(alias));
    if (key.aliases.isEmpty() && ground.features.has(gateway::Feature::ModelScope))
        said.warn(u"aliases"_s, Words::tr("No alias is named, so the key may call every one."));
    for (const QString &network : key.networks)
        if (!isNetwork(network))
            said.block(u"networks"_s, Words::tr("\"%1\" is no address or network.").arg(network));
}

void judgeLimits(Said &said, const Key &key, const Ground &ground)
{
    static const QRegularExpression known(u"^(lifetime|day|week|month|[1-9][0-9]{0,3}h)$"_s);
    QSet<QString> windows;
    for (const Budget &budget : key.budgets) {
        if (budget.nanos <= 0)
            said.block(u"budgets"_s, Words::tr("A budget must be above zero."));
        if (!known.match(budget.window).hasMatch())
            said.block(u"budgets"_s, Words::tr("\"%1\" is no window of a budget.").arg(budget.window));
        if (windows.contains(budget.window))
            said.block(u"budgets"_s, Words::tr("There are two budgets for the window \"%1\".").arg(budget.window));
        if (budget.nanos % ground.form.budgetStepNanos != 0)
            said.block(u"budgets"_s, Words::tr("This gateway cannot hold a budget this exactly."));
        windows << budget.window;
    }
    if (key.expiresAt && *key.expiresAt <= ground.now && key.enabled)
        said.warn(u"expires_at"_s, Words::tr("The expiry has passed, so the key is refused at once."));
}

// What somebody else did since it was prepared, as far as the keys were listed after that. Applying looks again.
void judgeMeanwhile(Said &said, const Change &change, const Step &step, const ChangeSet &set, const Ground &ground)
{
    if (!change.before || isBegun(step) || !ground.keysAt || *ground.keysAt <= set.created)
        return;
    const auto now = std::ranges::find(ground.keys, change.before->id, &Key::id);
    if (now == ground.keys.end())
        return said.warn({}, Words::tr("The gateway lists this key no more, so applying will stop here."));
    const QStringList fields = differences(*change.before, *now);
    if (!fields.isEmpty())
        said.warn(fields.first(),
            Words::tr("It was changed on the gateway since it was staged (%1), so applying will stop here: take it "
                      "out of the set and stage it again.")
                .arg(fields.join(u", "_s)));
}

void judge(Said &said, const Change &change, const Step &step, const ChangeSet &set, const Ground &ground)
{
    using gateway::Feature;
    const Feature needed = !change.before ? Feature::CreateKey : change.after ? Feature::ListKeys : Feature::DeleteKey;
    if (!ground.features.has(change.rotation ? Feature::RotateKey : needed))
        said.block({}, Words::tr("This gateway does not offer it."));
    judgeMeanwhile(said, change, step, set, ground);
    if (change.rotation)
        said.warn(u"secret"_s, Words::tr("A rotation cannot be taken back."));
    if (const QString text = servedOn(change, ground.form); !text.isEmpty())
        said.warn({}, text);
    if (!change.after)
        return said.warn({}, Words::tr("A deleted key can be made again, but its secret and its id do not come back."));
    judgeName(said, change, step, set, ground);
    const auto fields = fieldsOf(change);
    if (!change.before || fields.contains(u"aliases"_s) || fields.contains(u"networks"_s))
        judgeScope(said, *change.after, ground);
    if (!change.before || fields.contains(u"budgets"_s) || fields.contains(u"expires_at"_s))
        judgeLimits(said, *change.after, ground);
    if (const auto held = gateway::writable(change.before.value_or(Key()), *change.after, ground.features); !held)
        said.block({}, Words::tr("This gateway cannot hold it: %1.").arg(held.error().detail));
}

// What the catalog as last seen says of where an alias leads.
void judgeAlias(Said &said, const Alias &alias, const ChangeSet &set, const Ground &ground)
{
    const auto listed = [&](const QString &name) {
        const auto makes = [&name](const Step &step) { return nameTakenBy(step.wanted) == name; };
        return ground.aliases.isEmpty() || std::ranges::find(ground.aliases, name, &Alias::name) != ground.aliases.end()
            || std::ranges::any_of(set.steps, makes);
    };
    if (alias.name.trimmed().isEmpty())
        said.block(u"name"_s, Words::tr("An alias needs a name."));
    if (alias.routes.isEmpty())
        said.block(u"routes"_s, Words::tr("An alias needs a route."));
    if (alias.fallbacks.contains(alias.name))
        said.block(u"fallbacks"_s, Words::tr("An alias cannot fall back on itself."));
    for (const QString &fallback : alias.fallbacks)
        if (!listed(fallback))
            said.warn(u"fallbacks"_s, Words::tr("The gateway lists no alias \"%1\".").arg(fallback));
    if (!alias.price.inputNanos && !alias.price.outputNanos && ground.features.has(gateway::Feature::AliasPrices))
        said.warn(u"price"_s,
            Words::tr("Without a price the cost of its calls stays unknown; the New API family refuses them."));
}

// Keys that are made for this alias alone, and aliases that fall back on it.
void judgeRemoval(Said &said, const Alias &alias, const Ground &ground)
{
    for (const Alias &other : ground.aliases)
        if (other.fallbacks.contains(alias.name))
            said.warn(u"fallbacks"_s, Words::tr("The alias \"%1\" falls back on it.").arg(other.name));
    const auto named =
        std::ranges::count_if(ground.keys, [&alias](const Key &key) { return key.aliases.contains(alias.name); });
    if (named > 0)
        said.warn({}, Words::tr("%n key(s) name it in their scope.", nullptr, int(named)));
}

void judge(Said &said, const AliasChange &change, const Step &, const ChangeSet &set, const Ground &ground)
{
    if (!ground.features.has(gateway::Feature::EditAliases))
        said.block({}, Words::tr("This gateway does not offer it."));
    if (!change.after)
        return judgeRemoval(said, *change.before, ground);
    if (change.before && change.before->name != change.after->name)
        said.block(u"name"_s, Words::tr("An alias keeps its name: make another one, and remove this one later."));
    judgeAlias(said, *change.after, set, ground);
}

bool waits(const Step &step)
{
    return step.state != StepState::Done && step.state != StepState::Undone && step.state != StepState::Kept;
}

} // namespace

QString servedOn(const Change &change, const gateway::KeyForm &form)
{
    const bool ends = change.before && change.before->enabled && !(change.after && change.after->enabled);
    if (!ends || form.servedForSeconds == 0)
        return {};
    return Words::tr("Where the gateway has several workers, the others may serve the key for another %n second(s).",
        nullptr, form.servedForSeconds);
}

QList<Concern> concernsOf(const ChangeSet &set, const Ground &ground)
{
    QList<Concern> all;
    for (const Step &step : set.steps) {
        Said said{all, step.place};
        if (waits(step))
            std::visit([&](const auto &change) { judge(said, change, step, set, ground); }, step.wanted);
    }
    return all;
}

Result<> mayApply(const ChangeSet &set, const Ground &ground)
{
    for (const Concern &concern : concernsOf(set, ground))
        if (concern.blocks)
            return fail(FailureKind::Input, Words::tr("step %1: %2").arg(concern.place).arg(concern.text));
    return orderOf(set).map([](const QList<qsizetype> &) {});
}

} // namespace changes
