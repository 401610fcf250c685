// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

// What the fuzzers share. Each target is one function over one input that ends the program when a property fails.
namespace fuzz {

// Ends the program with the property's words: libFuzzer keeps the input.
inline void holds(bool property, const char *words)
{
    if (property)
        return;
    std::fprintf(stderr, "fuzz: does not hold: %s\n", words);
    std::abort();
}

// Cuts the input into pieces of 1 to 16 bytes and calls take(piece); the input itself says how long they are.
template<class Take>
void inPieces(std::string_view input, Take take)
{
    std::uint32_t state = 2166136261U;
    for (const char c : input)
        state = (state ^ static_cast<unsigned char>(c)) * 16777619U;
    while (!input.empty()) {
        state = state * 1664525U + 1013904223U;
        const std::string_view piece = input.substr(0, 1 + (state >> 28));
        take(piece);
        input.remove_prefix(piece.size());
    }
}

inline std::string_view textOf(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), size};
}

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
