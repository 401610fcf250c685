// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/run_task.h"
#include "kit/style.h"
#include "pages/keys/gone_sheet.h"
#include "store/journal.h"
#include "store/key_cache.h"
#include "store/temp_store.h"
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 22}, {12, 0}, Qt::UTC);

Key key(const QString &name)
{
    Key key;
    key.id = u"id-"_s + name;
    key.name = name;
    key.passport.owner = u"web team"_s;
    key.spentNanos = 12'340'000'000;
    return key;
}

struct World
{
    TempStore held;
    pages::KeyPlace place;
    QWidget window;
    std::unique_ptr<workspace::Tombstones> stones;
    QPointer<pages::GoneSheet> sheet;

    World()
    {
        place.profile = u"acme-staging"_s;
        place.zone = QTimeZone::utc();
        window.resize(1024, 640);
        window.show();
        stones = std::make_unique<workspace::Tombstones>(*held, u"p"_s);
    }
    void deleted(const QString &name, const QString &reason)
    {
        store::JournalLine line;
        line.profile = u"p"_s;
        line.at = noon.addDays(-1);
        line.by = u"ops"_s;
        line.reason = reason;
        line.before = key(name);
        line.id = held.write([line](sql::Database &db) { return store::openLine(db, line); });
        line.closed = true;
        held.write([line](sql::Database &db) { return store::closeLine(db, line); });
    }
    void vanished(const QString &name)
    {
        for (const bool there : {true, false}) {
            store::CachedKeys cached;
            cached.asOf = noon;
            if (there)
                cached.keys << key(name);
            held.write([cached](sql::Database &db) { return store::cacheKeys(db, u"p"_s, cached); });
        }
    }
    void open()
    {
        sheet = new pages::GoneSheet(*stones, place, noon, &window);
        QTRY_VERIFY(stones->state().loaded);
    }
    template<typename T>
    T *find(const char *name)
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    QTableView *table() { return find<QTableView>("goneKeys"); }
    QString said() { return find<QLabel>("goneSaid")->text(); }
};

} // namespace

// What is left of keys that the gateway no longer has.
class GoneSheetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        kit::apply(*qApp, {kit::Scheme::Light, true});
    }

    void noneIsSaidInWords()
    {
        World w;
        w.open();
        QTRY_VERIFY2(w.said().startsWith(u"No key is known to be gone"_s), qPrintable(w.said()));
        QVERIFY(!w.find<QPushButton>("goneProve")->isEnabled());
    }

    void whoDeletedItAndWhyIsTold()
    {
        World w;
        w.deleted(u"old-etl"_s, u"OPS-77"_s);
        w.open();
        QTRY_COMPARE(w.table()->model()->rowCount(), 1);
        QCOMPARE(w.table()->model()->index(0, 0).data().toString(), u"old-etl"_s);
        QCOMPARE(w.table()->model()->index(0, 4).data().toString(), u"12.34"_s);
        QVERIFY2(w.said().contains(u"Deleted by ops. Reason: OPS-77."_s), qPrintable(w.said()));
    }

    void oneThatVanishedIsNobodysDeedHere()
    {
        World w;
        w.vanished(u"ghost"_s);
        w.open();
        QTRY_COMPARE(w.table()->model()->rowCount(), 1);
        QVERIFY2(w.said().startsWith(u"It was missing"_s), qPrintable(w.said()));
    }

    void oneKnownFromBothIsListedOnce()
    {
        World w;
        w.vanished(u"old-etl"_s);
        w.deleted(u"old-etl"_s, {});
        w.open();
        QTRY_COMPARE(w.table()->model()->rowCount(), 1);
        QVERIFY2(w.said().startsWith(u"Deleted by ops."_s), qPrintable(w.said()));
    }

    void itsProofCanBeAskedFor()
    {
        World w;
        w.deleted(u"old-etl"_s, {});
        w.open();
        QTRY_VERIFY(w.find<QPushButton>("goneProve")->isEnabled());
        QString asked;
        connect(w.sheet, &pages::GoneSheet::proofWanted, this, [&asked](const Key &key) { asked = key.name; });
        w.find<QPushButton>("goneProve")->click();
        QCOMPARE(asked, u"old-etl"_s);
    }
};

QTEST_MAIN(GoneSheetTest)
#include "tst_gone_sheet.moc"
