// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "net/http.h"
#include <QJsonObject>

namespace smoke {

// A change of parameters that the specification allows, and its note.
struct Adaptation
{
    QJsonObject body;
    QString note;
};

// After a 400 that names the parameter: max_tokens <-> max_completion_tokens, or no temperature. Empty: nothing allowed.
std::optional<Adaptation> afterRefusal(const QJsonObject &body, const net::Exchange &exchange);
// After an answer that spent its whole limit before the first word: 1024 tokens, once.
std::optional<Adaptation> afterEmptyAnswer(
    const QJsonObject &body, const QString &finishReason, const QString &content);

} // namespace smoke
