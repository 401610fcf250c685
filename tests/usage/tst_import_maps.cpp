// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/temp_store.h"
#include "usage/import.h"

using namespace Qt::StringLiterals;
using usage::Imported;

static const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);

// What a map decides beyond single fields: whether anything is counted, and which of two readings of a file holds.
class ImportMapsTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileOfWhichNothingWouldBeCountedIsRefused()
    {
        Fixture f;
        for (const char *text : {"ts,prompt,answer\n2026-11-22T10:00:00Z,10,20\n",
                 "{\"ts\":\"2026-11-22T10:00:00Z\",\"prompt\":10,\"answer\":20}\n"}) {
            f.file(text);
            f.wish.map.columns.clear();
            const Failure refused = f.tryImport().error();
            QCOMPARE(refused.kind, FailureKind::Input);
            QVERIFY2(refused.detail.contains(u"prompt"_s) && refused.detail.contains(u"answer"_s)
                    && refused.detail.contains(u": input_tokens}"_s),
                qPrintable(refused.detail));
            QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 0);
            f.wish.map.columns = {{u"prompt"_s, u"input_tokens"_s}};
            QCOMPARE(f.import().added, 1);
            f.store.write([](sql::Database &db) { return db.exec("DELETE FROM usage; DELETE FROM usage_import"); });
        }
    }

    void theSameFileWithAnotherMapTakesThePlaceOfItsFirstImport()
    {
        Fixture f;
        f.file("ts,a,b\n2026-11-22T10:00:00Z,1,20\n2026-11-22T10:00:01Z,2,30\n");
        f.wish.map.columns = {{u"a"_s, u"input_tokens"_s}};
        QCOMPARE(f.import().replaced, 0);
        QCOMPARE(f.import().same, 2); // the same map: nothing happens
        f.wish.map.columns = {{u"a"_s, u"input_tokens"_s}, {u"b"_s, u"output_tokens"_s}};
        const Imported second = f.import();
        QCOMPARE(second.replaced, 2);
        QCOMPARE(second.added, 2);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 2);
        QCOMPARE(f.store.number("SELECT sum(output_tokens) FROM usage"), 50);
        QCOMPARE(f.store.number("SELECT sum(requests) FROM usage_rollup WHERE dimension=0"), 2);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage_import"), 1);
        f.wish.profile = u"another"_s; // one profile's import is not another's
        QCOMPARE(f.import().replaced, 0);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 4);
    }

private:
    struct Fixture
    {
        TempStore store;
        usage::ImportWish wish{store.folder.filePath(u"usage.csv"_s), u"p"_s, {}};

        void file(const QByteArray &text)
        {
            QFile file(store.folder.filePath(u"usage.csv"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            wish.file = file.fileName();
        }
        Result<Imported> tryImport()
        {
            return finished(usage::importFile(*store, wish, now), std::chrono::seconds(60));
        }
        Imported import() { return TempStore::unwrapped(tryImport()); }
    };
};

QTEST_GUILESS_MAIN(ImportMapsTest)
#include "tst_import_maps.moc"
