// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_probe.h"
#include "net/qt_http.h"
#include "workspace/call_file.h"
#include "workspace/http_options.h"

namespace workspace {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 5s; // of somebody who only wants to know what is there

// Who looks does not wait as long as a connection does whose work has to go on: a call of a lane counts in the general
// limit too, and waits no longer than `patience`.
class Passing final : public net::Http
{
public:
    explicit Passing(net::Http &http) : m_http(http) {}
    Task<net::Exchange> send(net::Request request) override
    {
        request.lane = "look";
        return m_http.send(std::move(request));
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override
    {
        return m_http.stream(std::move(request), std::move(onFrame));
    }

private:
    net::Http &m_http;
};

} // namespace

void ConnectionProbe::look(Profile draft, Secret clientKeyPass)
{
    m_looks.cancel();
    m_state.looking = true;
    m_state.detection.reset();
    announce();
    m_looks.run(lookTask(std::move(draft), std::move(clientKeyPass)));
}

Task<> ConnectionProbe::lookTask(Profile draft, Secret clientKeyPass)
{
    m_state.detection = co_await seen(std::move(draft), std::move(clientKeyPass));
    m_state.looking = false;
    announce();
}

Task<gateway::Detection> ConnectionProbe::seen(Profile draft, Secret clientKeyPass)
{
    net::QtHttp http(httpOptionsOf(draft, clientKeyPass));
    CallFile calls(m_calls, draft);
    net::PacedHttp paced(http, gateway::carefulPaces(), patience, &calls);
    Passing passing(paced);
    co_return co_await gateway::detect(passing, draft.dataUrl);
}

void ConnectionProbe::tryOut(Question question)
{
    m_trials.cancel();
    m_state.trying = true;
    m_state.lines.clear();
    announce();
    m_trials.run(tryTask(std::move(question)));
}

void ConnectionProbe::note(const gateway::TrialLine &line)
{
    m_state.lines << line;
    announce();
}

Task<> ConnectionProbe::tryTask(Question question)
{
    co_await tried(std::move(question));
    m_state.trying = false;
    announce();
}

Task<QList<gateway::TrialLine>> ConnectionProbe::tried(Question question)
{
    const Profile &profile = question.profile;
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    if (!adapter)
        co_return QList<gateway::TrialLine>();
    net::HttpOptions options = httpOptionsOf(profile, question.clientKeyPass);
    options.onlyCertificate = question.onlyCertificate;
    net::QtHttp http(options);
    CallFile calls(m_calls, profile);
    net::PacedHttp paced(http, adapter->paces, net::PacedHttp::usualPatience, &calls);
    gateway::Connection connection{
        profile.dataUrl, profile.adminUrl, question.adminKey, question.dataKey, profile.userId, paced, m_clock};
    const auto tell = [this](const gateway::TrialLine &line) { note(line); };
    co_return co_await gateway::tryOut(*adapter, std::move(connection), options, tell);
}

void ConnectionProbe::forgetTrial()
{
    m_trials.cancel();
    m_state.trying = false;
    m_state.lines.clear();
    announce();
}

void ConnectionProbe::stop()
{
    m_looks.cancel();
    m_trials.cancel();
    m_state.looking = false;
    m_state.trying = false;
    announce();
}

std::optional<gateway::Features> featuresOf(const Profile &draft, const Clock &clock)
{
    const gateway::Adapter *adapter = gateway::adapterOf(draft.kind);
    if (!adapter)
        return {};
    net::QtHttp http;
    const Secret any("with keys"); // some kinds offer less without
    return adapter->connect({draft.dataUrl, draft.adminUrl, any, any, draft.userId, http, clock})->features();
}

} // namespace workspace
