// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/openai_org/openai_org.h"
#include "gateway/openai_org/openai_org_api.h"
#include "net/endpoint.h"

using namespace Qt::StringLiterals;

namespace gateway::openai_org {

namespace {

const QString wrongKey =
    u"; an organization admin key (sk-admin-…) is needed here, a project's key works for calls only"_s;

Result<net::Exchange> answer(net::Exchange exchange, const Secret &sent)
{
    auto told = answerOf(std::move(exchange), sent);
    const bool refused =
        !told && (told.error().kind == FailureKind::Unauthorized || told.error().kind == FailureKind::Forbidden);
    if (refused)
        told.error().detail += wrongKey;
    return told;
}

const Manner manner{.answer = answer};

// ".../v1", however much of it the profile gives.
QUrl baseOf(const QUrl &dataUrl, const QUrl &adminUrl)
{
    const QUrl &url = adminUrl.isEmpty() ? dataUrl : adminUrl;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path.endsWith(u"/v1"_s) ? url : net::endpoint(url, u"v1"_s);
}

} // namespace

// One OpenAI organization. Owned by the workspace, main thread.
class OpenAiOrgAdmin final : public Admin
{
public:
    explicit OpenAiOrgAdmin(const Connection &c)
        : m_http(c.http, baseOf(c.dataUrl, c.adminUrl), c.adminSecret.isEmpty() ? c.dataSecret : c.adminSecret, manner)
    {}

    Features features() const override
    {
        return {Feature::ListKeys, Feature::DeleteKey, Feature::UsageTotals, Feature::Allowances};
    }
    Keys *keys() override { return &m_keys; }
    UsageSource *usage() override { return &m_usage; }
    Limits *limits() override { return &m_limits; }

    Task<Result<Identity>> identity() override
    {
        const net::Exchange answer = co_await orReturn(m_api.list(u"organization/projects"_s, 1, QString()));
        co_await orReturn(readProjects(answer.body));
        Identity identity;
        identity.kind = u"openai_org"_s;
        identity.evidence = u"GET /organization/projects lists projects"_s;
        co_return identity;
    }

    Task<Result<>> health() override
    {
        co_await orReturn(identity());
        co_return Result<>();
    }

private:
    Api m_http;
    OrgApi m_api{m_http};
    OrgKeys m_keys{m_api};
    OrgUsage m_usage{m_api};
    OrgLimits m_limits{m_api};
};

namespace {

QList<Place> places(const QUrl &dataUrl, const QUrl &adminUrl)
{
    QList<Place> all{
        {u"models"_s, net::endpoint(dataUrl, u"models"_s)}, {u"chat"_s, net::endpoint(dataUrl, u"chat/completions"_s)}};
    const QUrl base = baseOf(dataUrl, adminUrl);
    const QList<std::pair<QString, QString>> admin{{u"projects and keys"_s, u"organization/projects"_s},
        {u"usage"_s, u"organization/usage/completions"_s}, {u"costs"_s, u"organization/costs"_s},
        {u"spend limit"_s, u"organization/spend_limit"_s}};
    for (const auto &[what, path] : admin)
        all << Place{what, net::endpoint(base, path), true};
    return all;
}

} // namespace

const Adapter adapter{
    .id = "openai_org",
    .title = QT_TRANSLATE_NOOP("gateway", "OpenAI organization"),
    .needsAdminUrl = true,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<OpenAiOrgAdmin>(std::move(c)); },
    .recognise = nullptr, // whatever speaks OpenAI's API refuses in the same words
    .places = places,
};

} // namespace gateway::openai_org
