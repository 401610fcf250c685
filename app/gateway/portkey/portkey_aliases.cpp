// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/portkey/portkey_aliases.h"
#include "base/or_return.h"
#include "gateway/model_list.h"

using namespace Qt::StringLiterals;

namespace gateway::portkey {

namespace {

constexpr int mostPages = 50;

// A part that this key's scopes, or this plan, do not have.
bool withheld(const Failure &failure)
{
    return failure.kind == FailureKind::Forbidden || failure.kind == FailureKind::NotFound
        || failure.kind == FailureKind::Unsupported;
}

bool isOf(const Alias &alias, const QString &provider)
{
    return std::ranges::any_of(alias.routes, [&provider](const Route &route) { return route.upstream == provider; });
}

} // namespace

Task<Result<QStringList>> PortkeyAliases::slugs(QString path)
{
    QStringList all;
    for (int number = 0; number < mostPages; ++number) {
        Call call{"GET", path};
        call.query.addQueryItem(u"page_size"_s, QString::number(keysPerPage));
        call.query.addQueryItem(u"current_page"_s, QString::number(number));
        if (!m_workspace.isEmpty())
            call.query.addQueryItem(u"workspace_id"_s, Api::encoded(m_workspace));
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        const SlugPage page = co_await orReturn(readSlugs(answer.body, path));
        const qsizetype before = all.size();
        all += page.slugs;
        all.removeDuplicates(); // one that knows no pages gives the same again
        if (page.slugs.isEmpty() || all.size() == before || all.size() >= page.total)
            break;
    }
    co_return all;
}

Task<Result<QList<Alias>>> PortkeyAliases::all()
{
    const auto providers = co_await slugs(u"providers"_s);
    if (!providers && !withheld(providers.error()))
        co_return tl::unexpected<Failure>(providers.error());
    const auto programs = co_await slugs(u"configs"_s);
    if (!programs && (!providers || !withheld(programs.error())))
        co_return tl::unexpected<Failure>(programs.error());
    QList<Alias> found = co_await orReturn(configs(programs.value_or(QStringList())));
    found += co_await orReturn(models(providers.value_or(QStringList())));
    co_return found;
}

Task<Result<QList<Alias>>> PortkeyAliases::configs(QStringList slugs)
{
    QList<Alias> found;
    for (const QString &slug : slugs) {
        Call call{"GET", u"configs/"_s + Api::encoded(slug)};
        const net::Exchange answer = co_await orReturn(m_api.ask(std::move(call)));
        found << co_await orReturn(readConfig(answer.body, slug));
    }
    co_return found;
}

Task<Result<QList<Alias>>> PortkeyAliases::models(QStringList providers)
{
    QList<Alias> found;
    if (m_data) {
        const auto listed = co_await listedModels(*m_data, Call().patience);
        if (!listed && listed.error().worthRetrying())
            co_return tl::unexpected<Failure>(listed.error());
        for (const Alias &model : listed.value_or(QList<Alias>()))
            found << aliasOfModel(model.name);
    }
    for (const QString &provider : providers) {
        const bool listed = std::ranges::any_of(found, [&](const Alias &alias) { return isOf(alias, provider); });
        Alias bare;
        bare.name = u'@' + provider;
        if (!listed)
            found << bare;
    }
    co_return found;
}

} // namespace gateway::portkey
