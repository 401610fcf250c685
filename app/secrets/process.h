// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace secrets {

// First line of each main(): no core files, no file that others may read, and other programs of the user cannot look into
// the memory.
void guardProcess();
// The last of these alone, which a build with the leak checker leaves out: that one looks into its own process.
void hideMemory();

} // namespace secrets
