// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace gateway {

// The JSON with every number as a text of the same characters: QJsonDocument would make doubles of them, and money would
// change. What is no JSON stays none.
QByteArray withNumbersAsTexts(const QByteArray &json);

} // namespace gateway
