// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/trial.h"
#include "gateway/caller.h"
#include "gateway/facets.h"
#include "net/reach.h"
#include <QElapsedTimer>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

// One test on its way. Lives in its coroutine.
class Trial final
{
public:
    Trial(const Adapter &adapter, Connection connection, net::HttpOptions options,
        std::function<void(const TrialLine &)> tell)
        : m_adapter(adapter)
        , m_connection(std::move(connection))
        , m_options(std::move(options))
        , m_tell(std::move(tell))
        , m_admin(m_adapter.connect(m_connection))
    {}

    Task<QList<TrialLine>> run()
    {
        const QUrl data = m_connection.dataUrl;
        const QUrl admin = m_connection.adminUrl;
        const bool apart = !admin.isEmpty() && admin.authority() != data.authority();
        const QUrl first = admin.isEmpty() ? data : admin;
        const bool adminThere = co_await wayTo(first);
        bool dataThere = adminThere;
        if (apart)
            dataThere = co_await wayTo(data);
        if (adminThere)
            co_await adminPlane();
        if (dataThere)
            co_await dataPlane();
        co_return m_lines;
    }

private:
    void note(const TrialLine &line)
    {
        m_lines << line;
        if (m_tell)
            m_tell(line);
    }

    Task<bool> wayTo(QUrl url)
    {
        const net::Reach reach = co_await net::reach(url, m_options);
        noteWay(url, reach);
        co_return !reach.failure;
    }

    void noteWay(const QUrl &url, const net::Reach &reach)
    {
        const auto failed = [&reach](net::Reach::Step step) {
            return reach.failure && reach.failedAt == step ? reach.failure : std::nullopt;
        };
        if (reach.nameMs)
            note({TrialStep::Name, url.host(), reach.nameMs, reach.addresses, failed(net::Reach::Name)});
        if (reach.connectMs)
            note({TrialStep::Connect, url.host(), reach.connectMs, {reach.proxy}, failed(net::Reach::Connect)});
        if (reach.encryptMs || failed(net::Reach::Encrypt)) {
            QStringList facts;
            if (reach.tls)
                facts << reach.tls->protocol << reach.tls->expires.date().toString(Qt::ISODate);
            note({TrialStep::Encrypt, url.host(), reach.encryptMs, facts, failed(net::Reach::Encrypt)});
        }
    }

    template<typename Value>
    Task<Result<Value>> timed(TrialStep step, Task<Result<Value>> task, QStringList (*facts)(const Value &))
    {
        QElapsedTimer clock;
        clock.start();
        Result<Value> result = co_await std::move(task);
        TrialLine line{step, {}, clock.elapsed(), {}, {}};
        if (result)
            line.found = facts(*result);
        else
            noteRefusal(line, result.error());
        note(line);
        co_return result;
    }

    static void noteRefusal(TrialLine &line, const Failure &failure)
    {
        line.skipped = failure.kind == FailureKind::Unsupported;
        if (line.skipped)
            line.why = failure.detail;
        else
            line.failure = failure;
    }

    void skip(TrialStep step) { note({step, {}, {}, {}, {}, true}); }
    bool declares(Feature feature) const { return m_admin->features().has(feature); }

    Task<> adminPlane()
    {
        const bool hasPlane = m_admin->keys() || m_admin->usage() || m_admin->limits();
        if (!hasPlane || m_connection.adminSecret.isEmpty()) {
            skip(TrialStep::AdminSignIn);
            co_return;
        }
        const auto identity =
            co_await timed<Identity>(TrialStep::AdminSignIn, m_admin->identity(), [](const Identity &id) {
                return QStringList{id.kind, id.version, id.evidence};
            });
        if (!identity)
            co_return;
        co_await askKeys();
        co_await askUsage();
    }

    Task<> askKeys()
    {
        if (m_admin->keys() && declares(Feature::ListKeys))
            co_await timed<Page<Key>>(TrialStep::Keys, m_admin->keys()->after({}), countOf<Key>);
        else
            skip(TrialStep::Keys);
    }

    Task<> askUsage()
    {
        if (m_admin->usage() && declares(Feature::UsageRows))
            co_await timed<UsagePage>(TrialStep::Usage, m_admin->usage()->after({}),
                [](const UsagePage &page) { return QStringList{QString::number(page.rows.size())}; });
        else
            skip(TrialStep::Usage);
    }

    template<typename Row>
    static QStringList countOf(const Page<Row> &page)
    {
        return {QString::number(page.rows.size()), page.next.isEmpty() ? QString() : u"more"_s};
    }

    Task<> dataPlane()
    {
        if (m_connection.dataSecret.isEmpty() && !m_connection.adminSecret.isEmpty()) {
            skip(TrialStep::DataSignIn);
            co_return;
        }
        const auto caller = callerWith(m_connection.dataSecret);
        const auto there = co_await timed<QList<Alias>>(
            TrialStep::DataSignIn, caller->aliases()->all(), [](const QList<Alias> &) { return QStringList(); });
        if (!there)
            co_return;
        const auto stranger = callerWith(Secret());
        const auto open = co_await stranger->aliases()->all();
        note({TrialStep::Models, {}, m_lines.last().ms,
            {QString::number(there->size()), open ? u"public"_s : QString()}, {}});
    }

    std::unique_ptr<Admin> callerWith(Secret secret) const
    {
        Connection caller = m_connection;
        caller.dataSecret = std::move(secret);
        return callerOf(m_adapter, std::move(caller));
    }

    const Adapter &m_adapter;
    Connection m_connection;
    net::HttpOptions m_options;
    std::function<void(const TrialLine &)> m_tell;
    std::unique_ptr<Admin> m_admin;
    QList<TrialLine> m_lines;
};

} // namespace

Task<QList<TrialLine>> tryOut(const Adapter &adapter, Connection connection, net::HttpOptions options,
    std::function<void(const TrialLine &)> tell)
{
    Trial trial(adapter, std::move(connection), std::move(options), std::move(tell));
    co_return co_await trial.run();
}

} // namespace gateway
