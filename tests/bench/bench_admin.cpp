// SPDX-License-Identifier: GPL-3.0-or-later
// The admin API beside the same work done with bare SQLite statements, in one run on one disk: bench_admin [ROWS]
#include "proxy/gateway.h"
#include "proxy/http_client.h"
#include "sql/database.h"
#include "sql/transaction.h"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

namespace {

const std::string adminKey = "admin-key-of-this-bench";

[[noreturn]] void stop(const std::string &why)
{
    std::fprintf(stderr, "bench_admin: %s\n", why.c_str());
    std::exit(1);
}

double msOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double medianOf(const std::function<void()> &work)
{
    std::vector<double> times(21);
    for (double &one : times)
        one = msOf(work);
    std::ranges::sort(times);
    return times[times.size() / 2];
}

void say(const char *what, double ours, double reference, const char *beside)
{
    std::printf("%-44s %9.2f ms   %-34s %9.2f ms   ratio %.2f\n", what, ours, beside, reference, ours / reference);
    std::fflush(stdout);
}

template<class T>
T must(sql::Result<T> result)
{
    if (!result)
        stop(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

proxy::Options optionsOf(const std::string &path)
{
    proxy::Options options;
    options.dbPath = path;
    options.adminKey = adminKey;
    return options;
}

// A gateway whose database holds so many rows; the usual names, every field filled.
void fill(const std::string &path, long rows)
{
    {
        proxy::Gateway gateway;
        if (!gateway.start(optionsOf(path)))
            stop("the gateway does not start");
    }
    must(must(sql::Database::open(path))
             .exec("INSERT INTO usage WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<"
                 + std::to_string(rows)
                 + ") SELECT i, printf('req_%020d', i), 1790000000000000+i*7000000, printf('key_%020d', i%20),"
                   " 'team-'||(i%20), 'alias-'||(i%8), 'openai', 'gpt-4o-mini-2024-07-18', 'chat', 200, NULL, 0, i%2,"
                   " i%4000, i%700, i%90, 0, i%90000, i%90000, 100, 120+i%900, 500+i%9000, 0, '2026-11-01', 1, '[]',"
                   " 'Shop team', 'tokens', 0 FROM n;"
                   "INSERT INTO spent SELECT key_id, ts/60000000, sum(charged_nanos), max(ts), 0 FROM usage"
                   " GROUP BY 1, 2"));
}

client::Answer ask(client::Connection &connection, const std::string &method, const std::string &path,
    const std::string &body = {}, const std::string &more = {})
{
    connection.send(client::requestText(method, path, adminKey, body, more));
    client::Answer answer = connection.read();
    if (answer.status / 100 != 2)
        stop(path + " was answered with " + std::to_string(answer.status) + ": " + answer.body);
    return answer;
}

void readBare(sql::Database &db, int limit)
{
    sql::Statement all = must(db.prepare("SELECT * FROM usage WHERE id>0 ORDER BY id LIMIT ?"));
    all.bind(1, limit);
    while (must(all.step())) {
        for (int column = 0; column < 29; ++column)
            static_cast<void>(all.get<std::string>(column));
    }
}

// So many single inserts, each a transaction of its own, as a key is.
void insertBare(sql::Database &db, int count)
{
    const std::string settings(300, 's');
    for (int i = 0; i < count; ++i)
        must(
            db.run("INSERT INTO bare VALUES(?,?,?)", "key_" + std::to_string(i), "name" + std::to_string(i), settings));
}

double makeKeys(client::Connection &connection, const std::string &name, bool once)
{
    return msOf([&] {
        for (int i = 0; i < 1000; ++i) {
            const std::string which = name + std::to_string(i);
            ask(connection, "POST", "/admin/v1/keys", "{\"name\":\"" + which + "\"}",
                once ? "Idempotency-Key: " + which + "\r\n" : std::string());
        }
    });
}

} // namespace

int main(int argc, char **argv)
{
    const long rows = argc > 1 ? std::atol(argv[1]) : 1'000'000;
    char folder[] = "/tmp/bench_admin.XXXXXX";
    if (!::mkdtemp(folder))
        stop("no folder");
    const std::string path = std::string(folder) + "/gateway.db";
    fill(path, rows);
    sql::Database bare = must(sql::Database::open(std::string(folder) + "/bare.db"));
    must(bare.exec("CREATE TABLE bare(id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, settings TEXT NOT NULL) STRICT"));
    sql::Database reader = must(sql::Database::open(path, sql::Access::ReadOnly));
    proxy::Gateway gateway;
    const double start = msOf([&] {
        if (!gateway.start(optionsOf(path)))
            stop("the gateway does not start");
    });
    std::printf("%ld usage rows; the gateway started over them in %.0f ms\n", rows, start);
    client::Connection connection(gateway.started().adminPort);
    for (const int limit : {100, 1000}) {
        const std::string page = "/admin/v1/usage?limit=" + std::to_string(limit);
        const std::string what = "first page of " + std::to_string(limit) + " rows (median of 21)";
        say(what.c_str(), medianOf([&] { ask(connection, "GET", page); }), medianOf([&] { readBare(reader, limit); }),
            "bare SELECT of as many");
    }
    const std::string rare = "/admin/v1/usage?alias=nothing";
    say("one step of a filter that finds nothing", medianOf([&] { ask(connection, "GET", rare); }),
        medianOf([&] { readBare(reader, 100); }), "bare SELECT of 100");
    const double inserts = msOf([&] { insertBare(bare, 1000); });
    say("1,000 keys over one connection", makeKeys(connection, "plain", false), inserts, "1,000 bare inserts");
    say("1,000 keys, each with an Idempotency-Key", makeKeys(connection, "once", true), inserts, "1,000 bare inserts");
    say("the metrics (median of 21)", medianOf([&] { ask(connection, "GET", "/metrics"); }), inserts / 1000,
        "one bare insert");
    gateway.stop();
    std::filesystem::remove_all(folder);
    return 0;
}
