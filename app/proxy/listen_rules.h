// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "proxy/catalog.h"

namespace proxy {

// "" when a gateway may listen there, else why not and what to do: beyond loopback only with TLS or when plain HTTP was
// asked for, and never with the demo keys, which everyone knows.
std::string mayListen(const Options &options, const Catalog &catalog);
// The host as it stands in a URL.
std::string urlHost(const std::string &host);

// The process may open as many files as the system lets it: a connection takes two.
void raiseFileLimit();
// A write to a connection that is gone is an error of this thread, not the end of the process.
void ignoreBrokenPipes();
// The calling thread works in short turns: woken up, it goes before threads that compute. Where the system knows it.
void takeShortTurns();
// The calling thread leaves the processor to others that want it; it can't be taken back.
void stepBack();

} // namespace proxy
