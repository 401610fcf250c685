// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The values of choices of a day that are no number of days.
namespace pages {

inline constexpr int onADay = -1;
inline constexpr int asItIs = -2; // of a key that is changed

} // namespace pages
