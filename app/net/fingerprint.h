// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include "net/http.h"

namespace net {

// Tells two secrets apart without showing either: the first 12 hex digits of SHA-256, and the last four characters.
QString fingerprint(const Secret &secret);

// The same headers, with the values of those that carry secrets replaced by fingerprints.
QList<Header> withoutSecrets(QList<Header> headers);

// The same host's key with the same prefix and length that is not it: for proofs that a wrong key is refused.
Secret wrongKeyLike(const Secret &secret);

} // namespace net
