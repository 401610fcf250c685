// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include "gateway/json_reader.h"

namespace gateway::embedded {

// One page of a list: {"items":[...],"next":...,"complete":...}
template<typename Row>
Result<Page<Row>> pageOf(JsonReader root, Row (*rowOf)(JsonReader &))
{
    Page<Row> page;
    QList<JsonReader> rows = root.objects(QLatin1StringView("items"));
    for (JsonReader &row : rows) {
        page.rows << rowOf(row);
        root.adopt(row);
    }
    if (!root.boolean(QLatin1StringView("complete")))
        page.next = root.text(QLatin1StringView("next"));
    return root.result(page);
}

} // namespace gateway::embedded
