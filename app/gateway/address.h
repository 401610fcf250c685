// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QString>
#include <QUrl>

namespace gateway {

// What is odd about an address as people paste it. Those from OneCall on are only likely: some gateways do without "/v1".
enum class AddressFlaw {
    Missing,
    NoScheme, // "gateway.example/v1"
    NotWeb, // no http or https, or no host
    HasPassword,
    HasQuery, // or a fragment
    OneCall, // ends in the path of one call: "/chat/completions"
    DoubledV1,
    NoV1,
};

// A pasted address, read. Pure.
struct AddressReading
{
    std::optional<AddressFlaw> flaw; // empty: nothing to say
    QString better; // what it most likely should be; empty: no proposal
    QString part; // what the flaw is about: "/chat/completions"
    bool usable = false; // may be tried as it stands
};
AddressReading readAddress(const QString &text);

// Scheme, host, port and the prefix before "/v1", without a slash at the end: where a gateway's other paths begin.
QUrl rootOf(const QUrl &dataUrl);
QUrl dataUrlOf(const QString &text); // the best reading as a base address; invalid: there is none

} // namespace gateway
