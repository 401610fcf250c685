// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/secret.h"

namespace secrets {

// "vault:ID", "env:VAR" or "file:PATH", taken apart.
struct Reference
{
    enum class Place { None, Vault, Environment, File };
    Place place = Place::None;
    QString name;
};
Result<Reference> referenceOf(const QString &text); // empty text: Place::None
Result<Secret> fromEnvironment(const QString &variable);
// The contents without one newline at the end. Warns when others may read the file.
Result<Secret> fromFile(const QString &path);

} // namespace secrets
