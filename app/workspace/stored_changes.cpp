// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/stored_changes.h"
#include "gateway/alias_json.h"
#include "store/key_json.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

std::optional<QJsonObject> jsonOf(const std::optional<Key> &key)
{
    return key ? std::optional(store::keyJson(*key)) : std::nullopt;
}

std::optional<Key> keyOf(const std::optional<QJsonObject> &object)
{
    return object ? std::optional(store::keyFrom(*object)) : std::nullopt;
}

// The value that has this name among `count` of them; the first when none has.
template<typename Value>
Value named(const QString &name, int count)
{
    for (int i = 0; i < count; ++i)
        if (changes::nameOf(Value(i)) == name)
            return Value(i);
    return Value();
}

std::optional<QJsonObject> jsonOf(const std::optional<Alias> &alias)
{
    return alias ? std::optional(gateway::aliasJson(*alias)) : std::nullopt;
}

std::optional<Alias> aliasOf(const std::optional<QJsonObject> &object)
{
    if (!object)
        return {};
    gateway::JsonReader row(*object, u"alias"_s);
    return gateway::readAlias(row);
}

using Json = std::optional<QJsonObject>;

changes::Edit editOf(const store::StepLine &line, const Json &before, const Json &after)
{
    if (line.object == u"alias"_s)
        return changes::AliasChange{aliasOf(before), aliasOf(after)};
    return changes::Change{keyOf(before), keyOf(after)};
}

changes::Step stepOf(const store::StepLine &line)
{
    changes::Step step;
    step.place = line.place;
    step.wanted = editOf(line, line.before, line.after);
    if (auto *key = std::get_if<changes::Change>(&step.wanted); key && line.rotationSeconds)
        key->rotation = std::chrono::seconds(*line.rotationSeconds);
    if (line.foundBefore || line.foundAfter)
        step.found = editOf(line, line.foundBefore, line.foundAfter);
    step.state = named<changes::StepState>(line.state, changes::stepStates);
    step.remark = named<changes::StepRemark>(line.remark, changes::stepRemarks);
    step.failure = line.failure;
    return step;
}

std::pair<Json, Json> statesOf(const changes::Edit &edit)
{
    return std::visit([](const auto &change) { return std::pair(jsonOf(change.before), jsonOf(change.after)); }, edit);
}

} // namespace

store::StepLine lineOf(const changes::Step &step)
{
    store::StepLine line;
    line.place = step.place;
    line.object = changes::objectOf(step.wanted);
    std::tie(line.before, line.after) = statesOf(step.wanted);
    if (const auto *key = std::get_if<changes::Change>(&step.wanted); key && key->rotation)
        line.rotationSeconds = key->rotation->count();
    if (step.found)
        std::tie(line.foundBefore, line.foundAfter) = statesOf(*step.found);
    line.state = changes::nameOf(step.state);
    line.remark = changes::nameOf(step.remark);
    line.failure = step.failure;
    return line;
}

store::SetLine lineOf(const changes::ChangeSet &set)
{
    store::SetLine line{set.id, set.profile, set.title, set.reason, set.by, set.created, changes::nameOf(set.state),
        set.interrupted, {}};
    for (const changes::Step &step : set.steps)
        line.steps << lineOf(step);
    return line;
}

changes::ChangeSet setOf(const store::SetLine &line)
{
    changes::ChangeSet set{line.id, line.profile, line.title, line.reason, line.by, line.created,
        named<changes::SetState>(line.state, changes::setStates), line.left, {}};
    for (const store::StepLine &step : line.steps)
        set.steps << stepOf(step);
    return set;
}

changes::SetSummary summaryOf(const store::SetHead &head)
{
    return {setOf(head.line), head.steps, head.done, head.failed};
}

Task<Result<>> StoredKeeper::keep(qint64 set, changes::Step step)
{
    const auto write = [set, line = lineOf(step), now = m_clock.now()](
                           sql::Database &db) { return store::keepStep(db, set, line, now); };
    co_return co_await m_store.write(write);
}

Task<Result<>> StoredKeeper::end(qint64 set, changes::SetState state)
{
    const auto write = [set, name = changes::nameOf(state), now = m_clock.now()](
                           sql::Database &db) { return store::endSet(db, set, name, now); };
    co_return co_await m_store.write(write);
}

} // namespace workspace
