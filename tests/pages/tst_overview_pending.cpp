// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/noting_navigation.h"
#include "fakes/sample_day.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/overview/overview_page.h"
#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct PendingWorld
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    std::unique_ptr<pages::OverviewPage> page;

    PendingWorld()
    {
        fake.add(u"acme-staging"_s, u"plain_openai"_s);
        fake.put(sample::days(fake.time.at, 1, 60));
    }
    void open()
    {
        page = std::make_unique<pages::OverviewPage>(fake, navigation);
        page->resize(1200, 900);
        page->show();
    }
};

} // namespace

// The card of what waits in the open change set.
class OverviewPendingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { kit::apply(*qApp, {kit::Scheme::Light, true}); }

    void whatIsStagedIsListedAndLeadsToItsSet()
    {
        PendingWorld f;
        changes::Change change{sample::key(u"checkout-prod"_s, 48, 50), sample::key(u"checkout-prod"_s, 48, 50)};
        change.after->enabled = false;
        f.fake.opened->admin.rows << *change.before;
        workspace::ChangeService &service = f.fake.opened->changeService;
        service.stage({change});
        f.open();
        const auto pending = [&f]() -> kit::Table * {
            for (kit::Table *table : f.page->findChildren<kit::Table *>())
                if (table->accessibleName() == u"Pending changes"_s && table->isVisible())
                    return table;
            return nullptr;
        };
        QTRY_VERIFY(pending());
        QCOMPARE(pending()->model()->index(0, 0).data().toString(), u"Key checkout-prod"_s);
        QVERIFY(!pending()->model()->index(0, 1).data().toString().isEmpty());
        QCOMPARE(pending()->model()->index(0, 2).data().toString(), u"waits"_s);
        pending()->selectRow(0);
        QTest::keyClick(pending(), Qt::Key_Return);
        QCOMPARE(f.navigation.opened.last(), u"changes %1"_s.arg(service.openSet()));
        QTRY_VERIFY(pending()->width() < f.page->width() / 2); // laid out
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            f.page->grab().save(qEnvironmentVariable("GW_GRAB") + u"/overview-pending.png"_s);
        service.drop(service.openSet());
        QTRY_VERIFY(!pending());
    }
};

QTEST_MAIN(OverviewPendingTest)
#include "tst_overview_pending.moc"
