// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway_fixture.h"
#include <map>
#include <thread>
#include <vector>

// So many calls at once: how many got each status.
inline std::map<int, int> together(const Fixture &f, const std::string &key, int count, const std::string &members = {})
{
    std::vector<int> status(std::size_t(count), 0);
    std::vector<std::thread> threads;
    for (int &one : status)
        threads.emplace_back([&] { one = f.chat(key, "test-echo", "Repeat: one two three", members).status; });
    for (std::thread &thread : threads)
        thread.join();
    std::map<int, int> counted;
    for (const int one : status)
        ++counted[one];
    return counted;
}
