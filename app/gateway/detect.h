// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/admin.h"
#include <optional>

namespace gateway {

// What one kind said about an address: its identity, or why it is not that kind.
struct Verdict
{
    const Adapter *adapter = nullptr;
    Result<Identity> said;
};

// How one candidate for the base address answered to /models without a key.
struct BaseAnswer
{
    QUrl base;
    int status = 0; // 0: nothing answered
    bool webPage = false;
    bool json = false; // as data planes answer; not RFC 9457, which only admin APIs speak
    std::optional<Failure> failure;

    bool speaksApi() const { return json && !webPage && status != 404 && status != 405; }
};

// What answers at an address. Only what was seen is said: with no sign, or signs of two kinds, there is no kind.
struct Detection
{
    const Adapter *adapter = nullptr; // the kind; null: not told
    Identity identity; // with the evidence, of that kind
    QList<Verdict> verdicts; // of every kind that can be recognised without a secret
    QList<BaseAnswer> bases; // in the order they were tried
    QUrl dataUrl; // the base address that works; else the best reading of what was given
    QUrl adminUrl; // for the kind; empty: it has none
    QList<Place> places; // every address that would be asked from now on
    std::optional<Failure> failure; // nothing there answers at all
};

// Asks without any secret, reads only: the candidates for the base address, then every kind for its signs. Main thread.
Task<Detection> detect(net::Http &http, QUrl dataUrl);

// The tightest of the kinds' own limits on calls of no lane: for a gateway whose kind is not known yet.
QList<net::Pace> carefulPaces();

// What a kind asks at these addresses, as a person reads it; the calls of clients first.
QList<Place> placesOf(const Adapter &adapter, const QUrl &dataUrl, const QUrl &adminUrl);
QUrl adminUrlFor(const Adapter &adapter, const QUrl &dataUrl); // a first proposal; empty: the kind has none

} // namespace gateway
