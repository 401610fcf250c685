// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

// Whether a text is an IP address or a network in CIDR form: "10.20.0.0/16", "2001:db8::/32", "::1". Strict: four numbers
// in an IPv4 address, no zone, no blanks, and as many bits as the address has at most.
bool isNetwork(const QString &text);
// Whether the address lies in the network, or is that address. An IPv4 address written as IPv6 is the same one.
bool covers(const QString &network, const QString &address);
