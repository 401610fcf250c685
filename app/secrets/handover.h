// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include <cstdio>
#include <QString>
#include <string>

// The few ways in which a secret's text leaves: each has its one purpose, and its one or two callers.
namespace secrets {

// A new random secret: the prefix and 40 letters and digits.
Secret newSecret(const QByteArray &prefix);
// For the embedded gateway, which runs in this process and knows no Qt.
std::string forGateway(const Secret &secret);
// For the answer to another program of the same user, over a local socket.
QString forPeer(const Secret &secret);
// For the person who is shown it once, on stdout: the text and an end of line.
void show(const Secret &secret, std::FILE *stream);
// The same inside a JSON document.
QString forJsonOnce(const Secret &secret);
// For the one view that shows it once, and for the clipboard of whoever asked for a copy.
QString forScreenOnce(const Secret &secret);

} // namespace secrets
