// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "domain/alias.h"

// The catalog of one gateway, all its aliases, as a file that lies well in Git.
namespace aliases {

// Aliases by name, fields by name, what is not told left out: the same catalog always gives the same bytes.
QByteArray canonical(QList<Alias> catalog);
// Reads such a file back. Decode: the sentence names the field that does not fit, or is not known.
Result<QList<Alias>> readCatalog(const QByteArray &file);
// SHA-256 of the canonical bytes, in hex: two catalogs with the same hash are the same.
QString hashOf(const QByteArray &canonicalBytes);

} // namespace aliases
