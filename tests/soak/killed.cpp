// SPDX-License-Identifier: GPL-3.0-or-later
// killed GWCTL [ROUNDS]: `gwctl gateway serve` ends by SIGKILL at seeded moments under load, and starts again on its data
// dir. No row that was acknowledged more than a second before is lost, none is there twice, what keys have spent is the
// sum of their rows, and no cap admits more than its rows and what was acknowledged in those last seconds.
#include "soak/admin.h"
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace {

using namespace soak;
using Clock = std::chrono::steady_clock;

constexpr int callers = 8;
constexpr std::int64_t capNanos = 400'000; // some hundred calls: reached in the course of the rounds
constexpr std::chrono::milliseconds promised(1000);

struct Acknowledged
{
    Clock::time_point at;
    std::size_t key = 0;
    int status = 0;
};

struct Load
{
    std::mutex mutex;
    std::map<std::string, Acknowledged> seen; // by request id
    std::vector<std::string> keys;
    std::atomic<int> asked = 0;
    std::atomic<bool> ends = false;
};

// Calls until the gateway is gone: plain ones and streams, each with an id of its own.
void callOn(Load &load, int port)
{
    while (!load.ends) {
        const int number = ++load.asked;
        const std::size_t key = std::size_t(number) % load.keys.size();
        const std::string id = "killed-" + std::to_string(number);
        const std::string body = R"({"model":"test-echo","messages":[{"role":"user","content":"Say pong."}],"stream":)"
            + std::string(number % 3 ? "false" : "true") + '}';
        const client::Answer answer = client::ask(
            port, "POST", "/v1/chat/completions", load.keys[key], body, "X-Client-Request-Id: " + id + "\r\n");
        if (!answer.whole)
            continue;
        const std::scoped_lock lock(load.mutex);
        load.seen[id] = {Clock::now(), key, answer.status};
    }
}

Clock::time_point killUnderLoad(Server &server, Load &load, int ms)
{
    load.ends = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < callers; ++i)
        threads.emplace_back([&load, port = server.dataPort()] { callOn(load, port); });
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    const Clock::time_point killed = Clock::now();
    server.kill();
    load.ends = true;
    for (std::thread &thread : threads)
        thread.join();
    return killed;
}

struct Rows
{
    std::map<std::string, std::int64_t> charged; // by request id
    std::map<std::string, std::int64_t> spent; // by key id
};

Rows rowsOf(const Admin &admin)
{
    Rows rows;
    admin.eachRow([&](const json::object &row) {
        const std::string id(row.at("request_id").as_string());
        if (rows.charged.contains(id))
            die("the row of " + id + " is there twice");
        const std::int64_t nanos = row.at("charged_nanos").as_int64();
        rows.charged[id] = nanos;
        if (row.at("key_id").is_string())
            rows.spent[std::string(row.at("key_id").as_string())] += nanos;
    });
    return rows;
}

// Calls whose answer came but whose row did not stay; each must be of the last second before a kill.
int lostSince(Load &load, const Rows &rows, Clock::time_point killed)
{
    int lost = 0;
    for (auto at = load.seen.begin(); at != load.seen.end();) {
        if (rows.charged.contains(at->first)) {
            ++at;
            continue;
        }
        if (killed - at->second.at > promised)
            die("a call acknowledged more than a second before the kill has no row: " + at->first);
        ++lost;
        at = load.seen.erase(at);
    }
    return lost;
}

void sumsHold(const Admin &admin, const Rows &rows)
{
    const json::object page = admin.change("GET", "/keys", {}, 200);
    for (const json::value &key : page.at("items").as_array()) {
        const std::string id(key.at("id").as_string());
        const auto found = rows.spent.find(id);
        const std::int64_t sum = found == rows.spent.end() ? 0 : found->second;
        for (const json::value &budget : key.at("budgets").as_array()) {
            if (budget.at("spent_nanos").as_int64() != sum)
                die("a cap counts " + json::serialize(budget) + ", the rows " + std::to_string(sum));
            if (sum > budget.at("nanos").as_int64())
                die("the rows of a key exceed its cap: " + std::to_string(sum));
        }
        if (key.at("spent_nanos").as_int64() != sum || key.at("reserved_nanos").as_int64() != 0)
            die("a key does not say what its rows say: " + json::serialize(key));
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        die("killed GWCTL [ROUNDS]");
    const Folder folder;
    Server server(argv[1], folder.path());
    Load load;
    for (int i = 0; i < 4; ++i) {
        const std::string cap = R"(,"budgets":[{"nanos":)" + std::to_string(i < 2 ? capNanos : capNanos * 1000)
            + R"(,"window":"lifetime"}])";
        load.keys.push_back(Admin(server).newKey("k" + std::to_string(i), cap).second);
    }
    std::mt19937 random(20261128);
    int lost = 0;
    Rows rows;
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 20;
    for (int round = 0; round < rounds; ++round) {
        const int ms = std::uniform_int_distribution<int>(50, 2500)(random);
        const Clock::time_point killed = killUnderLoad(server, load, ms);
        server.start();
        rows = rowsOf(Admin(server));
        lost += lostSince(load, rows, killed);
        sumsHold(Admin(server), rows);
    }
    int refused = 0;
    for (const auto &[id, one] : load.seen)
        refused += one.status == 429;
    std::printf("killed %d times: %zu rows, %d answers of the last second without a row, %d refused by a cap\n", rounds,
        rows.charged.size(), lost, refused);
    if (refused == 0)
        die("no cap was reached");
    return 0;
}
