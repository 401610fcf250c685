// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/data_plane.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"
#include "proxy/scripted/model.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::size_t mostEvents = 10'000;
constexpr std::int64_t defaultOutputBound = 4096;

// The path without /v1 and without a slash at the end.
std::string_view shortPath(std::string_view path)
{
    if (path.starts_with("/v1/"))
        path.remove_prefix(3);
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

bool usableId(std::string_view id)
{
    return !id.empty() && id.size() <= 128 && std::ranges::all_of(id, [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string_view keyTextOf(const Request &request)
{
    if (const std::string_view bearer = request.bearer(); !bearer.empty())
        return bearer;
    return request.xApiKey.empty() ? request.apiKey : request.xApiKey;
}

// Enough to know which key was meant, not enough to use it.
std::string masked(std::string_view key)
{
    if (key.size() < 16)
        return "****";
    return std::string(key.substr(0, 4)) + "****" + std::string(key.substr(key.size() - 4));
}

std::string modelJson(const Alias &alias)
{
    JsonOut out;
    out.open('{').text("id", alias.config.name).text("object", "model").number("created", std::int64_t(1767225600));
    return out.text("owned_by", alias.config.routes.front().upstream).close('}').take();
}

} // namespace

std::int64_t Call::elapsedMs() const
{
    return (steadyMicros() - startUs) / 1000;
}

DataPlane::DataPlane(Catalog &catalog, Journal &journal)
    : m_catalog(catalog), m_journal(journal), m_idStart("req_" + randomText(12))
{}

Call DataPlane::begin(const Request &request)
{
    Call call;
    ++m_requests;
    call.requestId = usableId(request.clientRequestId) ? std::string(request.clientRequestId)
                                                       : m_idStart + std::to_string(10'000'000 + ++m_lastId);
    call.method = request.method;
    call.path = request.path();
    call.startUs = request.startUs;
    call.row.requestId = call.requestId;
    call.row.ts = request.arrivedUs;
    return call;
}

Answer DataPlane::decide(const Request &request, Call &call)
{
    const std::string_view path = shortPath(request.path());
    const bool listing = request.method == "GET" && (path == "/models" || path.starts_with("/models/"));
    const bool chatting = request.method == "POST" && path == "/chat/completions";
    call.recorded = chatting;
    if (!listing && !chatting)
        return refused(call, refuse::unknownUrl(call.method, call.path));
    if (const std::optional<Refusal> refusal = authorize(request, call))
        return refused(call, *refusal);
    return listing ? models(request, call, path.substr(7)) : chat(request, call);
}

std::optional<Refusal> DataPlane::authorize(const Request &request, Call &call)
{
    const std::string_view text = keyTextOf(request);
    if (text.empty())
        return refuse::noKey();
    call.key = m_catalog.keyOf(digestOf(text));
    if (!call.key)
        return refuse::wrongKey(masked(text));
    const KeySettings &settings = call.key->settings;
    call.row.keyId = call.key->id;
    call.row.key = settings.name;
    if (!settings.enabled)
        return refuse::disabledKey(settings.name);
    if (call.key->expiredAt(request.arrivedUs))
        return refuse::expiredKey(settings.name, *settings.expiresUs);
    call.key->lastUsedUs = request.arrivedUs;
    return {};
}

Answer DataPlane::models(const Request &, Call &call, std::string_view rest)
{
    if (!rest.empty()) {
        const std::string name = percentDecoded(rest.substr(1));
        const std::shared_ptr<Alias> alias = m_catalog.alias(name);
        if (!alias || !call.key->mayUse(name))
            return refused(call, refuse::unknownModel(name));
        return Reply{200, modelJson(*alias)};
    }
    JsonOut out;
    out.open('{').text("object", "list").key("data").open('[');
    for (const std::shared_ptr<Alias> &alias : m_catalog.aliases()) {
        if (call.key->mayUse(alias->config.name))
            out.raw(modelJson(*alias));
    }
    return Reply{200, out.close(']').close('}').take()};
}

Answer DataPlane::chat(const Request &request, Call &call)
{
    const BodyScan scan = scanBody(request.body, request.size, request.capacity);
    std::shared_ptr<Alias> alias;
    if (const std::optional<Refusal> refusal = admit(scan, call, alias))
        return refused(call, *refusal);
    return route(request, scan, call, *alias);
}

std::optional<Refusal> DataPlane::admit(const BodyScan &scan, Call &call, std::shared_ptr<Alias> &alias)
{
    if (!scan.valid)
        return refuse::badBody(scan.problem);
    if (scan.models == 0)
        return refuse::modelMissing();
    if (scan.models > 1)
        return refuse::modelTwice();
    if (scan.modelLength == 0)
        return refuse::modelMissing();
    call.row.alias = scan.model;
    call.row.streamed = scan.stream;
    alias = m_catalog.alias(scan.model);
    if (!alias)
        return refuse::unknownModel(scan.model);
    if (!call.key->mayUse(scan.model))
        return refuse::modelNotAllowed(scan.model);
    call.price = alias->config.price;
    if (call.price && !call.price->date.empty())
        call.row.priceDate = call.price->date;
    return {};
}

Answer DataPlane::route(const Request &request, const BodyScan &scan, Call &call, Alias &alias)
{
    const RouteConfig &route = nextRoute(alias);
    call.row.upstream = route.upstream;
    call.row.model = route.model;
    const UpstreamConfig *upstream = m_catalog.upstream(route.upstream);
    const bool scripted = upstream && upstream->kind == UpstreamKind::Scripted;
    if (!upstream || (scripted && !scripted::scenarioOf(route.model)))
        return refused(call, refuse::badRoute(*call.row.alias, route.upstream + '/' + route.model));
    return scripted ? ask(request, scan, call) : forward(*upstream, scan, call, request.size);
}

Answer DataPlane::ask(const Request &request, const BodyScan &scan, Call &call)
{
    const scripted::Scenario *scenario = scripted::scenarioOf(*call.row.model);
    const std::string id = "chatcmpl-" + m_idStart.substr(4) + std::to_string(10'000'000 + ++m_lastId);
    scripted::Question question{
        *scenario, *call.row.alias, id, call.row.ts / 1'000'000, scan, readPrompt({request.body, request.size})};
    scripted::Script script = scripted::answer(question);
    call.promptTokens = script.bound.input.value_or(0);
    if (const std::optional<Refusal> refusal = reserve(call, script.bound))
        return refused(call, *refusal);
    return script;
}

Answer DataPlane::forward(const UpstreamConfig &upstream, const BodyScan &scan, Call &call, std::size_t bytes)
{
    call.promptTokens = std::int64_t(bytes) / 3 + 16;
    const std::int64_t choices = std::clamp<std::int64_t>(scan.choices, 1, 128);
    const std::int64_t output = std::clamp<std::int64_t>(scan.maxTokens.value_or(defaultOutputBound), 0, 10'000'000);
    if (const std::optional<Refusal> refusal = reserve(call, {call.promptTokens, output * choices, {}, {}}))
        return refused(call, *refusal);
    return Forward{&upstream, quoted(*call.row.model), scan.modelStart, scan.modelLength};
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

Reply DataPlane::refused(Call &call, const Refusal &refusal)
{
    call.row.status = refusal.status;
    call.row.costNanos = 0;
    broken(call, refusal.status >= 500 ? Ended::Error : Ended::Refused, refusal.errorClass);
    return {refusal.status, envelope(refusal)};
}

void DataPlane::answered(Call &call, const Tokens &tokens)
{
    call.row.tokens = tokens;
    call.row.costNanos = call.row.status >= 400 ? 0 : costOf(call.row.tokens, call.price);
    call.row.ended = call.meter.ended();
    if (call.meter.errorClass())
        call.row.errorClass = call.meter.errorClass();
}

void DataPlane::broken(Call &call, Ended ended, const char *errorClass)
{
    call.row.ended = ended;
    call.row.errorClass = errorClass ? std::optional<std::string>(errorClass) : std::nullopt;
}

std::int64_t DataPlane::charge(const Call &call) const
{
    if (call.row.costNanos)
        return *call.row.costNanos;
    const Tokens estimate{call.promptTokens, call.meter.seenTokens(), {}, {}};
    return costOf(estimate, call.price).value_or(0);
}

void DataPlane::finish(Call &call)
{
    call.row.firstTokenMs = call.meter.firstTokenMs();
    call.row.totalMs = call.elapsedMs();
    if (call.holds) {
        call.row.chargedNanos = charge(call);
        call.key->ledger.settle(call.reserved, call.row.chargedNanos, call.row.ts);
        call.holds = false;
    }
    event(call);
    if (call.recorded)
        m_journal.add(call.row);
}

void DataPlane::event(const Call &call)
{
    // Nobody reads a log that fast; the rows have them all.
    if (m_events.size() >= mostEvents)
        return;
    const UsageRow &row = call.row;
    const auto text = [](const std::optional<std::string> &value) { return value.value_or(std::string()); };
    Event event{row.ts, row.requestId, call.method, call.path, text(row.key), text(row.alias), text(row.upstream),
        text(row.model), row.status, text(row.errorClass), nameOf(row.ended), row.streamed, row.tokens.input,
        row.tokens.output, row.costNanos, row.firstTokenMs, row.totalMs};
    m_events.push_back(std::move(event));
}

} // namespace proxy
