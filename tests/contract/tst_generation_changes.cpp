// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes/key_steps.h"
#include "contract/generation_suite.h"
#include "fakes/fake_admin.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using changes::Change;
using changes::SetState;
using changes::StepState;
using contract::Feature;
using contract::LiveGateway;

namespace {

// Keeps nothing: what these sets are is in the hands of the test.
class NoKeeper final : public changes::Keeper
{
public:
    Task<Result<>> keep(qint64, changes::Step) override { co_return Result<>(); }
    Task<Result<>> end(qint64, SetState) override { co_return Result<>(); }
};

// A server that answers a write as it answered the same write before, and changes nothing.
class IgnoringHttp final : public net::Http
{
public:
    explicit IgnoringHttp(net::Http &http) : m_http(http) {}
    Task<net::Exchange> send(net::Request request) override
    {
        const QString call = QString::fromLatin1(request.method) + u' ' + request.url.toString();
        const bool reads = request.method == "GET";
        if (ignores && !reads && m_answers.contains(call)) {
            ++ignored;
            co_return m_answers.value(call);
        }
        const net::Exchange answer = co_await m_http.send(request);
        if (!reads)
            m_answers.insert(call, answer);
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request request, net::OnFrame frame) override
    {
        return m_http.stream(std::move(request), std::move(frame));
    }
    bool ignores = false;
    int ignored = 0;

private:
    net::Http &m_http;
    QHash<QString, net::Exchange> m_answers;
};

Change creating(const QString &name)
{
    Change change;
    change.after.emplace().name = name;
    return change;
}

// What the set changes on a key, by the first feature that this gateway has of those that it can also take back.
std::optional<Feature> changeable(const LiveGateway &f)
{
    for (const Feature feature : {Feature::DisableKey, Feature::Passport, Feature::GroupScope, Feature::RequestRate})
        if (f.has(feature))
            return feature;
    return {};
}

} // namespace

// Change sets against the fake of every generation, over real sockets.
class GenerationChangesTest : public GenerationSuite
{
    Q_OBJECT

private slots:
    void aSetIsAppliedAndTakenBack_data() { everyGeneration(); }
    void aSetIsAppliedAndTakenBack()
    {
        LiveGateway f = live();
        if (!f.has(Feature::CreateKey) || !f.has(Feature::DeleteKey))
            return;
        const Key kept = made(f, u"suite/kept"_s);
        const Key old = made(f, u"suite/old"_s);
        const qint64 before = f.keysOnTheGateway();
        changes::ChangeSet set = staged({creating(u"suite/new"_s), Change{old, {}}});
        const auto feature = changeable(f);
        if (feature)
            QVERIFY(changes::stage(set, Change{kept, contract::changedBy(kept, *feature, f.hints)}));
        set = ran(f, set, changes::applySet);
        QVERIFY2(set.state == SetState::Applied, qPrintable(told(set)));
        QCOMPARE(f.keysOnTheGateway(), before);
        QCOMPARE(f.find(old.id).error().kind, FailureKind::NotFound);
        if (feature)
            QVERIFY(!sameSettings(f.find(kept.id).value(), kept));
        QCOMPARE(m_secrets.size(), 1);
        set = ran(f, set, changes::applySet);
        QCOMPARE(set.state, SetState::Applied);

        set = ran(f, set, changes::undoSet);
        QVERIFY2(set.state == SetState::Undone, qPrintable(told(set)));
        QVERIFY(sameSettings(f.find(kept.id).value(), kept));
        QCOMPARE(finished(f.admin->keys()->named(u"suite/new"_s)).value().size(), 0);
        QCOMPARE(finished(f.admin->keys()->named(u"suite/old"_s)).value().size(), 1);
        QCOMPARE(m_secrets.size(), 2);
        QCOMPARE(f.leak(), QString());
        ++m_undone;
    }

    void mostGenerationsCanDoIt()
    {
        QVERIFY2(m_undone >= 6, qPrintable(QString::number(m_undone)));
    } // after the rows above

    void aLostCreateIsKnownAndTakenBack_data() { everyGeneration(); }
    void aLostCreateIsKnownAndTakenBack()
    {
        LiveGateway f = live();
        if (!f.has(Feature::CreateKey) || !f.has(Feature::DeleteKey))
            return;
        const qint64 before = f.keysOnTheGateway();
        f.fake.control("next", {{u"match"_s, f.fake.suite()["create"_L1]}, {u"lose"_s, true}});
        changes::ChangeSet set = ran(f, staged({creating(u"suite/lost"_s)}), changes::applySet);
        const qint64 more = f.keysOnTheGateway() - before;
        QVERIFY(more == 0 || more == 1);
        QCOMPARE(qint64(changes::leftSomething(set.steps.first())), more); // no key that nobody knows
        set = ran(f, set, changes::undoSet);
        QVERIFY2(set.state == SetState::Undone, qPrintable(told(set)));
        QCOMPARE(f.keysOnTheGateway(), before);
        QCOMPARE(f.leak(), QString());
    }

    void anothersChangeBlocksTheRow_data() { everyGeneration(); }
    void anothersChangeBlocksTheRow()
    {
        LiveGateway f = live();
        const auto feature = changeable(f);
        const bool renames = f.has(Feature::ModelScope) && !f.hints.alias.isEmpty();
        if (!f.has(Feature::CreateKey) || !feature || !renames)
            return;
        const Key kept = made(f, u"suite/kept"_s);
        const auto set = staged({Change{kept, contract::changedBy(kept, *feature, f.hints)}});
        const Key theirs = contract::changedBy(kept, Feature::ModelScope, f.hints);
        if (!changed(f, kept, theirs))
            return; // that alone cannot be changed later
        const auto stopped = ran(f, set, changes::applySet);
        QCOMPARE(stopped.state, SetState::Stopped);
        const Failure failure = stopped.steps.first().failure.value();
        QCOMPARE(failure.kind, FailureKind::Conflict);
        QVERIFY2(failure.detail.contains(u"aliases"_s), qPrintable(failure.detail));
        QCOMPARE(f.find(kept.id)->aliases, theirs.aliases);
        QCOMPARE(f.find(kept.id)->enabled, kept.enabled);
    }

    void aServerThatSaysYesAndDoesNothingIsFoundOut_data() { everyGeneration(); }
    void aServerThatSaysYesAndDoesNothingIsFoundOut()
    {
        LiveGateway f = live();
        const auto feature = changeable(f);
        if (!f.has(Feature::CreateKey) || !feature)
            return;
        IgnoringHttp http(f.http);
        f.connect(f.fake.connection(http, f.clock));
        const Key kept = made(f, u"suite/kept"_s);
        const Key other = contract::changedBy(kept, *feature, f.hints);
        QVERIFY(changed(f, kept, other));
        QVERIFY(changed(f, f.find(kept.id).value(), kept));
        http.ignores = true;
        const auto stopped = ran(f, staged({Change{f.find(kept.id).value(), other}}), changes::applySet);
        QVERIFY(http.ignored > 0);
        QCOMPARE(stopped.state, SetState::Stopped);
        QVERIFY2(
            stopped.steps.first().failure->detail.contains(u"the server ignored this"_s), qPrintable(told(stopped)));
    }

private:
    using Engine = Task<Result<changes::ChangeSet>> (*)(changes::Run &, changes::ChangeSet);

    static changes::ChangeSet staged(const QList<Change> &edits)
    {
        changes::ChangeSet set;
        for (const Change &edit : edits)
            if (!changes::stage(set, edit))
                qFatal("not staged");
        return set;
    }
    changes::ChangeSet ran(LiveGateway &f, changes::ChangeSet set, Engine engine)
    {
        MemoryJournal journal;
        NoKeeper keeper;
        changes::Run run{*f.admin->keys(), f.admin->aliases(), journal, keeper};
        run.told = [this](const changes::Step &, const std::optional<Secret> &secret) {
            if (secret)
                m_secrets << *secret;
        };
        const auto done = finished(engine(run, std::move(set)), 60s);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return *done;
    }
    Key made(LiveGateway &f, const QString &name)
    {
        m_secrets.clear();
        const auto set = ran(f, staged({creating(name)}), changes::applySet);
        m_secrets.clear();
        if (set.state != SetState::Applied)
            qFatal("%s", qPrintable(told(set)));
        return std::get<Change>(*set.steps.first().found).after.value();
    }
    static bool changed(LiveGateway &f, const Key &before, const Key &after)
    {
        MemoryJournal journal;
        return finished(changes::apply(*f.admin->keys(), journal, Change{before, after}), 20s).has_value();
    }
    static QString told(const changes::ChangeSet &set)
    {
        QStringList out;
        for (const changes::Step &step : set.steps)
            out << u"%1 %2: %3"_s.arg(changes::nameOf(changes::verbOf(step.wanted)), changes::nameOf(step.state),
                step.failure ? step.failure->detail : QString());
        return out.join(u'\n');
    }
    QList<Secret> m_secrets;
    int m_undone = 0;
};

QTEST_GUILESS_MAIN(GenerationChangesTest)
#include "tst_generation_changes.moc"
