// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/keys_world.h"
#include "store/journal.h"
#include "store/temp_store.h"
#include "store/usage_rows.h"
#include <QTabBar>

using namespace Qt::StringLiterals;

// What stands beside the chosen key.
class KeyDetailTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aTabWithoutFactsDoesNotExist()
    {
        KeysWorld w;
        w.admin.offered.clear();
        w.openLoaded();
        QVERIFY(!w.find<QTabBar>("keyTabs")->isVisible());
    }

    void theReachSaysWhatEachAliasAnswers()
    {
        KeysWorld w;
        w.openLoaded();
        w.choose(u"checkout-prod"_s);
        auto *tabs = w.find<QTabBar>("keyTabs");
        QCOMPARE(tabs->count(), 2); // no usage and no changes are known here
        tabs->setCurrentIndex(1);
        QTRY_VERIFY(w.shown().contains(u"smart-select"_s));
        QTRY_VERIFY(w.shown().contains(u"not in the list"_s));
        w.choose(u"support-bot"_s);
        QCOMPARE(tabs->currentIndex(), 1); // the tab stays
    }

    void usageAndHistoryComeFromWhatThisMachineKept()
    {
        TempStore store;
        KeysWorld w;
        const Key key = w.admin.rows.first();
        UsageRecord call;
        call.key = key.name;
        call.requestId = u"1"_s;
        call.at = w.clock.at.addDays(-2);
        call.costNanos = 1'250'000'000;
        store.write([=](sql::Database &db) {
            return store::putUsage(db, store::Arrival{u"p"_s, call.at, {}, {}}, QList<UsageRecord>{call});
        });
        Key off = key;
        off.enabled = false;
        for (const auto &[before, after] : {std::pair(off, key), {key, off}})
            store.write([=, at = w.clock.at](sql::Database &db) -> sql::Result<qint64> {
                store::JournalLine line{0, u"p"_s, at, u"kim"_s, u"key"_s, before, after, {}, {}, false, {}};
                const auto id = store::openLine(db, line);
                if (id) {
                    line.id = *id;
                    (void)store::closeLine(db, line);
                }
                return id;
            });
        w.place.profileId = u"p"_s;
        w.sources.tracer = std::make_unique<pages::KeyTracer>(
            std::make_unique<usage::Explorer>(*store), std::make_unique<keys::KeyHistory>(*store, u"p"_s));
        w.openLoaded();
        w.choose(key.name);
        auto *tabs = w.find<QTabBar>("keyTabs");
        QTRY_COMPARE(tabs->count(), 4);
        QTRY_VERIFY(w.shown().contains(u"USD in 1 call"_s));
        QTest::mouseClick(w.find<QPushButton>("keyUsage"), Qt::LeftButton);
        QCOMPARE(w.navigation.opened.last(), std::pair(u"usage"_s, u"key = \"checkout-prod\""_s));
        tabs->setCurrentIndex(3);
        QTRY_VERIFY(w.shown().contains(u"Disabled"_s));
        QTRY_VERIFY(w.shown().contains(u"14:32:05 by kim"_s));
        QVERIFY(!w.find<QPushButton>("takeBack")); // the newest change took the one before it back
        w.page.reset(); // before the store
    }

    void theLastChangeCanBeTakenBackFromTheHistory()
    {
        TempStore store;
        KeysWorld w;
        const Key key = w.admin.rows.first();
        Key other = key;
        other.aliases = QStringList{u"vision"_s};
        store.write([=, at = w.clock.at](sql::Database &db) -> sql::Result<qint64> {
            store::JournalLine line{0, u"p"_s, at, u"kim"_s, u"key"_s, other, key, {}, {}, false, {}};
            const auto id = store::openLine(db, line);
            if (id) {
                line.id = *id;
                (void)store::closeLine(db, line);
            }
            return id;
        });
        w.place.profileId = u"p"_s;
        w.sources.tracer =
            std::make_unique<pages::KeyTracer>(nullptr, std::make_unique<keys::KeyHistory>(*store, u"p"_s));
        w.openLoaded();
        w.choose(key.name);
        auto *tabs = w.find<QTabBar>("keyTabs");
        QTRY_COMPARE(tabs->count(), 3);
        tabs->setCurrentIndex(2);
        QTRY_VERIFY(w.shown().contains(u"Changed: aliases"_s));
        QTest::mouseClick(w.find<QPushButton>("takeBack"), Qt::LeftButton);
        QTRY_COMPARE(w.admin.rows.first().aliases, QStringList{u"vision"_s});
        QTRY_VERIFY(w.service.state().writing.isEmpty());
        w.page.reset();
    }
};

QTEST_MAIN(KeyDetailTest)
#include "tst_key_detail.moc"
