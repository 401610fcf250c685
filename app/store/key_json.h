// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include <QJsonObject>

namespace store {

// A key with all its fields, snake_case; unknown fields are null. Never a secret: a Key has none.
QJsonObject keyJson(const Key &key);
// The other way round; what is missing stays empty.
Key keyFrom(const QJsonObject &object);

QJsonObject passportJson(const Passport &passport);
Passport passportFrom(const QJsonObject &object);

} // namespace store
