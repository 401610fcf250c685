// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/plain_openai/models.h"
#include "base/or_return.h"
#include "gateway/plain_openai/plain_openai_wire.h"

using namespace Qt::StringLiterals;

namespace gateway::plain_openai {

Task<Result<QList<Alias>>> listedModels(Api &api, std::chrono::milliseconds patience)
{
    Call call{"GET", u"models"_s};
    call.patience = patience;
    const net::Exchange answer = co_await orReturn(api.ask(std::move(call)));
    co_return readModels(answer.body);
}

} // namespace gateway::plain_openai
