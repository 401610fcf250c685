// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/usage_scope.h"
#include "store/columns.h"
#include "store/usage_id.h"

namespace store {

Condition Scope::onRows() const
{
    Condition all{"1", {}};
    const auto add = [&all](const char *text, Condition::Value value) {
        all.text += text;
        all.values.push_back(std::move(value));
    };
    if (from) {
        add(" AND id >= ?", lowestId(*from));
        add(" AND ts >= ?", *from);
    }
    if (to) {
        add(" AND id < ?", idBeyond(*to));
        add(" AND ts < ?", *to);
    }
    if (!profile.isEmpty())
        add(" AND profile = ?", utf8(profile));
    if (!samples)
        add(" AND origin <> ?", std::int64_t(Origin::Sample));
    if (!where.text.empty()) {
        all.text += " AND (" + where.text + ")";
        all.values.insert(all.values.end(), where.values.begin(), where.values.end());
    }
    return all;
}

Scope Scope::within(std::optional<std::int64_t> begin, std::optional<std::int64_t> end) const
{
    Scope cut = *this;
    if (begin && (!cut.from || *begin > *cut.from))
        cut.from = begin;
    if (end && (!cut.to || *end < *cut.to))
        cut.to = end;
    return cut;
}

int bindValues(sql::Statement &statement, const Condition &condition, int first)
{
    for (const Condition::Value &value : condition.values)
        std::visit([&](const auto &v) { statement.bind(first++, v); }, value);
    return first;
}

std::string nameSql(Dimension dimension)
{
    switch (dimension) {
    case Dimension::All:
        return "''";
    case Dimension::Alias:
        return "alias";
    case Dimension::Key:
        return "iif(key = '', key_id, key)";
    case Dimension::Model:
        return "model";
    case Dimension::Upstream:
        return "upstream";
    case Dimension::Status:
        return "ifnull(CAST(status AS TEXT), '')";
    case Dimension::Family:
        return "family";
    }
    return "''";
}

} // namespace store
