// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"
#include "workspace/no_facets.h"
#include <memory>

namespace workspace {

// The adapter of the present connection. A new one takes its place when URLs or secrets changed (the embedded gateway was
// started again, the vault was locked); those who hold facets of this one notice nothing. The one before goes, with its
// secrets, when the last of its calls has ended. A facet that turns out not to be there (a kind learns that from its
// gateway) answers Unsupported. Main thread.
class CurrentAdmin final : public gateway::Admin
{
public:
    explicit CurrentAdmin(std::unique_ptr<gateway::Admin> first) { use(std::move(first)); }

    void use(std::unique_ptr<gateway::Admin> next) { m_now = std::move(next); }

    gateway::Features features() const override { return now().features(); }
    Task<Result<gateway::Identity>> identity() override { return held(now().identity()); }
    Task<Result<>> health() override { return held(now().health()); }
    gateway::Keys *keys() override { return now().keys() ? &m_keys : nullptr; }
    gateway::Aliases *aliases() override { return now().aliases() ? &m_aliases : nullptr; }
    gateway::UsageSource *usage() override { return now().usage() ? &m_usage : nullptr; }
    gateway::Limits *limits() override { return now().limits() ? &m_limits : nullptr; }

private:
    gateway::Admin &now() const { return *m_now; }
    // The call, with the admin that it goes to.
    template<typename T>
    Task<T> held(Task<T> call) const
    {
        return heldBy(m_now, std::move(call));
    }
    template<typename T>
    static Task<T> heldBy([[maybe_unused]] std::shared_ptr<gateway::Admin> admin, Task<T> call) // the call goes first
    {
        co_return co_await std::move(call);
    }
    template<typename Facet, typename None>
    static Facet &orNone(Facet *facet, None &none)
    {
        return facet ? *facet : none;
    }

    class KeysNow final : public gateway::Keys
    {
    public:
        explicit KeysNow(CurrentAdmin &admin) : m_admin(admin) {}
        Task<Result<gateway::Page<Key>>> after(QString cursor) override
        {
            return m_admin.held(now().after(std::move(cursor)));
        }
        Task<Result<Key>> find(QString id) override { return m_admin.held(now().find(std::move(id))); }
        Task<Result<QList<Key>>> named(QString name) override { return m_admin.held(now().named(std::move(name))); }
        Task<Result<gateway::IssuedKey>> create(Key wanted) override
        {
            return m_admin.held(now().create(std::move(wanted)));
        }
        Task<Result<>> write(Key before, Key after) override
        {
            return m_admin.held(now().write(std::move(before), std::move(after)));
        }
        Task<Result<>> remove(Key key) override { return m_admin.held(now().remove(std::move(key))); }
        Task<Result<gateway::IssuedKey>> rotate(Key key, std::chrono::seconds overlap) override
        {
            return m_admin.held(now().rotate(std::move(key), overlap));
        }
        Task<Result<Secret>> secretOf(Key key) override { return m_admin.held(now().secretOf(std::move(key))); }

    private:
        gateway::Keys &now() { return orNone(m_admin.now().keys(), m_none); }
        CurrentAdmin &m_admin;
        NoKeys m_none;
    };
    class AliasesNow final : public gateway::Aliases
    {
    public:
        explicit AliasesNow(CurrentAdmin &admin) : m_admin(admin) {}
        Task<Result<QList<Alias>>> all() override { return m_admin.held(now().all()); }
        Task<Result<>> write(Alias before, Alias after) override
        {
            return m_admin.held(now().write(std::move(before), std::move(after)));
        }
        Task<Result<QList<gateway::UpstreamModels>>> upstreamModels() override { return now().upstreamModels(); }

    private:
        gateway::Aliases &now() { return orNone(m_admin.now().aliases(), m_none); }
        CurrentAdmin &m_admin;
        NoAliases m_none;
    };
    class UsageNow final : public gateway::UsageSource
    {
    public:
        explicit UsageNow(CurrentAdmin &admin) : m_admin(admin) {}
        Task<Result<gateway::UsagePage>> after(QString cursor) override
        {
            return m_admin.held(now().after(std::move(cursor)));
        }
        Task<Result<UsageRecord>> byRequest(QString id) override
        {
            return m_admin.held(now().byRequest(std::move(id)));
        }
        Task<Result<gateway::UsageTotals>> totals(QDateTime from, QDateTime to) override
        {
            return m_admin.held(now().totals(std::move(from), std::move(to)));
        }
        Task<Result<gateway::UsageTotals>> totalsOf(gateway::TotalsPart part, QDateTime from, QDateTime to) override
        {
            return now().totalsOf(std::move(part), std::move(from), std::move(to));
        }
        std::chrono::seconds overlap() const override { return now().overlap(); }
        std::chrono::seconds secondLook() const override { return now().secondLook(); }
        QString cursorAt(const QDateTime &at) const override { return now().cursorAt(at); }

    private:
        const gateway::UsageSource &now() const
        {
            return orNone<const gateway::UsageSource>(m_admin.now().usage(), m_none);
        }
        gateway::UsageSource &now() { return orNone(m_admin.now().usage(), m_none); }
        CurrentAdmin &m_admin;
        NoUsage m_none;
    };

    class LimitsNow final : public gateway::Limits
    {
    public:
        explicit LimitsNow(CurrentAdmin &admin) : m_admin(admin) {}
        Task<Result<QList<Allowance>>> allowances() override
        {
            return m_admin.held(orNone(m_admin.now().limits(), m_none).allowances());
        }

    private:
        CurrentAdmin &m_admin;
        NoLimits m_none;
    };

    std::shared_ptr<gateway::Admin> m_now;
    KeysNow m_keys{*this};
    AliasesNow m_aliases{*this};
    UsageNow m_usage{*this};
    LimitsNow m_limits{*this};
};

} // namespace workspace
