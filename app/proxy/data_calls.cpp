// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/data_plane.h"
#include "proxy/json_out.h"
#include "proxy/scripted/model.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::int64_t defaultOutputBound = 4096;

int orElse(int own, int usual)
{
    return own > 0 ? own : usual;
}

RouteTimes timesOf(const RouteConfig &route, const Limits &limits)
{
    const RouteTimes &own = route.times;
    return {orElse(own.connectMs, limits.connectMs), orElse(own.firstByteMs, limits.silenceMs),
        orElse(own.idleMs, limits.silenceMs), orElse(own.totalMs, limits.totalMs)};
}

} // namespace

Answer DataPlane::chat(const Request &request, Call &call)
{
    call.scan = scanBody(request.body, request.size, request.capacity);
    if (const std::optional<Refusal> refusal = admit(request, call))
        return refused(call, *refusal);
    m_retries.earn();
    const RouteConfig *pinned = call.pinned.empty() ? nullptr : routeNamed(*call.alias, call.pinned);
    const RouteConfig *first = pinned ? pinned : nextRoute(*call.alias, m_health, call.tried, steadyMs());
    return route(request, call, *first);
}

std::optional<Refusal> DataPlane::admit(const Request &request, Call &call)
{
    const BodyScan &scan = call.scan;
    if (!scan.valid)
        return refuse::badBody(scan.problem);
    if (scan.models > 1)
        return refuse::modelTwice();
    if (scan.modelLength == 0 && (scan.models > 0 || request.xModel.empty()))
        return refuse::modelMissing();
    call.row.streamed = scan.stream;
    return admitAlias(request, call, scan.model);
}

// x-model names an alias that is called instead, or one route of the body's alias.
std::optional<Refusal> DataPlane::admitAlias(const Request &request, Call &call, const std::string &model)
{
    std::string name = model;
    if (!request.xModel.empty()) {
        const std::shared_ptr<Alias> own = m_catalog.alias(model);
        const bool aRoute = own && routeNamed(*own, request.xModel);
        (aRoute ? call.pinned : name) = request.xModel;
    }
    call.row.alias = name;
    call.alias = m_catalog.alias(name);
    if (!call.alias)
        return refuse::unknownModel(name);
    if (!call.key->mayUse(name))
        return refuse::modelNotAllowed(name);
    return {};
}

Answer DataPlane::route(const Request &request, Call &call, const RouteConfig &chosen)
{
    call.route = chosen; // a copy: the alias may be edited while the call runs
    call.times = timesOf(chosen, m_limits);
    call.tried.push_back(chosen);
    call.attemptUs = steadyMicros();
    call.routed = true;
    call.row.upstream = chosen.upstream;
    call.row.model = chosen.model;
    call.price = chosen.price ? chosen.price : call.alias->config.price;
    call.row.priceDate = call.price && !call.price->date.empty() ? std::optional(call.price->date) : std::nullopt;
    m_health.began(chosen, steadyMs());
    const UpstreamConfig *upstream = m_catalog.upstream(chosen.upstream);
    const bool scripted = upstream && upstream->kind == UpstreamKind::Scripted;
    if (!upstream || (scripted && !scripted::scenarioOf(chosen.model)))
        return refused(call, refuse::badRoute(*call.row.alias, chosen.upstream + '/' + chosen.model));
    return scripted ? ask(request, call) : forward(*upstream, request, call);
}

Answer DataPlane::ask(const Request &request, Call &call)
{
    const scripted::Scenario *scenario = scripted::scenarioOf(*call.row.model);
    const std::string id = "chatcmpl-" + m_idStart.substr(4) + std::to_string(10'000'000 + ++m_lastId);
    scripted::Question question{
        *scenario, *call.row.alias, id, call.row.ts / 1'000'000, call.scan, readPrompt({request.body, request.size})};
    scripted::Script script = scripted::answer(question);
    call.promptTokens = script.bound.input.value_or(0);
    if (const std::optional<Refusal> refusal = reserve(call, script.bound))
        return refused(call, *refusal);
    return script;
}

Answer DataPlane::forward(const UpstreamConfig &upstream, const Request &request, Call &call)
{
    const BodyScan &scan = call.scan;
    call.promptTokens = std::int64_t(request.size) / 3 + 16;
    const std::int64_t choices = std::clamp<std::int64_t>(scan.choices, 1, 128);
    const std::int64_t output = std::clamp<std::int64_t>(scan.maxTokens.value_or(defaultOutputBound), 0, 10'000'000);
    if (const std::optional<Refusal> refusal = reserve(call, {call.promptTokens, output * choices, {}, {}}))
        return refused(call, *refusal);
    if (scan.models > 0)
        return Forward{&upstream, quoted(call.route.model), scan.modelStart, scan.modelLength};
    const std::string member = "\"model\":" + quoted(call.route.model) + (scan.empty ? "" : ",");
    return Forward{&upstream, member, scan.firstMember, 0};
}

std::optional<Refusal> DataPlane::reserve(Call &call, const Tokens &bound)
{
    const std::int64_t nanos = costOf(bound, call.price).value_or(0);
    if (const BudgetLine *line = call.key->ledger.reserve(nanos, call.row.ts)) {
        const bool spent = line->spent() >= line->budget().nanos;
        return spent ? refuse::capSpent(line->budget().window) : refuse::capHeld(line->budget().window);
    }
    call.reserved = nanos;
    call.holds = true;
    return {};
}

std::optional<Answer> DataPlane::another(const Request &request, Call &call, int status, const char *errorClass)
{
    const std::int64_t took = (steadyMicros() - call.attemptUs) / 1000;
    call.routed = false;
    if (!failsOver(status)) {
        m_health.answered(call.route, took);
        return {};
    }
    m_health.failed(call.route, steadyMs());
    const RouteConfig *next = call.pinned.empty() && int(call.tried.size()) < m_limits.mostAttempts
        ? nextRoute(*call.alias, m_health, call.tried, steadyMs())
        : nullptr;
    if (!next || !m_retries.take())
        return {};
    call.chain.push_back({call.route.upstream, call.route.model, status, errorClass ? errorClass : "", took});
    if (call.holds)
        settle(call, 0); // nothing was answered: nothing is owed
    call.meter = {};
    call.row.errorClass.reset();
    call.row.firstByteMs.reset();
    return route(request, call, *next);
}

} // namespace proxy
