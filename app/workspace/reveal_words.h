// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace workspace {

class Session;

// How often the gateway still shows the secret of a key, as this program counts (new-api contract 1.3: 20 calls in 20
// minutes for one address, signing in counted), in a sentence. Empty: the gateway is known for no such limit.
QString revealsLeft(const Session &session);

} // namespace workspace
