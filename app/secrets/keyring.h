// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>

namespace secrets {

// What is the matter with the desktop's keyring.
enum class Keyring {
    Unknown, // nobody asked, or the desktop does not tell
    Works,
    Locked, // it is there and waits for its password
    Absent, // none runs, or none was made
    Silent, // it is there and does not answer
};

// Asks the session bus (Secret Service API, org.freedesktop.secrets), and starts nothing. Blocks for so long at most: in
// a pool thread only.
Keyring keyringNow(std::chrono::milliseconds limit);

} // namespace secrets
