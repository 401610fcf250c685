// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/run_task.h"
#include "workspace/current_admin.h"

using namespace Qt::StringLiterals;

// A gateway of which only its first answer tells that it has none of this.
class Bare final : public gateway::Admin
{
public:
    gateway::Features features() const override { return {}; }
    Task<Result<gateway::Identity>> identity() override { co_return gateway::Identity(); }
    Task<Result<>> health() override { co_return Result<>(); }
};

// Those who hold a facet of the present connection, while adapters come and go behind it.
class CurrentAdminTest : public QObject
{
    Q_OBJECT

private slots:
    void aFacetThatIsNotThereIsUnsupported()
    {
        workspace::CurrentAdmin admin(std::make_unique<Everything>());
        gateway::Keys *keys = admin.keys();
        gateway::Aliases *aliases = admin.aliases();
        gateway::UsageSource *usage = admin.usage();
        gateway::Limits *limits = admin.limits();
        QVERIFY(finished(keys->after({})) && finished(usage->after({})));
        QVERIFY(finished(aliases->all()) && finished(limits->allowances()));
        QCOMPARE(usage->overlap(), std::chrono::seconds(9));
        admin.use(std::make_unique<Bare>());
        QVERIFY(!admin.keys() && !admin.aliases() && !admin.usage() && !admin.limits());
        QVERIFY(unsupported(finished(keys->after({}))) && unsupported(finished(keys->find(u"1"_s))));
        QVERIFY(unsupported(finished(keys->named(u"a"_s))) && unsupported(finished(keys->create({}))));
        QVERIFY(unsupported(finished(aliases->all())) && unsupported(finished(aliases->write({}, {}))));
        QVERIFY(unsupported(finished(usage->after({}))) && unsupported(finished(usage->byRequest(u"1"_s))));
        QVERIFY(unsupported(finished(limits->allowances())));
        QCOMPARE(usage->overlap(), std::chrono::seconds(0));
        QVERIFY(usage->cursorAt(QDateTime()).isEmpty());
        admin.use(std::make_unique<Everything>());
        QVERIFY(finished(usage->after({})));
    }

    // It holds the secret of its connection.
    void theOneBeforeGoesWithItsLastCall()
    {
        bool gone = false;
        workspace::CurrentAdmin admin(std::make_unique<Mortal>(gone));
        gateway::Keys *keys = admin.keys();
        bool answered = false;
        TaskScope scope;
        scope.run(find(keys, answered));
        admin.use(std::make_unique<Bare>());
        QVERIFY(!gone); // a call is under way on it
        QTRY_VERIFY(answered);
        QTRY_VERIFY(gone);
        admin.use(std::make_unique<Mortal>(gone = false));
        admin.use(std::make_unique<Bare>());
        QVERIFY(gone);
    }

private:
    static Task<> find(gateway::Keys *keys, bool &answered)
    {
        const auto found = co_await keys->find(u"1"_s);
        answered = !found && found.error().kind == FailureKind::NotFound;
    }

    class Mortal final : public FakeAdmin
    {
    public:
        explicit Mortal(bool &gone) : m_gone(gone) {}
        ~Mortal() override { m_gone = true; }

    private:
        bool &m_gone;
    };

    template<typename T>
    static bool unsupported(const Result<T> &result)
    {
        return !result && result.error().kind == FailureKind::Unsupported && !result.error().detail.isEmpty();
    }

    class Everything final : public FakeAdmin
    {
    public:
        gateway::UsageSource *usage() override { return &m_usage; }
        gateway::Limits *limits() override { return &m_limits; }

    private:
        class Usage final : public gateway::UsageSource
        {
        public:
            Task<Result<gateway::UsagePage>> after(QString) override { co_return gateway::UsagePage(); }
            std::chrono::seconds overlap() const override { return std::chrono::seconds(9); }
        };
        class Limits final : public gateway::Limits
        {
        public:
            Task<Result<QList<Allowance>>> allowances() override { co_return QList<Allowance>(); }
        };
        Usage m_usage;
        Limits m_limits;
    };
};

QTEST_GUILESS_MAIN(CurrentAdminTest)
#include "tst_current_admin.moc"
