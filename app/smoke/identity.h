// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/recorded.h"
#include <QJsonObject>

// How a call is recognised again, on the way out and on the way back. One place per kind of gateway.
namespace smoke {

// Adds what this kind documents for a caller's own mark, and nothing where it documents none.
void identify(const QString &kind, const QString &nonce, net::Request &request, QJsonObject &body);

// Every id the answer carries: of the gateway, of its provider, of the answer itself.
QStringList idsOf(const net::Recorded &call);

// "x-litellm-call-id": the header by which this gateway itself names the call; empty: it gave none.
QByteArray handleOf(const QString &kind, const net::Exchange &exchange);
bool givesNoHandle(const QString &kind); // documented to give none

} // namespace smoke
