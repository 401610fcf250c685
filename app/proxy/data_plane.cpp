// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/data_plane.h"
#include "proxy/clock.h"
#include "proxy/json_out.h"
#include "proxy/key_standing.h"
#include "proxy/models_json.h"
#include <algorithm>

namespace proxy {

namespace {

constexpr std::size_t mostEvents = 100; // between two readings

bool usableId(std::string_view id)
{
    return !id.empty() && id.size() <= 128 && std::ranges::all_of(id, [](char c) { return c > 0x20 && c < 0x7f; });
}

// Where the SDKs of the three families put a key; in the query it is never logged.
std::string_view keyTextOf(const Request &request, std::string &ofQuery)
{
    for (const std::string_view text : {request.bearer(), request.xApiKey, request.apiKey, request.xGoogApiKey}) {
        if (!text.empty())
            return text;
    }
    if (!request.query().empty())
        ofQuery = queryValue(request.query(), "key");
    return ofQuery;
}

// Enough to know which key was meant, not enough to use it.
std::string masked(std::string_view key)
{
    if (key.size() < 16)
        return "****";
    return std::string(key.substr(0, 4)) + "****" + std::string(key.substr(key.size() - 4));
}

std::vector<std::pair<std::string, std::string>> retryHeaders(const Refusal &refusal)
{
    if (!refusal.retryMs)
        return refusal.status == 429 ? std::vector<std::pair<std::string, std::string>>{{"x-should-retry", "false"}}
                                     : std::vector<std::pair<std::string, std::string>>();
    return {{"retry-after", std::to_string((*refusal.retryMs + 999) / 1000)},
        {"retry-after-ms", std::to_string(*refusal.retryMs)}};
}

std::string chainJson(const std::vector<Attempt> &chain)
{
    JsonOut out;
    out.open('[');
    for (const Attempt &one : chain) {
        out.open('{').text("upstream", one.upstream).text("model", one.model);
        out.number("status", std::int64_t(one.status)).text("error_class", one.errorClass);
        out.number("ms", one.ms).close('}');
    }
    return out.close(']').take();
}

// What counts against the tokens a minute: as told, or an estimate where the answer tells none.
std::int64_t tokensOf(const Call &call)
{
    if (call.row.status >= 400)
        return 0;
    const Tokens &told = call.row.tokens;
    return told.input.value_or(call.promptTokens) + told.output.value_or(call.meter.seenTokens());
}

} // namespace

std::int64_t Call::elapsedMs() const
{
    return (steadyMicros() - startUs) / 1000;
}

DataPlane::DataPlane(Catalog &catalog, Journal &journal, const Limits &limits)
    : m_catalog(catalog)
    , m_journal(journal)
    , m_limits(limits)
    , m_health(limits)
    , m_retries(limits.retryPercent, limits.retryBurst)
    , m_idStart("req_" + randomText(12))
{}

Call DataPlane::begin(const Request &request)
{
    Call call;
    ++m_requests;
    call.row.requestId = usableId(request.clientRequestId) ? std::string(request.clientRequestId)
                                                           : m_idStart + std::to_string(10'000'000 + ++m_lastId);
    call.method = request.method;
    call.path = request.path();
    call.endpoint = endpointOf(request.method, request.path());
    call.skin = skinOf(call.endpoint, request);
    call.startUs = request.startUs;
    call.row.ts = request.arrivedUs;
    return call;
}

Answer DataPlane::decide(const Request &request, Call &call)
{
    const Family family = call.endpoint.family;
    call.row.family = nameOf(family);
    if (family == Family::Other)
        return refused(call, refuse::unknownUrl(std::string(call.method), std::string(call.path)));
    if (const std::optional<Refusal> refusal = authorize(request, call))
        return refused(call, *refusal);
    if (family == Family::Key)
        return free(call, Reply{200, standingJson(*call.key, request.arrivedUs)});
    return family == Family::Models ? models(call) : generate(request, call);
}

std::optional<Refusal> DataPlane::authorize(const Request &request, Call &call)
{
    std::string ofQuery;
    const std::string_view text = keyTextOf(request, ofQuery);
    if (text.empty())
        return refuse::noKey();
    const Digest given = request.secrets ? request.secrets->of(text) : digestOf(text);
    call.key = m_catalog.keyOf(given);
    const std::string shown = call.key ? std::string() : masked(text);
    wipe(ofQuery);
    if (!call.key)
        return refuse::wrongKey(shown);
    const KeySettings &settings = call.key->settings;
    call.row.keyId = call.key->id;
    call.row.key = settings.name;
    call.row.owner = call.key->owner;
    call.row.previousSecret = !(given == call.key->digest);
    if (!settings.enabled)
        return refuse::disabledKey(settings.name);
    if (call.row.previousSecret && !call.key->accepts(given, request.arrivedUs))
        return refuse::replacedSecret(settings.name, call.key->previous->untilUs);
    if (call.key->expiredAt(request.arrivedUs))
        return refuse::expiredKey(settings.name, *settings.expiresUs);
    if (!call.key->mayComeFrom(request.peer))
        return refuse::addressNotAllowed();
    if (!call.key->mayCall(call.row.family))
        return refuse::familyNotAllowed(call.row.family);
    call.key->lastUsedUs = request.arrivedUs;
    if (call.row.previousSecret)
        call.key->previous->lastUsedUs = request.arrivedUs;
    return {};
}

// An answer that costs nothing.
Reply DataPlane::free(Call &call, Reply reply)
{
    call.row.costNanos = 0;
    return reply;
}

Answer DataPlane::models(Call &call)
{
    const std::string &name = call.endpoint.model;
    if (!name.empty()) {
        const std::shared_ptr<Alias> alias = m_catalog.alias(name);
        if (!alias || !call.key->mayUse(name))
            return refused(call, refuse::unknownModel(name));
        return free(call, Reply{200, modelJson(alias->config, call.skin)});
    }
    std::vector<const AliasConfig *> allowed;
    for (const std::shared_ptr<Alias> &alias : m_catalog.aliases()) {
        if (call.key->mayUse(alias->config.name))
            allowed.push_back(&alias->config);
    }
    return free(call, Reply{200, modelsJson(allowed, call.skin)});
}

Reply DataPlane::refused(Call &call, const Refusal &given)
{
    Refusal refusal = given;
    if (call.skin == Family::Gemini && refusal.errorClass == std::string_view("auth") && !call.route) {
        refusal.status = 400; // as Google says it
        refusal.message = "API key not valid. " + refusal.message;
    }
    call.row.status = refusal.status;
    call.row.costNanos = 0;
    broken(call, refusal.status >= 500 ? Ended::Error : Ended::Refused, refusal.errorClass);
    return {
        refusal.status, envelope(refusal, call.skin, call.row.requestId), "application/json", retryHeaders(refusal)};
}

void DataPlane::answered(Call &call, const Tokens &tokens)
{
    call.row.tokens = tokens;
    const bool vectors = call.endpoint.family == Family::Embeddings || call.endpoint.embedding;
    if (vectors && tokens.input && !tokens.output)
        call.row.tokens.output = 0; // there is nothing to tell
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

void DataPlane::settle(Call &call, std::int64_t nanos, std::int64_t tokens)
{
    Key &key = *call.key;
    call.row.chargedNanos = nanos;
    key.ledger.settle(call.reserved, nanos, call.row.ts);
    key.throttle.end(call.tokenBound, tokens, steadyMicros());
    call.holds = false;
    for (const std::function<void()> &wake : key.waiting)
        wake();
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
    if (call.routed)
        m_health.abandoned(*call.route);
    if (call.holds)
        settle(call, charge(call), tokensOf(call));
    call.row.attempts = call.attempts;
    const Family family = call.endpoint.family;
    if (call.endpoint.counting || family >= Family::Models)
        call.row.unit = "requests";
    if (!call.chain.empty())
        call.row.chain = chainJson(call.chain);
    m_refused += call.row.ended == Ended::Refused;
    event(call);
    m_journal.add(call.row);
}

void DataPlane::event(const Call &call)
{
    // Nobody reads a log that fast; the rows have them all.
    if (!m_eventsWanted || m_events.size() >= mostEvents)
        return;
    const UsageRow &row = call.row;
    const auto text = [](const std::optional<std::string> &value) { return value.value_or(std::string()); };
    Event event{row.ts, row.requestId, std::string(call.method), std::string(call.path), text(row.key), text(row.alias),
        text(row.upstream), text(row.model), row.status, text(row.errorClass), nameOf(row.ended), row.streamed,
        row.tokens.input, row.tokens.output, row.costNanos, row.firstTokenMs, row.totalMs};
    m_events.push_back(std::move(event));
}

} // namespace proxy
