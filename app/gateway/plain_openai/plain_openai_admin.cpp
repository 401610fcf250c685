// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/or_return.h"
#include "gateway/api.h"
#include "gateway/facets.h"
#include "gateway/model_list.h"
#include "gateway/plain_openai/plain_openai.h"

using namespace Qt::StringLiterals;

namespace gateway::plain_openai {

// Any gateway that speaks OpenAI's API to its callers; nothing is known of its administration. Main thread.
class PlainOpenAiAdmin final : public Admin, public Aliases
{
public:
    explicit PlainOpenAiAdmin(Connection c, Manner manner = {})
        : m_api(c.http, c.dataUrl, std::move(c.dataSecret), std::move(manner))
    {}

    Features features() const override { return {Feature::ListAliases}; }
    Aliases *aliases() override { return this; }

    Task<Result<QList<Alias>>> all() override { return listedModels(m_api, Call().patience); }

    Task<Result<Identity>> identity() override
    {
        co_await orReturn(all());
        Identity identity;
        identity.kind = u"plain_openai"_s;
        identity.evidence = u"GET /models lists models"_s;
        co_return identity;
    }

    Task<Result<>> health() override
    {
        co_await orReturn(listedModels(m_api, lifeSign));
        co_return Result<>();
    }

private:
    Api m_api;
};

std::unique_ptr<Admin> callerIn(Connection connection, Manner manner)
{
    return std::make_unique<PlainOpenAiAdmin>(std::move(connection), std::move(manner));
}

const Adapter adapter{
    .id = "plain_openai",
    .title = QT_TRANSLATE_NOOP("gateway", "OpenAI-compatible gateway"),
    .needsAdminUrl = false,
    .connect = [](Connection c) -> std::unique_ptr<Admin> { return std::make_unique<PlainOpenAiAdmin>(std::move(c)); },
};

} // namespace gateway::plain_openai
