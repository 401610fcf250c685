// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/fake_admin.h"
#include "fakes/fake_clock.h"
#include "fakes/run_task.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include "workspace/edit_preview.h"
#include "workspace/staged_set.h"
#include "workspace/store_ports.h"

using namespace Qt::StringLiterals;
using changes::AliasChange;

namespace {

Alias alias(const QString &name, int weight = 1)
{
    Alias made;
    made.name = name;
    Route route;
    route.upstream = u"openai"_s;
    route.model = u"mini"_s;
    route.weight = weight;
    made.routes << route;
    made.price.inputNanos = 1;
    return made;
}

struct Fixture
{
    TempStore store;
    FakeAdmin admin;
    FakeClock clock;
    workspace::StoredJournal journal{*store, u"p"_s, clock};
    workspace::ChangeService service{
        workspace::ChangeParts{admin, *store, journal, clock, u"p"_s, {}, [this] { return admin.offered; }}};

    Fixture()
    {
        admin.can = gateway::Features{gateway::Feature::ListAliases, gateway::Feature::EditAliases};
        admin.offered = {alias(u"chat"_s), alias(u"fast"_s)};
        service.refresh();
        if (!QTest::qWaitFor([this] { return !service.state().loading; }))
            qFatal("the sets were not read");
    }
    AliasChange weighed(qsizetype at, int weight) const
    {
        return {admin.offered.at(at), alias(admin.offered.at(at).name, weight)};
    }
};

} // namespace

// What waits in the open set, and what an edit beside it would mean.
class StagedSetTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsStagedIsFollowed()
    {
        Fixture f;
        workspace::StagedSet staged(f.service);
        QVERIFY(staged.aliases().isEmpty());
        f.service.restage({changes::Edit(f.weighed(0, 5))});
        QTRY_COMPARE(staged.aliases(), (QList<AliasChange>{f.weighed(0, 5)}));
        QCOMPARE(staged.placeOf(u"chat"_s), 1);
        QCOMPARE(staged.placeOf(u"fast"_s), 0);
        f.service.unstage(staged.state().set, 1);
        QTRY_VERIFY(staged.aliases().isEmpty());
        f.service.drop(staged.state().set);
        QTRY_COMPARE(staged.state().set, 0);
    }

    void restagingTakesThePlaceAndWhatChangesNothingGoes()
    {
        Fixture f;
        workspace::StagedSet staged(f.service);
        f.service.restage({changes::Edit(f.weighed(0, 5))});
        f.service.restage({changes::Edit(f.weighed(0, 7))});
        QTRY_COMPARE(staged.aliases(), (QList<AliasChange>{f.weighed(0, 7)}));
        f.service.restage({changes::Edit(f.weighed(0, 1))});
        QTRY_VERIFY(staged.aliases().isEmpty());
    }

    void editsStagedAtOnceGoIntoOneSet()
    {
        Fixture f;
        f.service.restage({changes::Edit(f.weighed(0, 5))});
        f.service.stage({changes::Edit(f.weighed(1, 5))});
        f.service.restage({changes::Edit(f.weighed(1, 9))});
        QTRY_COMPARE(f.service.state().sets.size(), 1);
        const auto set = finished(f.service.find(f.service.openSet()));
        QCOMPARE(set->steps.size(), 2);
        QCOMPARE(std::get<AliasChange>(set->steps.last().wanted), f.weighed(1, 9));
    }

    void anEditThatChangesNothingBeginsNoSet()
    {
        Fixture f;
        f.service.restage({changes::Edit(f.weighed(0, 1))});
        QTRY_VERIFY(!f.service.state().loading);
        QCOMPARE(f.service.openSet(), 0);
    }

    void aPreviewSaysWhatIsStagedBesideItAndKeepsNothing()
    {
        Fixture f;
        workspace::StagedSet staged(f.service);
        AliasChange made;
        made.after = alias(u"new"_s);
        AliasChange leading = f.weighed(0, 1);
        leading.after->fallbacks = QStringList{u"new"_s};
        workspace::EditPreview preview(f.service);
        preview.show(changes::Edit(leading));
        QTRY_COMPARE(preview.state().concerns.size(), 1); // there is no such alias
        QVERIFY(preview.state().concerns.first().text.contains(u"new"_s));
        f.service.restage({changes::Edit(made)});
        QTRY_COMPARE(staged.aliases().size(), 1);
        preview.clear();
        preview.show(changes::Edit(leading));
        QTRY_VERIFY(preview.state().radius);
        QVERIFY(preview.state().concerns.isEmpty()); // the set makes it
        QCOMPARE(finished(f.service.find(f.service.openSet()))->steps.size(), 1);
    }

    void aPreviewTellsWhoCalls()
    {
        Fixture f;
        UsageRecord row;
        row.sourceId = u"1"_s;
        row.at = f.clock.now().addDays(-1);
        row.keyId = u"id-1"_s;
        row.key = u"checkout"_s;
        row.alias = u"chat"_s;
        f.store.write([row, now = f.clock.now()](sql::Database &db) {
            return store::putUsage(db, {u"p"_s, now, {}, {}}, {row});
        });
        workspace::EditPreview preview(f.service);
        AliasChange gone = f.weighed(0, 1);
        gone.after.reset();
        preview.show(changes::Edit(gone));
        QTRY_VERIFY(preview.state().radius);
        QCOMPARE(preview.state().radius->callers.size(), 1);
        QCOMPARE(preview.state().radius->callers.first().name, u"checkout"_s);
    }
};

QTEST_GUILESS_MAIN(StagedSetTest)
#include "tst_staged_set.moc"
