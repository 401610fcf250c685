// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/newapi/newapi.h"
#include "gateway/newapi/newapi_address.h"
#include "gateway/newapi/newapi_aliases.h"
#include "gateway/newapi/newapi_keys.h"
#include "gateway/newapi/newapi_limits.h"
#include "gateway/newapi/newapi_sign_in.h"
#include "gateway/newapi/newapi_usage.h"

using namespace Qt::StringLiterals;

namespace gateway::newapi {

namespace {

Identity identityOf(const Server &server)
{
    return Identity{u"newapi"_s, server.version, server.says()};
}

} // namespace

// A server of the New API / One API family. Which generation it is shows in its answers. Owned by the workspace, main thread.
class NewApiAdmin final : public Admin
{
public:
    explicit NewApiAdmin(const Connection &c) : m_session(c), m_aliases(m_session, c.clock) {}

    Features features() const override
    {
        return m_session.known() ? featuresOf(m_session.server(), m_session.owner()) : widest();
    }
    Keys *keys() override { return &m_keys; }
    Aliases *aliases() override { return &m_aliases; }
    UsageSource *usage() override { return &m_usage; }
    Limits *limits() override { return &m_limits; }

    Task<Result<Identity>> identity() override
    {
        co_await orReturn(m_session.lookAgain());
        Identity found = identityOf(m_session.server());
        found.userId = m_session.owner().id;
        co_return found;
    }

    Task<Result<>> health() override
    {
        co_await orReturn(m_session.status());
        co_return Result<>();
    }

private:
    Session m_session;
    NewApiKeys m_keys{m_session};
    NewApiAliases m_aliases;
    NewApiUsage m_usage{m_session};
    NewApiLimits m_limits{m_session, m_keys};
};

static bool aboutTheServer(const Failure &failure)
{
    return failure.kind == FailureKind::Decode || failure.kind == FailureKind::NotFound
        || failure.kind == FailureKind::Rejected || failure.kind == FailureKind::Unauthorized
        || failure.kind == FailureKind::Forbidden || failure.kind == FailureKind::Redirected;
}

static Task<Result<Identity>> recognised(net::Http &http, QUrl root)
{
    Api api(http, rootOf(root, QUrl()), Secret(), mannerOf(QString()));
    Call call{"GET", u"api/status"_s};
    call.patience = lifeSign;
    const auto answer = co_await api.ask(std::move(call));
    const auto server = answer ? readStatus(*answer) : Result<Server>(tl::unexpected<Failure>(answer.error()));
    if (server)
        co_return identityOf(*server);
    Failure failure = server.error();
    if (aboutTheServer(failure))
        failure.kind = FailureKind::NotAGateway;
    co_return tl::unexpected<Failure>(failure);
}

const Adapter adapter{
    .id = "newapi",
    .title = QT_TRANSLATE_NOOP("gateway", "New API, One API or Flatkey"),
    .needsAdminUrl = true, // it has a secret of its own; the address, if left out, follows from the other
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<NewApiAdmin>(std::move(c)); },
    .needsUserId = true,
    .recognise = recognised,
    .places = placesOf,
    .paces = {{{}, 180, std::chrono::seconds(180)}, {"critical", 20, std::chrono::seconds(1200)},
        {"search", 10, std::chrono::seconds(60)}},
    .keyForm = {.longestName = oldNameLimit, .address = KeyForm::Address::Header}, // contract, 403 access_denied
    .aliasForm = {.wholePrices = true, .channels = true},
    .signIns = &signIns,
};

} // namespace gateway::newapi
