// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"

// What stands in for a facet that the present adapter does not have: all of it is Unsupported. Main thread.
namespace workspace {

class NoKeys final : public gateway::Keys
{
public:
    Task<Result<gateway::Page<Key>>> after(QString) override
    {
        co_return fail(FailureKind::Unsupported, QStringLiteral("list keys"));
    }
    Task<Result<Key>> find(QString) override { co_return fail(FailureKind::Unsupported, QStringLiteral("find key")); }
};

class NoAliases final : public gateway::Aliases
{
public:
    Task<Result<QList<Alias>>> all() override
    {
        co_return fail(FailureKind::Unsupported, QStringLiteral("list aliases"));
    }
};

class NoUsage final : public gateway::UsageSource
{
public:
    Task<Result<gateway::UsagePage>> after(QString) override
    {
        co_return fail(FailureKind::Unsupported, QStringLiteral("usage rows"));
    }
};

class NoLimits final : public gateway::Limits
{
public:
    Task<Result<QList<Allowance>>> allowances() override
    {
        co_return fail(FailureKind::Unsupported, QStringLiteral("what is left to spend"));
    }
};

} // namespace workspace
