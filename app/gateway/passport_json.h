// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "gateway/json_reader.h"

// How a passport is kept on gateways that have room for facts of ours: one text each, "app", "owner", "review_date", ...
namespace gateway {

Passport passportOf(JsonReader &facts); // facts that are not there are empty
QJsonObject passportJson(const Passport &passport, QJsonObject facts); // those that we do not know stay

} // namespace gateway
