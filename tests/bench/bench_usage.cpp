// SPDX-License-Identifier: GPL-3.0-or-later
// Usage rows in the store beside the same work done with bare SQLite statements, in one run on one disk.
#include "fakes/run_task.h"
#include "sql/transaction.h"
#include "store/columns.h"
#include "store/store.h"
#include "store/usage_id.h"
#include "store/usage_rows.h"
#include "usage/explorer.h"
#include "usage/figures.h"
#include <cstdio>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int pageRows = 1000;
const QDateTime start({2026, 9, 1}, {0, 0}, Qt::UTC);
constexpr auto patience = std::chrono::minutes(10);

UsageRecord made(int number, int total)
{
    UsageRecord row;
    row.sourceId =
        u"0192f4c0-%1-4c2a-9a51-%2"_s.arg(number, 8, 16, QChar(u'0')).arg(number * 7919LL, 12, 16, QChar(u'0'));
    row.requestId = row.sourceId;
    row.at = start.addMSecs(qint64(number) * 90 * 86'400'000 / total); // ninety days
    row.atMicros = number % 1000;
    row.keyId = u"key_%1"_s.arg(number % 20);
    row.key = u"team-%1"_s.arg(number % 20);
    row.alias = u"alias-%1"_s.arg(number % 8);
    row.upstream = number % 2 ? u"openai"_s : u"local"_s;
    row.model = u"gpt-4o-mini-2024-07-18"_s;
    row.family = u"chat"_s;
    row.status = number % 50 ? 200 : 429;
    row.ended = number % 50 ? u"complete"_s : u"refused"_s;
    row.inputTokens = number % 4000;
    row.outputTokens = number % 700;
    row.costNanos = number % 100 ? std::optional<qint64>(number % 90000) : std::nullopt;
    row.currency = u"USD"_s;
    row.firstTokenMs = 100 + number % 900;
    row.totalMs = 500 + number % 9000;
    return row;
}

void say(const char *what, double ours, double reference, const char *beside)
{
    std::printf("%-44s %9.0f ms   %-34s %9.0f ms   ratio %.2f\n", what, ours, beside, reference, ours / reference);
    std::fflush(stdout);
}

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double insertRaw(sql::Database &db, const QList<UsageRecord> &rows)
{
    if (!db.exec("CREATE TABLE raw(id INTEGER PRIMARY KEY, profile TEXT, source_id TEXT, request_id TEXT, ts INTEGER,"
                 " key_id TEXT, key TEXT, alias TEXT, upstream TEXT, model TEXT, family TEXT, status INTEGER,"
                 " ended TEXT, input INTEGER, output INTEGER, cost INTEGER, currency TEXT, first INTEGER,"
                 " total INTEGER) STRICT"))
        qFatal("no table");
    sql::Statement insert = db.prepare("INSERT INTO raw VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)").value();
    QElapsedTimer timer;
    timer.start();
    for (qsizetype at = 0; at < rows.size(); at += pageRows) {
        sql::Transaction page = sql::Transaction::begin(db).value();
        for (const UsageRecord &r : rows.mid(at, pageRows)) {
            insert.with(nullptr, "p", store::utf8(r.sourceId), store::utf8(r.requestId), store::microsOf(r),
                store::utf8(r.keyId), store::utf8(r.key), store::utf8(r.alias), store::utf8(r.upstream),
                store::utf8(r.model), store::utf8(r.family), r.status, store::utf8(r.ended), r.inputTokens,
                r.outputTokens, r.costNanos, store::utf8(r.currency), r.firstTokenMs, r.totalMs);
            if (!insert.run())
                qFatal("no row");
        }
        if (!page.commit())
            qFatal("no commit");
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

double insertOurs(store::Store &store, const QList<UsageRecord> &rows)
{
    QElapsedTimer timer;
    timer.start();
    for (qsizetype at = 0; at < rows.size(); at += pageRows) {
        store::Arrival arrival;
        arrival.profile = u"p"_s;
        arrival.at = start;
        const auto page = rows.mid(at, pageRows);
        must(finished(store.write([=](sql::Database &db) { return store::putUsage(db, arrival, page); }), patience));
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

double chartRaw(sql::Database &db)
{
    QElapsedTimer timer;
    timer.start();
    sql::Statement sums = db.prepare("SELECT ts/86400000000 AS day, alias, count(*), sum(status>=400), sum(input),"
                                     " sum(output), sum(cost), count(cost) FROM raw GROUP BY day, alias")
                              .value();
    while (sums.step().value())
        static_cast<void>(sums.get<std::int64_t>(2));
    return double(timer.nsecsElapsed()) / 1e6;
}

double chartOurs(store::Store &store, const usage::Query &query, usage::GroupBy by)
{
    const QTimeZone zone("Asia/Kathmandu");
    QElapsedTimer timer;
    timer.start();
    const auto read = [=](sql::Database &db) -> Result<QList<usage::Bucket>> {
        const auto scope = usage::scopeOf(query, {start, zone});
        if (!scope)
            return tl::unexpected<Failure>(scope.error());
        const auto quarters = store::quarters(db, *scope, usage::dimensionOf(by));
        if (!quarters)
            return tl::unexpected<Failure>(store::failureOf(quarters.error()));
        return usage::bucketsOf(*quarters, usage::Step::Day, zone);
    };
    if (must(finished(store.read(read), patience)).isEmpty())
        qFatal("no figures");
    return double(timer.nsecsElapsed()) / 1e6;
}

double whole(store::Store &store)
{
    usage::Explorer explorer(store);
    usage::Explorer::Wish wish;
    wish.query.from = start;
    wish.query.to = start.addDays(91);
    wish.zone = QTimeZone("Asia/Kathmandu");
    QElapsedTimer timer;
    timer.start();
    explorer.show(wish);
    QEventLoop loop;
    QObject::connect(&explorer, &usage::Explorer::changed, &loop, [&] {
        if (!explorer.state().loading)
            loop.quit();
    });
    loop.exec();
    return double(timer.nsecsElapsed()) / 1e6;
}

double readRaw(sql::Database &db)
{
    QElapsedTimer timer;
    timer.start();
    sql::Statement all = db.prepare("SELECT * FROM raw ORDER BY id DESC LIMIT 500").value();
    while (all.step().value())
        for (int column = 1; column < 13; ++column)
            static_cast<void>(store::textAt(all, column));
    return double(timer.nsecsElapsed()) / 1e6;
}

double pageOurs(store::Store &store)
{
    QElapsedTimer timer;
    timer.start();
    must(finished(store.read([](sql::Database &db) { return store::rowsBefore(db, {}, {}, 500); }), patience));
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int count = app.arguments().value(1, u"200000"_s).toInt();
    QTemporaryDir folder;
    QList<UsageRecord> rows;
    for (int i = 0; i < count; ++i)
        rows << made(i, count);
    sql::Database raw = sql::Database::open(folder.filePath(u"raw.db"_s).toStdString()).value();
    store::Store store(folder.filePath(u"gatewright.db"_s));
    must(finished(store.opened()));

    std::printf("%d usage rows over 90 days, pages of %d\n", count, pageRows);
    const double rawInsert = insertRaw(raw, rows);
    say("insert, with identity and rollups", insertOurs(store, rows), rawInsert, "bare prepared inserts");
    say("the same rows again (nothing changes)", insertOurs(store, rows), rawInsert, "bare prepared inserts");
    const double rawChart = chartRaw(raw);
    usage::Query query;
    query.profile = u"p"_s;
    say("day chart by alias, zone +5:45, rollups", chartOurs(store, query, usage::GroupBy::Alias), rawChart,
        "bare GROUP BY over rows");
    query.filter = u"status = 200 and alias ~ \"alias-[0-6]\""_s;
    say("the same with a filter, from rows", chartOurs(store, query, usage::GroupBy::Alias), rawChart,
        "bare GROUP BY over rows");
    say("whole Usage page: totals, p95, series, ...", whole(store), rawChart, "bare GROUP BY over rows");
    say("newest 500 rows", pageOurs(store), readRaw(raw), "bare SELECT of 500");
    return 0;
}
