// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/temp_store.h"
#include "store/usage_figures.h"
#include "store/usage_rows.h"
#include "usage/fields.h"

using namespace Qt::StringLiterals;
using usage::Filter;

namespace {

const usage::FilterMoment moment{QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC), QTimeZone("Asia/Kathmandu")};

UsageRecord record(const char *id, const char *alias, std::optional<int> status, std::optional<qint64> cost)
{
    UsageRecord row;
    row.sourceId = QString::fromLatin1(id);
    row.requestId = row.sourceId;
    row.at = moment.now.addSecs(-3600 * id[0] + 3600 * 'a');
    row.alias = QString::fromUtf8(alias);
    row.status = status;
    row.costNanos = cost;
    row.ended = status ? u"complete"_s : QString();
    return row;
}

// a is now, b an hour before, ...
const QList<UsageRecord> &rows()
{
    static const QList<UsageRecord> all{
        record("a", "fast", 200, 5'000'000),
        record("b", "fast", 429, 0),
        record("c", "smart", 500, {}),
        record("d", "", {}, {}),
        record("e", "Größe \"x\"", 200, 50'000'000),
        record("f", "o'neil", 200, 1),
    };
    return all;
}

QString matching(const Filter &filter)
{
    QString found;
    for (const UsageRecord &row : rows())
        if (filter.matches(usage::cellsOf(row)))
            found += row.sourceId;
    return found;
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        store::Arrival arrival;
        arrival.profile = u"p"_s;
        arrival.at = moment.now;
        m_store.write([arrival](sql::Database &db) { return store::putUsage(db, arrival, rows()); });
    }

    // Each case runs twice: over rows in memory and as SQL.
    void aFilterFindsTheSameInMemoryAndInTheStore_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const char *found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(found);
        };
        row("", "abcdef");
        row("   ", "abcdef");
        row("alias = fast", "ab");
        row("ALIAS=fast", "ab");
        row("alias != fast", "cdef");
        row("alias = FAST", "");
        row("alias = \"Größe \\\"x\\\"\"", "e");
        row("alias = \"o'neil\"", "f");
        row("alias = 'o\\'neil'", "f");
        row("alias = unknown", "d");
        row("alias != unknown", "abcef");
        row("alias = \"unknown\"", "");
        row("alias < g", "abe");
        row("alias >= \"o'\"", "cf");
        row("alias ~ ^f", "ab");
        row("alias ~ \"(?i)^GR.SSE\"", "");
        row("alias ~ \"(?i)^GRÖ\"", "e");
        row("not alias ~ ^f", "cdef");
        row("status = 200", "aef");
        row("status >= 400", "bc");
        row("status<400", "aef");
        row("status != 200", "bcd");
        row("status = unknown", "d");
        row("not status >= 400", "adef");
        row("status in (200, 429)", "abef");
        row("status in(200,unknown)", "adef");
        row("status not in (200, 429)", "cd");
        row("status > unknown", "");
        row("cost = unknown", "cd");
        row("cost > 0.005", "e");
        row("cost >= 0.005", "ae");
        row("cost = 0", "b");
        row("cost_nanos = 1", "f");
        row("cost < 0.000000002", "bf");
        row("ts >= -90m", "ab");
        row("ts < -90m", "cdef");
        row("ts >= now", "a");
        row("ts >= 2026-11-22T10:00Z", "abc");
        row("ts >= 2026-11-22T15:45", "abc"); // the zone is 5:45 ahead
        row("ts >= 2026-11-22T10:00:00.000+00:00", "abc");
        row("ts > 2026-11-22", "abcdef");
        row("ts > 2026-11-23", "");
        row("error = true", "bc");
        row("error=no", "adef");
        row("origin = sync", "abcdef");
        row("alias = fast and status = 429", "b");
        row("alias = fast or status = 500", "abc");
        row("alias = smart or alias = fast and status = 200", "ac");
        row("(alias = smart or alias = fast) and status = 200", "a");
        row("not (alias = smart or alias = fast)", "def");
        row("NOT NOT alias = fast", "ab");
        row("alias = fast AND (status = 200 OR status = 429) AND cost = 0", "b");
        row("request_id = a", "a");
    }

    void aFilterFindsTheSameInMemoryAndInTheStore()
    {
        QFETCH(QString, text);
        const auto filter = Filter::parse(text, usage::usageFields(), moment);
        QVERIFY2(filter, filter ? "" : qPrintable(usage::inWords(filter.error())));
        QTEST(matching(*filter), "found");
        store::Scope scope;
        scope.where = filter->condition();
        QString stored;
        for (const auto &placed :
            m_store.read([scope](sql::Database &db) { return store::rowsBefore(db, scope, {}, 100); }))
            stored += placed.row.sourceId;
        QTEST(stored, "found");
    }

    void aMistakeIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *text, int position, const char *word) {
            QTest::newRow(text) << QString::fromLatin1(text) << position << QString::fromLatin1(word);
        };
        row("aliaz = fast", 0, "aliaz");
        row("alias", 5, "expected one of");
        row("alias =", 7, "value");
        row("alias = fast fast", 13, "expected \"and\"");
        row("alias = fast and", 16, "field");
        row("alias fast", 6, "expected one of");
        row("= fast", 0, "field");
        row("alias = fast and status = much", 26, "whole number");
        row("status = 200.5", 9, "whole number");
        row("status = 99999999999999999999", 9, "whole number");
        row("cost > cheap", 7, "amount");
        row("ts > yesterday", 5, "time");
        row("ts > 2026-13-01", 5, "time");
        row("ts > -9999999h", 5, "time");
        row("error = perhaps", 8, "true or false");
        row("status ~ 5", 9, "is for text");
        row("alias ~ \"(\"", 8, "regular expression");
        row("alias = \"open", 8, "quote");
        row("alias = \"open\\", 8, "quote");
        row("(alias = fast", 0, "parenthesis");
        row("alias = fast)", 12, "expected");
        row("alias in fast", 9, "parentheses");
        row("alias in (a b)", 9, "parenthesis");
        row("alias in ()", 10, "value");
        row("alias in (a,", 12, "value");
        row("alias not = fast", 6, "expected one of");
        row("alias ! fast", 6, "!=");
        row("not", 3, "field");
        row("and alias = fast", 0, "and");
        row("alias == fast", 7, "value");
    }

    void aMistakeIsNamedWithItsPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        const auto filter = Filter::parse(text, usage::usageFields(), moment);
        QVERIFY(!filter);
        QTEST(int(filter.error().position), "position");
        QVERIFY2(filter.error().why.contains(word), qPrintable(filter.error().why));
        QVERIFY(usage::inWords(filter.error()).contains(QString::number(filter.error().position + 1)));
    }

    void deepNestingIsRefusedNotFollowed()
    {
        const QString deep = u"("_s.repeated(100000) + u"alias = a"_s + u")"_s.repeated(100000);
        QVERIFY(!Filter::parse(deep, usage::usageFields(), moment));
        QVERIFY(!Filter::parse(u"not "_s.repeated(100000) + u"alias = a"_s, usage::usageFields(), moment));
        const QString shallow = u"("_s.repeated(20) + u"alias = a"_s + u")"_s.repeated(20);
        QVERIFY(Filter::parse(shallow, usage::usageFields(), moment));
        QStringList many(1000, u"alias = a"_s);
        QVERIFY(Filter::parse(many.join(u" or "_s), usage::usageFields(), moment));
    }

    void anyTextEndsInAFilterOrAnError()
    {
        std::srand(1);
        const QStringList pieces{u"alias"_s, u"="_s, u"("_s, u")"_s, u"and"_s, u"not"_s, u"in"_s, u","_s, u"\""_s,
            u"'"_s, u"\\"_s, u"~"_s, u"!"_s, u" "_s, u"-1h"_s, u"ts"_s, u"200"_s, u"\u00e9"_s, u"\U0001F600"_s};
        for (int i = 0; i < 3000; ++i) {
            QString text;
            for (int n = std::rand() % 12; n >= 0; --n)
                text += pieces[std::rand() % pieces.size()] + (std::rand() % 2 ? u" "_s : QString());
            const auto filter = Filter::parse(text, usage::usageFields(), moment);
            if (filter)
                matching(*filter);
            else
                QVERIFY2(filter.error().position <= text.size(), qPrintable(text));
        }
    }

    void valuesNeverBecomeSql()
    {
        const auto filter =
            Filter::parse(u"alias = \"x' OR 1=1 --\" and alias ~ \"');\""_s, usage::usageFields(), moment);
        QVERIFY(!filter); // the pattern is not valid
        const auto quoted = Filter::parse(u"alias = \"x' OR 1=1 --\""_s, usage::usageFields(), moment);
        QVERIFY(quoted);
        QVERIFY(!QString::fromStdString(quoted->condition().text).contains(u'x'));
        QCOMPARE(quoted->condition().values.size(), std::size_t(1));
    }

    void keysAreFilteredByTheirFields_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("name") << u"name = web"_s << true;
        QTest::newRow("one of its aliases") << u"alias = fast"_s << true;
        QTest::newRow("another of them") << u"alias = smart"_s << true;
        QTest::newRow("none of them") << u"alias = other"_s << false;
        QTest::newRow("not one of them") << u"alias != fast"_s << false;
        QTest::newRow("pattern over aliases") << u"alias ~ ^sm"_s << true;
        QTest::newRow("enabled") << u"enabled = yes"_s << true;
        QTest::newRow("never expires") << u"expires_at = unknown"_s << true;
        QTest::newRow("spent") << u"spent >= 0.5 and spent < 1"_s << true;
        QTest::newRow("owner") << u"owner = ops"_s << true;
        QTest::newRow("no ticket") << u"ticket = unknown"_s << true;
    }

    void keysAreFilteredByTheirFields()
    {
        QFETCH(QString, text);
        Key key;
        key.name = u"web"_s;
        key.aliases = {u"fast"_s, u"smart"_s};
        key.spentNanos = 500'000'000;
        key.passport.owner = u"ops"_s;
        const auto filter = Filter::parse(text, usage::keyFields(), moment);
        QVERIFY(filter);
        QTEST(filter->matches(usage::cellsOf(key)), "found");
    }

    void aliasesAreFilteredByTheirRoutes()
    {
        Alias alias{u"fast"_s, {{u"openai"_s, u"gpt-4o-mini"_s}, {u"local"_s, u"llama"_s}}, {}, {}};
        const auto matches = [&alias](const QString &text) {
            return Filter::parse(text, usage::aliasFields(), moment)->matches(usage::cellsOf(alias));
        };
        QVERIFY(matches(u"upstream = local"_s));
        QVERIFY(matches(u"model ~ ^gpt"_s));
        QVERIFY(matches(u"family = unknown"_s));
        QVERIFY(!matches(u"name = slow"_s));
    }

private:
    TempStore m_store;
};

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
