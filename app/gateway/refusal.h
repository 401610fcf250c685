// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/answer.h"
#include <optional>

namespace gateway {

// What a body says went wrong, whatever its shape: OpenAI's envelope, a bare text, Portkey's and Bifrost's objects.
struct Refusal
{
    int status = 0; // the one inside the body; 0: none there
    QString type; // "error.type", "errorCode", a text in "error.code", ...; empty: none
    QString message;
};

// The refusal in an answer. Of a 2xx only where the body says so itself: "error", "success": false, "status": "failure".
// Empty: none, or no JSON object.
std::optional<Refusal> refusalIn(const net::Exchange &exchange);

// The failure of a refusal: of the kind that `status` stands for (as answerOf), with its message, `sent` struck out.
Failure failureOf(const net::Exchange &exchange, const Refusal &refusal, int status, const Secret &sent);

// For adapters whose gateway answers 200 with an error inside, or in shapes that answerOf does not know.
Result<net::Exchange> answerOrRefusal(net::Exchange exchange, const Secret &sent = {});

} // namespace gateway
