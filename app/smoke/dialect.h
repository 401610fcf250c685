// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"
#include <QJsonObject>

// Where a kind of gateway wants a call put otherwise than OpenAI and Anthropic have it. One place per kind.
namespace smoke {

// Says in `request` and `body` which model is meant. Select: the smart alias, and in direct mode the model in `x-model`.
void chooseModel(const Target &target, net::Request &request, QJsonObject &body);
bool letsItChoose(const Target &target); // the gateway picks the model of this alias
bool mayLackList(const QString &kind); // GET /models is not promised

// POST messages, Anthropic's API, with the key as the gateway takes it: Select as Bearer, the others as x-api-key.
net::Request messagesRequest(const Target &target, const QJsonObject &body);

} // namespace smoke
