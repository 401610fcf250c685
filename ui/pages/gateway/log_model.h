// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "kit/status.h"
#include "workspace/test_gateway.h"

namespace pages {

// A call of the log. Calls never change once they are there, so the id says it all.
struct LogRow
{
    workspace::GatewayEvent event;
    QString id;

    friend bool operator==(const LogRow &a, const LogRow &b) { return a.id == b.id; }
};

// The live log, newest first.
class LogModel final : public kit::RowModel<LogRow>
{
    Q_OBJECT

public:
    enum Column { Time, Key, Alias, End, FirstToken, Cost, Total };
    LogModel();
};

QList<LogRow> logRows(const QList<workspace::GatewayEvent> &log, bool troubledOnly);
bool troubled(const workspace::GatewayEvent &event); // refused, failed, or broken off
kit::Status endStatus(const workspace::GatewayEvent &event);
QString endWords(const workspace::GatewayEvent &event); // "200", "429", "200, upstream broke off"

} // namespace pages
