// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imports.h"
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "usage/figures.h"
#include "usage/import.h"
#include "usage/import_row.h"
#include "usage/line_reader.h"
#include <QBuffer>
#include <QProcess>

using namespace Qt::StringLiterals;
using usage::Imported;

namespace {

const QDateTime now({2026, 11, 22}, {12, 0}, Qt::UTC);
const QTimeZone berlin("Europe/Berlin");

QString cellsOf(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    const auto reader = usage::readerOf(buffer);
    QStringList lines;
    while (const auto line = reader->next()) {
        QStringList cells{QString::number(line->number)};
        for (const auto &[name, value] : line->cells)
            cells << name + u'=' + value;
        lines << (line->why.isEmpty() ? cells.join(u'|') : cells.first() + u'!' + line->why);
    }
    return lines.join(u'\n');
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT

private slots:
    void csvIsReadAsRfc4180Says_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *name, const QByteArray &text, const QString &cells) {
            QTest::newRow(name) << text << cells;
        };
        row("plain", "a,b\n1,2\n", u"2|a=1|b=2"_s);
        row("no newline at the end", "a,b\n1,2", u"2|a=1|b=2"_s);
        row("crlf", "a,b\r\n1,2\r\n", u"2|a=1|b=2"_s);
        row("bom",
            "\xef\xbb\xbf"
            "a,b\n1,2\n",
            u"2|a=1|b=2"_s);
        row("quotes", "a,b\n\"1,\"\"x\"\"\",\"2\"\n", u"2|a=1,\"x\"|b=2"_s);
        row("empty quotes", "a,b\n\"\",2\n", u"2|a=|b=2"_s);
        row("line break in quotes", "a,b\n\"1\n2\",3\n4,5\n", u"2|a=1\n2|b=3\n4|a=4|b=5"_s);
        row("quoted header", "\"a\",\"b\"\n1,2\n", u"2|a=1|b=2"_s);
        row("empty cells", "a,b,c\n,,\n", u"2|a=|b=|c="_s);
        row("empty lines", "a,b\n\n1,2\n\n\n", u"3|a=1|b=2"_s);
        row("semicolons", "a;b\n1,5;2\n", u"2|a=1,5|b=2"_s);
        row("tabs", "a\tb\n1\t2\n", u"2|a=1|b=2"_s);
        row("too few", "a,b\n1\n3,4\n", u"2!it has 1 fields, the header has 2\n3|a=3|b=4"_s);
        row("too many", "a,b\n1,2,3\n", u"2!it has 3 fields, the header has 2"_s);
        row("open quote", "a,b\n\"1,2\n", u"2!a quote that begins here is not closed"_s);
        row("quote inside", "a,b\n1\"x,2\n", u"2!a quote stands inside a field that is not in quotes"_s);
        row("not utf-8", "a,b\n\xff,2\n", u"2!a is not UTF-8"_s);
        row("header only", "a,b\n", u""_s);
        row("lone carriage return is text", "a,b\n1\r,2\n", u"2|a=1\r|b=2"_s);
    }

    void csvIsReadAsRfc4180Says()
    {
        QFETCH(QByteArray, text);
        QTEST(cellsOf(text), "cells");
    }

    void anOpenQuoteDoesNotSwallowTheFile()
    {
        const QString cells = cellsOf("a,b\n\"" + QByteArray(3'000'000, 'x'));
        QVERIFY2(cells.contains(u"2!"_s), qPrintable(cells.left(200)));
    }

    void jsonLinesKeepNumbersAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *name, const QByteArray &text, const QString &cells) {
            QTest::newRow(name) << text << cells;
        };
        row("numbers", "{\"a\": 0.10000000000000000555, \"b\": 9223372036854775807, \"c\":1e-7}",
            u"1|a=0.10000000000000000555|b=9223372036854775807|c=1e-7"_s);
        row("text", "{\"a\": \"x \\\"y\\\" \\u00e9 \\ud83d\\ude00\", \"b\\n\": \"\"}",
            u"1|a=x \"y\" \u00e9 \U0001F600|b\n="_s);
        row("null and nested are left out", "{\"a\": null, \"b\": {\"c\": [1, \"}\"]}, \"d\": [], \"e\": true}",
            u"1|e=true"_s);
        row("empty object", "{}", u"1"_s);
        row("lines", "{\"a\":1}\r\n\n{\"a\":2}", u"1|a=1\n3|a=2"_s);
        row("bom", "\xef\xbb\xbf{\"a\":1}", u"1|a=1"_s);
        row("no json", "{\"a\":1}\nnonsense\n{\"a\":", u"1|a=1\n2!it is no JSON object\n3!it is no JSON object"_s);
        row("an array is no object", "{\"a\":1}\n[1]\n", u"1|a=1\n2!it is no JSON object"_s);
    }

    void jsonLinesKeepNumbersAsTheyAreWritten()
    {
        QFETCH(QByteArray, text);
        QTEST(cellsOf(text), "cells");
    }

    void timesAreReadAsFilesWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *text, qint64 micros) {
            QTest::newRow(text) << QString::fromLatin1(text) << micros;
        };
        constexpr qint64 day = 1'700'092'800'000'000; // 2023-11-16
        row("2023-11-16T18:15:46.680590Z", day + 65'746'680'590);
        row("2023-11-16 18:15:46.6805900Z", day + 65'746'680'590);
        row("2023-11-16 18:15:46.6805999 +00:00", day + 65'746'680'599);
        row("2023-11-16T18:15:46+0530", day + 65'746'000'000 - 19'800'000'000);
        row("2023-11-16T18:15Z", day + 65'700'000'000);
        row("2023-11-16 18:15:46", day + 65'746'000'000 - 3'600'000'000); // Berlin
        row("2023-07-16 00:00:00", 1'689'458'400'000'000); // Berlin in summer
        row("2023-11-16", day - 3'600'000'000);
        row("1700092800", day);
        row("1700092800.25", day + 250'000);
        row("1700092800123", day + 123'000);
        row("1700092800123456", day + 123'456);
        row("16.11.2023", -1);
        row("2023-02-30", -1);
        row("2023-11-16 25:00", -1);
        row("yesterday", -1);
        row("", -1);
        row("12", -1);
    }

    void timesAreReadAsFilesWriteThem()
    {
        QFETCH(QString, text);
        QTEST(qint64(usage::timeFrom(text, berlin).value_or(-1)), "micros");
    }

    void columnsWithTheNamesOfFieldsNeedNoMap()
    {
        Fixture f;
        f.file("timestamp,Request_ID,key,alias,model,status,input_tokens,output_tokens,cost_usd,extra\n"
               "2026-11-22T10:00:00Z,r1,web,fast,gpt,200,10,5,0.000000001,x\n"
               "2026-11-22T10:00:01Z,r2,web,fast,gpt,429,0,0,,x\n"
               "2026-11-22T10:00:02Z,r3,web,fast,gpt,,12.0,,1234567.123456789,x\n");
        const Imported done = f.import();
        QCOMPARE(done.added, 3);
        QCOMPARE(done.ignored, QStringList{u"extra"_s});
        QCOMPARE(f.store.number("SELECT sum(cost_nanos) FROM usage"), 1 + 1'234'567'123'456'789);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage WHERE cost_nanos IS NULL AND currency=''"), 1);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage WHERE status IS NULL AND output_tokens IS NULL"), 1);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage WHERE request_id=source_id AND origin=1"), 3);
        QCOMPARE(f.store.number("SELECT input_tokens FROM usage WHERE request_id='r3'"), 12);
    }

    void aMapNamesColumnsAndConstantsAndTheZone()
    {
        Fixture f;
        f.wish.map.columns = {{u"Zeit"_s, u"ts"_s}, {u"Kosten"_s, u"cost_usd"_s}};
        f.wish.map.constants = {{u"alias"_s, u"fast"_s}, {u"currency"_s, u"EUR"_s}};
        f.wish.map.zone = berlin;
        f.file("Zeit;Kosten\n2026-11-22 10:00:00;0.5\n");
        QCOMPARE(f.import().added, 1);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage WHERE alias='fast' AND currency='EUR'"), 1);
        QCOMPARE(f.store.number("SELECT ts/1000000 FROM usage"),
            QDateTime({2026, 11, 22}, {9, 0}, Qt::UTC).toSecsSinceEpoch());
    }

    void jsonLinesAreImportedToo()
    {
        Fixture f;
        f.file("{\"ts\":\"2026-11-22T10:00:00Z\",\"cost_usd\":0.1,\"input_tokens\":3,\"meta\":{\"a\":1}}\n"
               "{\"ts\":1763805601,\"cost_usd\":0.2}\n");
        QCOMPARE(f.import().added, 2);
        QCOMPARE(f.store.number("SELECT sum(cost_nanos) FROM usage"), 300'000'000);
    }

    void badLinesAreNamedAndNothingIsImported_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("why");
        QTest::newRow("time") << QByteArray("soon,1,2") << u"ts is not a time: \"soon\""_s;
        QTest::newRow("no time") << QByteArray(",1,2") << u"it has no time"_s;
        QTest::newRow("far time") << QByteArray("2999-01-01,1,2") << u"ts is not a time"_s;
        QTest::newRow("tokens") << QByteArray("2026-11-22,many,2") << u"input_tokens is not a whole number: \"many\""_s;
        QTest::newRow("half a token") << QByteArray("2026-11-22,1.5,2") << u"input_tokens is not a whole number"_s;
        QTest::newRow("negative") << QByteArray("2026-11-22,-1,2") << u"input_tokens is not a whole number"_s;
        QTest::newRow("money") << QByteArray("2026-11-22,1,2 USD") << u"cost_usd is not an amount of money"_s;
        QTest::newRow("huge money") << QByteArray("2026-11-22,1,99999999999999") << u"cost_usd is not an amount"_s;
        QTest::newRow("fields") << QByteArray("2026-11-22,1") << u"it has 2 fields, the header has 3"_s;
        QTest::newRow("quote") << QByteArray("2026-11-22,\"1") << u"not closed"_s;
    }

    void badLinesAreNamedAndNothingIsImported()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, why);
        Fixture f;
        QByteArray text = "ts,input_tokens,cost_usd\n";
        for (int i = 0; i < 2500; ++i) // several batches were written before it
            text += "2026-11-22T10:00:00Z," + QByteArray::number(i) + ",1\n";
        f.file(text + line + "\n");
        const auto done = f.tryImport();
        QCOMPARE(done.error().kind, FailureKind::Input);
        QVERIFY2(done.error().detail.startsWith(u"line 2502: "_s) && done.error().detail.contains(why),
            qPrintable(done.error().detail));
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 0);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage_rollup"), 0);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage_import"), 0);
    }

    void manyBadLinesAreCounted()
    {
        Fixture f;
        f.file("ts\n" + QByteArray("never\n").repeated(100));
        const QString detail = f.tryImport().error().detail;
        QVERIFY(detail.startsWith(u"line 2: "_s));
        QVERIFY(detail.contains(u"line 6: "_s));
        QVERIFY(detail.endsWith(u"and 95 more lines"_s));
    }

    void aMapThatDoesNotFitIsNamed()
    {
        Fixture f;
        f.file("when,tokens\n2026-11-22,1\n");
        QVERIFY(f.tryImport().error().detail.contains(u"no column is a time"_s));
        f.wish.map.columns = {{u"when"_s, u"moment"_s}};
        QVERIFY(f.tryImport().error().detail.contains(u"\"moment\" in the map is no field"_s));
        f.wish.map.columns = {{u"When"_s, u"ts"_s}};
        QVERIFY(f.tryImport().error().detail.contains(u"a column \"When\"; the file has when, tokens"_s));
        f.wish.file = u"/nonexistent.csv"_s;
        QCOMPARE(f.tryImport().error().kind, FailureKind::Input);
        f.file("");
        QVERIFY(f.tryImport().error().detail.contains(u"is empty"_s));
        QCOMPARE(f.store.number("SELECT count(*) FROM usage_import"), 0);
    }

    void equalLinesStayApartAndReadingAgainChangesNothing()
    {
        Fixture f;
        const QByteArray line = "2026-11-22T10:00:00Z,10\n";
        f.file("ts,input_tokens\n" + line.repeated(3));
        QCOMPARE(f.import().added, 3);
        const Imported again = f.import();
        QCOMPARE(again.same, 3);
        QCOMPARE(again.id, 0);
        f.file("ts,input_tokens\n" + line.repeated(4));
        QCOMPARE(f.import().added, 1);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 4);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage_import"), 2);
    }

    void requestsThatComeTwiceInAFileAreTwoRows()
    {
        Fixture f;
        f.file("ts,request_id\n2026-11-22T10:00:00Z,r\n2026-11-22T10:00:00Z,r\n");
        QCOMPARE(f.import().added, 2);
        QCOMPARE(f.import().same, 2);
    }

    void anImportIsTakenBackAsOne()
    {
        Fixture f;
        f.file("ts,input_tokens\n2026-11-22T10:00:00Z,1\n2026-11-22T10:00:01Z,2\n");
        const qint64 first = f.import().id;
        f.file("ts,input_tokens\n2026-11-22T10:00:00Z,1\n2026-11-22T11:00:01Z,3\n");
        QCOMPARE(f.import().added, 1);
        QCOMPARE(finished(usage::undoImport(*f.store, first)).value(), 2);
        QCOMPARE(f.store.number("SELECT sum(input_tokens) FROM usage"), 3);
        QCOMPARE(f.store.number("SELECT sum(input) FROM usage_rollup WHERE dimension=0"), 3);
        const auto left = f.store.read([](sql::Database &db) { return store::imports(db, u"p"_s); });
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().added, 1);
        QCOMPARE(finished(usage::undoImport(*f.store, first)).value(), 0);
    }

    void aFullDiskImportsNothing()
    {
        Fixture f;
        f.store.write([](sql::Database &db) { return db.exec("PRAGMA max_page_count=100"); });
        QByteArray text = "ts,input_tokens\n";
        for (int i = 0; i < 20000; ++i)
            text += "2026-11-22T10:00:00Z," + QByteArray::number(i) + "\n";
        f.file(text);
        QCOMPARE(store::faultOf(f.tryImport().error()), store::Fault::Full);
        QCOMPARE(f.store.number("SELECT count(*) FROM usage"), 0);
    }

    // The production trace, with totals and hours computed by awk from the file itself.
    void theAzureTraceGivesTheTotalsThatAwkComputes()
    {
        Fixture f;
        f.wish.file = QStringLiteral(TEST_DATA "/azure/azure-llm-2023-conv.csv");
        f.wish.map.columns = {{u"TIMESTAMP"_s, u"ts"_s}, {u"ContextTokens"_s, u"input_tokens"_s},
            {u"GeneratedTokens"_s, u"output_tokens"_s}};
        f.wish.map.constants = {{u"alias"_s, u"conversation"_s}};
        const Imported done = f.import();
        const QStringList whole = awk(f.wish.file, "NR>1{n++; i+=$2; o+=$3} END{print n, i, o}").first().split(u' ');
        QCOMPARE(done.added, whole[0].toLongLong());
        QCOMPARE(done.added, 19366);

        usage::Query query;
        query.profile = u"p"_s;
        const auto scope = usage::scopeOf(query, {now});
        const auto quarters =
            f.store.read([s = *scope](sql::Database &db) { return store::quarters(db, s, store::Dimension::Alias); });
        const usage::Totals totals = usage::totalsOf(usage::sumOf(quarters));
        QCOMPARE(totals.requests, whole[0].toLongLong());
        QCOMPARE(totals.inputTokens, std::optional(whole[1].toLongLong()));
        QCOMPARE(totals.outputTokens, std::optional(whole[2].toLongLong()));
        QCOMPARE(totals.unknownCostRows, totals.requests); // it tells no cost, which is not zero
        QVERIFY(!totals.costNanos);

        QStringList hours;
        for (const usage::Bucket &bucket : usage::bucketsOf(quarters, usage::Step::Hour, QTimeZone::utc()))
            hours << u"%1 %2 %3 %4"_s.arg(bucket.start.toString(u"yyyy-MM-dd'T'HH"_s))
                         .arg(bucket.totals.requests)
                         .arg(*bucket.totals.inputTokens)
                         .arg(*bucket.totals.outputTokens);
        QCOMPARE(hours,
            awk(f.wish.file,
                "NR>1{h=substr($1,1,10) \"T\" substr($1,12,2); n[h]++; i[h]+=$2; o[h]+=$3}"
                " END{for (h in n) print h, n[h], i[h], o[h]}"));
        QCOMPARE(f.import().same, done.added);
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

    static QStringList awk(const QString &file, const char *program)
    {
        QProcess process;
        process.start(u"awk"_s, {u"-F,"_s, QString::fromLatin1(program), file});
        process.waitForFinished();
        QStringList lines = QString::fromLatin1(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        lines.sort();
        return lines;
    }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
