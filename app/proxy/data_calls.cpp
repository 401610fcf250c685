// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/clock.h"
#include "proxy/data_plane.h"
#include "proxy/json_out.h"
#include "proxy/scripted/model.h"
#include "proxy/scripted/prompts.h"
#include <algorithm>
#include <charconv>

namespace proxy {

namespace {

constexpr std::int64_t defaultOutputBound = 4096;

int orElse(int own, int usual)
{
    return own > 0 ? own : usual;
}

// -1: the client does not count.
std::int64_t retriesOf(const Request &request)
{
    std::int64_t count = -1;
    std::from_chars(request.retryCount.data(), request.retryCount.data() + request.retryCount.size(), count);
    return count;
}

RouteTimes timesOf(const RouteConfig &route, const Limits &limits)
{
    const RouteTimes &own = route.times;
    return {orElse(own.connectMs, limits.connectMs), orElse(own.firstByteMs, limits.silenceMs),
        orElse(own.idleMs, limits.silenceMs), orElse(own.totalMs, limits.totalMs)};
}

} // namespace

Answer DataPlane::generate(const Request &request, Call &call)
{
    call.scan = scanBody(request.body, request.size, request.capacity);
    if (const std::optional<Refusal> refusal = admit(request, call))
        return refused(call, *refusal);
    if (call.endpoint.counting)
        return counted(request, call);
    m_retries.earn();
    const RouteConfig *pinned = call.pinned.empty() ? nullptr : routeNamed(*call.alias, call.pinned);
    const RouteConfig *first = pinned ? pinned : next(call);
    if (!first || !call.key->mayGoTo(first->upstream)) {
        const bool mayGo = !first && std::ranges::any_of(call.alias->config.routes, [&call](const RouteConfig &one) {
            return call.key->mayGoTo(one.upstream);
        });
        return refused(call,
            mayGo ? refuse::familyNotServed(*call.row.alias, call.row.family)
                  : refuse::upstreamNotAllowed(*call.row.alias));
    }
    return route(request, call, *first);
}

std::optional<Refusal> DataPlane::admit(const Request &request, Call &call)
{
    const BodyScan &scan = call.scan;
    if (!scan.valid)
        return refuse::badBody(scan.problem);
    if (call.endpoint.family == Family::Gemini) {
        call.scan.stream = call.endpoint.streams;
        call.row.streamed = call.endpoint.streams;
        return admitAlias(request, call, call.endpoint.model);
    }
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
    const std::vector<std::string> &families = call.alias->config.families;
    if (!families.empty() && std::ranges::find(families, call.row.family) == families.end())
        return refuse::familyNotServed(name, call.row.family);
    return {};
}

const RouteConfig *DataPlane::next(Call &call)
{
    const auto allowed = [this, &call](const RouteConfig &route) {
        const UpstreamConfig *upstream = m_catalog.upstream(route.upstream);
        return call.key->mayGoTo(route.upstream) && (!upstream || speaks(upstream->kind, call.endpoint.family));
    };
    return nextRoute(*call.alias, m_health, {call.tried, allowed}, steadyMs());
}

Answer DataPlane::route(const Request &request, Call &call, const RouteConfig &chosen)
{
    call.route = &chosen; // an edit of the alias makes another one
    call.times = timesOf(chosen, m_limits);
    ++call.attempts;
    call.attemptUs = steadyMicros();
    call.routed = true;
    call.row.upstream = chosen.upstream;
    call.row.model = chosen.model;
    call.price = priceOf(*call.alias, chosen);
    call.row.priceDate = call.price && !call.price->date.empty() ? std::optional(call.price->date) : std::nullopt;
    m_health.began(chosen, steadyMs());
    return attempt(request, call);
}

Answer DataPlane::again(const Request &request, Call &call)
{
    return attempt(request, call);
}

Answer DataPlane::attempt(const Request &request, Call &call)
{
    const RouteConfig &chosen = *call.route;
    const UpstreamConfig *upstream = m_catalog.upstream(chosen.upstream);
    const bool scripted = upstream && upstream->kind == UpstreamKind::Scripted;
    if (!upstream || (scripted && !scripted::scenarioOf(chosen.model)))
        return refused(call, refuse::badRoute(*call.row.alias, chosen.upstream + '/' + chosen.model));
    if (!speaks(upstream->kind, call.endpoint.family)) // asked for by x-model
        return refused(call, refuse::familyNotServed(*call.row.alias, call.row.family));
    return scripted ? ask(request, call) : forward(*upstream, request, call);
}

Answer DataPlane::ask(const Request &request, Call &call)
{
    const std::optional<scripted::Prompt> prompt =
        scripted::promptOf(call.endpoint.family, {request.body, request.size});
    if (!prompt)
        return refused(call, refuse::badBody("We could not parse the JSON body of your request."));
    const std::string id = "chatcmpl-" + m_idStart.substr(4) + std::to_string(10'000'000 + ++m_lastId);
    const scripted::Question question{*scripted::scenarioOf(*call.row.model), *call.row.alias, id,
        call.row.ts / 1'000'000, call.scan, *prompt, call.endpoint, call.row.requestId,
        queryValue(request.query(), "alt") == "sse", retriesOf(request)};
    if (const std::optional<Refusal> problem = scripted::problemOf(question))
        return refused(call, *problem);
    scripted::Script script = scripted::answer(question);
    call.promptTokens = script.bound.input.value_or(0);
    if (const std::optional<Refusal> refusal = reserve(call, script.bound))
        return heldOrRefused(call, *refusal);
    return script;
}

Answer DataPlane::forward(const UpstreamConfig &upstream, const Request &request, Call &call)
{
    const BodyScan &scan = call.scan;
    call.promptTokens = std::int64_t(request.size) / 3 + 16;
    const std::int64_t choices = std::clamp<std::int64_t>(scan.choices, 1, 128);
    const bool writes = call.endpoint.family != Family::Embeddings && !call.endpoint.embedding;
    const std::int64_t output =
        writes ? std::clamp<std::int64_t>(scan.maxTokens.value_or(defaultOutputBound), 0, 10'000'000) : 0;
    if (const std::optional<Refusal> refusal = reserve(call, {call.promptTokens, output * choices, {}, {}}))
        return heldOrRefused(call, *refusal);
    Forward forward{&upstream, upstreamPath(call.endpoint), {}, {}, 0, 0};
    if (call.endpoint.family == Family::Gemini)
        forward.ownPath = geminiPath(call.endpoint, call.route->model);
    if (call.endpoint.embedding) { // the model is in the path and in the body
        forward.model = withGeminiModel(request.body, request.size, request.capacity, "models/" + call.route->model);
        forward.modelLength = request.size;
    }
    if (call.endpoint.family == Family::Gemini)
        return forward; // the model is in the path
    forward.model = quoted(call.route->model);
    forward.modelStart = scan.modelStart;
    forward.modelLength = scan.modelLength;
    if (scan.models == 0) {
        forward.model = "\"model\":" + forward.model + (scan.empty ? "" : ",");
        forward.modelStart = scan.firstMember;
        forward.modelLength = 0;
    }
    return forward;
}

// Tokens by the gateway's own rule of thumb: a counting call is answered here and costs nothing.
Reply DataPlane::counted(const Request &request, Call &call)
{
    const std::optional<scripted::Prompt> prompt =
        scripted::promptOf(call.endpoint.family, {request.body, request.size});
    if (!prompt)
        return refused(call, refuse::badBody("We could not parse the JSON body of your request."));
    if (const std::optional<Refusal> problem = scripted::problemOf(*prompt))
        return refused(call, *problem);
    const char *name = call.endpoint.family == Family::Gemini ? "totalTokens" : "input_tokens";
    JsonOut out;
    out.open('{').number(name, scripted::inputTokens(*prompt)).close('}');
    return free(call, Reply{200, out.take()});
}

// Money, rates and a place among the running calls: all of them or none. Nothing waits in here, so no call comes between.
std::optional<Refusal> DataPlane::reserve(Call &call, const Tokens &bound)
{
    const std::int64_t tokens = bound.input.value_or(0) + bound.output.value_or(0);
    const std::int64_t nanos = costOf(bound, call.price).value_or(0);
    const std::int64_t now = call.row.ts;
    if (const BudgetLine *line = call.key->ledger.reserve(nanos, now)) {
        const std::string &window = line->budget().window;
        const std::optional<std::int64_t> end = line->windowEnd(now);
        if (line->spent() >= line->capAt(now))
            return refuse::capSpent(window, end ? std::optional((*end - now) / 1000) : std::nullopt);
        return refuse::capHeld(window, nanos <= line->capAt(now) - line->spent());
    }
    call.reserved = nanos;
    if (const std::optional<Refusal> refusal = takeRate(call, tokens)) {
        call.key->ledger.settle(nanos, 0, now);
        return refusal;
    }
    call.tokenBound = tokens;
    call.holds = true;
    return {};
}

std::optional<Refusal> DataPlane::takeRate(Call &call, std::int64_t tokens)
{
    Throttle &throttle = call.key->throttle;
    const RateLimits &rates = call.key->settings.rates;
    const Throttle::Verdict verdict = throttle.begin(tokens, steadyMicros());
    const std::int64_t waitMs = verdict.waitUs / 1000 + 1;
    switch (verdict.bound) {
    case Throttle::Bound::None:
        break;
    case Throttle::Bound::Requests:
        return refuse::tooManyRequests(rates.requestsPerMinute, waitMs);
    case Throttle::Bound::Tokens:
        return refuse::tooManyTokens(rates.tokensPerMinute, waitMs);
    case Throttle::Bound::Parallel:
        return refuse::tooManyAtOnce(rates.parallel);
    case Throttle::Bound::TooLarge:
        return refuse::tokensNeverFit(rates.tokensPerMinute, tokens);
    }
    return {};
}

// A key's calls wait for room as long as its operator says.
Answer DataPlane::heldOrRefused(Call &call, const Refusal &refusal)
{
    const std::int64_t now = steadyMs();
    if (call.patientUntilMs == 0)
        call.patientUntilMs = now + call.key->settings.waitMs;
    const std::int64_t left = call.patientUntilMs - now;
    if (!refusal.mayWait || left <= 0)
        return refused(call, refusal);
    const bool clockOnly = refusal.retryMs && refusal.errorClass == std::string_view("rate_limit");
    return Held{refusal, clockOnly ? std::min(left, std::max<std::int64_t>(1, *refusal.retryMs)) : left};
}

std::optional<Answer> DataPlane::another(const Request &request, Call &call, int status, const char *errorClass)
{
    const std::int64_t took = (steadyMicros() - call.attemptUs) / 1000;
    call.routed = false;
    if (!failsOver(status)) {
        m_health.answered(*call.route, took);
        return {};
    }
    m_health.failed(*call.route, steadyMs(), errorClass);
    call.tried.push_back(call.route);
    const RouteConfig *other = call.pinned.empty() && call.attempts < m_limits.mostAttempts ? next(call) : nullptr;
    if (!other || !m_retries.take())
        return {};
    call.chain.push_back({call.route->upstream, call.route->model, status, errorClass ? errorClass : "", took});
    if (call.holds)
        settle(call, 0, 0); // nothing was answered: nothing is owed
    call.meter = {};
    call.row.errorClass.reset();
    call.row.firstByteMs.reset();
    return route(request, call, *other);
}

} // namespace proxy
