// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace usage {

// Why rows are missing, as the store keeps it, in the reader's language. What is not known stays as it is.
QString gapInWords(const QString &why);

} // namespace usage
