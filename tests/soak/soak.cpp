// SPDX-License-Identifier: GPL-3.0-or-later
// soak GWCTL|--inside SECONDS [STREAMS]: many streams, clients that leave, keys and aliases edited meanwhile. Then every
// call must have its one row, every answer must have been whole and in order, and memory flat. --inside runs the gateway
// in this program, for the sanitizers.
#include "soak/editor.h"
#include "soak/streams.h"
#include <algorithm>
#include <chrono>
#include <map>

namespace {

using namespace soak;
using Clock = std::chrono::steady_clock;

constexpr int keyCount = 20;
constexpr long kibAllowed = 2048; // of growth after the first third

struct Memory
{
    std::vector<long> kib; // once a second

    long mean(double from, double to) const
    {
        const auto begin = std::size_t(double(kib.size()) * from);
        const auto end = std::max(begin + 1, std::size_t(double(kib.size()) * to));
        long sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += kib.at(i);
        return sum / long(end - begin);
    }
};

struct Counts
{
    std::map<Seen, int> seen;
    int lost = 0;
    int doubled = 0;
    int strange = 0;
};

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void run(Streams &streams, const Server &server, int seconds, Memory &memory)
{
    const Clock::time_point start = Clock::now();
    while (secondsSince(start) < seconds) {
        streams.turn(20, true);
        if (secondsSince(start) >= double(memory.kib.size()))
            memory.kib.push_back(server.residentKib());
    }
    const Clock::time_point drain = Clock::now();
    while (streams.open() > 0 && secondsSince(drain) < 120)
        streams.turn(20, false);
    if (streams.open() > 0)
        die(std::to_string(streams.open()) + " streams never end");
}

// Each call's rows by its request id.
std::map<std::string, int> rowsOf(const Admin &admin, int &notComplete, const std::vector<Asked> &asked)
{
    std::map<std::string, int> rows;
    admin.eachRow([&](const json::object &row) {
        const std::string id(row.at("request_id").as_string());
        ++rows[id];
        const bool ours = id.starts_with("soak-");
        if (ours && asked[std::stoul(id.substr(5))].seen == Seen::Whole && row.at("ended").as_string() != "complete")
            ++notComplete;
    });
    return rows;
}

Counts compare(const Streams &streams, const Editor &editor, std::map<std::string, int> rows)
{
    Counts counts;
    const auto take = [&](const std::string &id, bool must) {
        const auto found = rows.find(id);
        counts.lost += must && found == rows.end();
        if (found == rows.end())
            return;
        counts.doubled += found->second > 1;
        rows.erase(found);
    };
    for (std::size_t i = 0; i < streams.asked().size(); ++i) {
        const Seen seen = streams.asked()[i].seen;
        ++counts.seen[seen];
        take("soak-" + std::to_string(i), seen != Seen::LeftEarly);
    }
    for (const std::string &id : editor.asked())
        take(id, true);
    counts.strange = int(rows.size());
    return counts;
}

void table(const Streams &streams, const Editor &editor, Counts &counts, const Memory &memory, int seconds)
{
    std::printf("soak           %d s\n", seconds);
    std::printf("calls          %zu (whole %d, left %d, left at once %d, refused %d)\n", streams.asked().size(),
        counts.seen[Seen::Whole], counts.seen[Seen::Left], counts.seen[Seen::LeftEarly], counts.seen[Seen::Refused]);
    std::printf("chunks         %lld in whole answers, none lost, none out of order\n",
        static_cast<long long>(streams.chunks()));
    std::printf("edits          %d of keys and aliases, each obeyed by the next call\n", editor.edits());
    std::printf("usage rows     lost %d, doubled %d, unknown %d\n", counts.lost, counts.doubled, counts.strange);
    std::printf(
        "memory         %ld KiB after a third, %ld KiB at the end\n", memory.mean(0.33, 0.45), memory.mean(0.9, 1));
}

void soakIt(const Server &server, int seconds, int count)
{
    const Admin admin(server);
    std::vector<std::string> ids;
    std::vector<std::string> secrets;
    for (int i = 0; i < keyCount; ++i) {
        const auto [id, secret] = admin.newKey("soak-" + std::to_string(i));
        ids.push_back(id);
        secrets.push_back(secret);
    }
    Editor editor(server, ids, secrets);
    Streams streams(server.dataPort(), secrets, count, 20261128);
    Memory memory;
    run(streams, server, seconds, memory);
    editor.stop();
    int notComplete = 0;
    Counts counts = compare(streams, editor, rowsOf(admin, notComplete, streams.asked()));
    table(streams, editor, counts, memory, seconds);
    if (counts.seen[Seen::Broken] > 0)
        die(std::to_string(counts.seen[Seen::Broken]) + " answers broke: " + streams.trouble());
    if (counts.lost + counts.doubled + counts.strange + notComplete > 0)
        die("the usage rows are not the calls; of whole answers " + std::to_string(notComplete) + " are not complete");
    if (counts.seen[Seen::Whole] == 0 || counts.seen[Seen::Left] == 0)
        die("nothing was tried");
    if (!server.inside() && memory.mean(0.9, 1) > memory.mean(0.33, 0.45) + kibAllowed)
        die("memory grows");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        die("soak GWCTL|--inside SECONDS [STREAMS]");
    const std::string gwctl = argv[1] == std::string("--inside") ? std::string() : argv[1];
    moreFiles();
    const Folder folder;
    const Server server(gwctl, folder.path());
    soakIt(server, std::atoi(argv[2]), argc > 3 ? std::atoi(argv[3]) : 500);
    return 0;
}
