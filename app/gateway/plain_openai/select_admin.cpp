// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "domain/select.h"
#include "gateway/facets.h"
#include "gateway/model_list.h"
#include "gateway/plain_openai/plain_openai.h"
#include "net/endpoint.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway::plain_openai {

static constexpr int methodNotAllowed = 405;

static Alias smart()
{
    Alias alias;
    alias.name = selectax::smartAlias;
    return alias;
}

static bool listsSmart(const QList<Alias> &aliases)
{
    return std::ranges::any_of(aliases, [](const Alias &alias) { return alias.name == selectax::smartAlias; });
}

// What says that it is Select; empty: nothing does.
static QString signOf(const QString &host, const QList<Alias> &models)
{
    if (selectax::isItsHost(host))
        return u"the host is %1"_s.arg(host);
    return listsSmart(models) ? u"GET /models lists %1"_s.arg(selectax::smartAlias) : QString();
}

// Select: known by its caller's key only, no administration. Main thread.
class SelectAdmin final : public Admin, public Aliases
{
public:
    explicit SelectAdmin(Connection c) : m_host(c.dataUrl.host()), m_api(c.http, c.dataUrl, std::move(c.dataSecret)) {}

    Features features() const override { return {Feature::ListAliases}; }
    Aliases *aliases() override { return this; }

    Task<Result<QList<Alias>>> all() override { return known(Call().patience); }

    // A model list is not promised: without one, the smart alias is what is documented.
    Task<Result<QList<Alias>>> known(std::chrono::milliseconds patience)
    {
        auto listed = co_await listedModels(m_api, patience);
        const bool none = !listed && (listed.error().kind == FailureKind::NotFound || isRefusedMethod(listed.error()));
        if (none)
            listed = QList<Alias>(1, smart());
        co_return listed;
    }

    Task<Result<Identity>> identity() override
    {
        const QList<Alias> models = co_await orReturn(all());
        Identity identity;
        identity.kind = selectax::kind;
        identity.evidence = signOf(m_host, models);
        if (identity.evidence.isEmpty())
            identity.evidence =
                u"chosen by hand; GET /models lists models, %1 not among them"_s.arg(selectax::smartAlias);
        co_return identity;
    }

    Task<Result<>> health() override
    {
        co_await orReturn(known(lifeSign));
        co_return Result<>();
    }

private:
    static bool isRefusedMethod(const Failure &failure) { return failure.httpStatus == methodNotAllowed; }

    QString m_host;
    Api m_api;
};

static Task<Result<Identity>> recognise(net::Http &http, QUrl root)
{
    Identity identity;
    identity.kind = selectax::kind;
    identity.evidence = signOf(root.host(), {});
    if (!identity.evidence.isEmpty())
        co_return identity;
    Api api(http, net::endpoint(root, u"v1"_s), {});
    const QList<Alias> models = co_await orReturn(listedModels(api, lifeSign));
    identity.evidence = signOf(root.host(), models);
    if (identity.evidence.isEmpty())
        co_return fail(
            FailureKind::NotAGateway, u"not Select's host, and no %1 among the models"_s.arg(selectax::smartAlias));
    co_return identity;
}

static QList<Place> places(const QUrl &dataUrl, const QUrl &)
{
    return {{u"models"_s, net::endpoint(dataUrl, u"models"_s), false},
        {u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s), false},
        {u"messages"_s, net::endpoint(dataUrl, u"messages"_s), false}};
}

const Adapter selectAdapter{
    .id = "select",
    .title = QT_TRANSLATE_NOOP("gateway", "Select (OpenAI-compatible)"),
    .needsAdminUrl = false,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<SelectAdmin>(std::move(c)); },
    .recognise = recognise,
    .places = places,
};

} // namespace gateway::plain_openai
