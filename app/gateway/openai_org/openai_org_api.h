// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "gateway/api.h"
#include "gateway/openai_org/openai_org_wire.h"

namespace gateway::openai_org {

// The API of one organization under its admin key. Part of the Admin, main thread.
class OrgApi
{
public:
    explicit OrgApi(Api &api) : m_api(api) {}

    Task<Result<net::Exchange>> list(QString path, int limit, QString after, QUrlQuery more = {});
    Task<Result<net::Exchange>> ask(Call call) { return m_api.ask(std::move(call)); }
    Task<Result<QList<Project>>> projects(); // live ones, all pages

private:
    Api &m_api;
};

// The keys of its projects, project by project. Cursor: "PROJECT BEFORE/LAST KEY". Part of the Admin, main thread.
class OrgKeys final : public Keys
{
public:
    explicit OrgKeys(OrgApi &api) : m_api(api) {}
    Task<Result<Page<Key>>> after(QString cursor) override;
    Task<Result<Key>> find(QString id) override;
    Task<Result<>> remove(Key key) override;

private:
    OrgApi &m_api;
};

// Its sums. Part of the Admin, main thread.
class OrgUsage final : public UsageSource
{
public:
    explicit OrgUsage(OrgApi &api) : m_api(api) {}
    Task<Result<UsagePage>> after(QString cursor) override;
    Task<Result<UsageTotals>> totals(QDateTime from, QDateTime to) override;
    Task<Result<UsageTotals>> totalsOf(TotalsPart part, QDateTime from, QDateTime to) override;

private:
    using AddPage = Result<QString> (*)(const QByteArray &, UsageTotals &);
    struct Sum // one kind of them
    {
        QString path;
        int buckets; // the most a page may hold
        AddPage addPage;
    };
    Task<Result<UsageTotals>> added(Sum sum, TotalsPart part, UsageTotals totals);

    OrgApi &m_api;
};

// Its spend limit, and the spend and rate limits of its projects. Part of the Admin, main thread.
class OrgLimits final : public Limits
{
public:
    explicit OrgLimits(OrgApi &api) : m_api(api) {}
    Task<Result<QList<Allowance>>> allowances() override;

private:
    Task<Result<QList<Allowance>>> spendLimit(QString path, std::optional<Project> project); // empty: none is set
    Task<Result<QList<Allowance>>> ratesOf(Project project);

    OrgApi &m_api;
};

} // namespace gateway::openai_org
