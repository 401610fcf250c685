// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include "kit/row_model.h"
#include <QTimeZone>

namespace pages {

// The columns of the request table.
class RequestsModel final : public kit::RowModel<UsageRecord>
{
    Q_OBJECT

public:
    enum ColumnId {
        Time,
        Ended,
        KeyName,
        AliasName,
        ServedBy,
        Cost,
        Total,
        Upstream, // from here on: by the menu of columns only
        HttpStatus,
        TokensIn,
        TokensOut,
        FirstToken
    };

    // Times are shown in this zone; those of `today` without their date.
    RequestsModel(const QTimeZone &zone, const QDate &today);
};

} // namespace pages
