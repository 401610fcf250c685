// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/recorded.h"
#include <QJsonObject>

namespace net {
class Redactor;
}

namespace evidence {

// Bodies above this are cut, with their length and hash said.
constexpr qsizetype largestBody = 64 << 10;

// One call as evidence: request, response, timings, ids. Passed through the redactor.
QJsonObject callJson(const net::Recorded &call, const net::Redactor &redactor);

// A body as text (or base64 when it is no UTF-8), its length and the SHA-256 of the bytes as they came.
QJsonObject bodyJson(const QByteArray &body, const net::Redactor &redactor);

QString sha256(const QByteArray &bytes);

} // namespace evidence
