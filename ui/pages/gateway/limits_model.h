// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "workspace/gateway_glance.h"

namespace pages {

// The budgets of the gateway's keys: spent, held by calls that run, and free for further ones.
class LimitsModel final : public kit::RowModel<workspace::GatewayLimit>
{
    Q_OBJECT

public:
    enum Column { Key, Window, Used, Spent, Reserved, Free, Running, Rates };
    LimitsModel();
};

QString ratesWords(const workspace::GatewayLimit &limit); // "60 calls, 10,000 tokens a minute, 4 at a time"; "no limit"
QString runningWords(const workspace::GatewayLimit &limit); // "3", "3, 2 waiting"

} // namespace pages
