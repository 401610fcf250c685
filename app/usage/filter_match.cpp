// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/filter_tree.h"
#include <algorithm>

namespace usage {

namespace {

using filter::isUnknown;
using filter::Node;
using filter::Op;

// By UTF-8 bytes, as SQLite orders text.
std::optional<int> ordered(const Cell &a, const Cell &b)
{
    if (const auto *x = std::get_if<qint64>(&a))
        if (const auto *y = std::get_if<qint64>(&b))
            return *x < *y ? -1 : *x > *y;
    if (const auto *x = std::get_if<QString>(&a))
        if (const auto *y = std::get_if<QString>(&b))
            return x->toUtf8().compare(y->toUtf8());
    return {};
}

bool equal(const Cell &cell, const Cell &value)
{
    return isUnknown(value) ? isUnknown(cell) : ordered(cell, value) == 0;
}

bool cellMatches(const Node &node, const Cell &cell)
{
    const auto is = [&](auto wanted) {
        const std::optional<int> order = isUnknown(cell) ? std::nullopt : ordered(cell, node.values.first());
        return order && wanted(*order);
    };
    switch (node.op) {
    case Op::Equal:
        return std::ranges::any_of(node.values, [&](const Cell &value) { return equal(cell, value); });
    case Op::Less:
        return is([](int order) { return order < 0; });
    case Op::LessOrEqual:
        return is([](int order) { return order <= 0; });
    case Op::Greater:
        return is([](int order) { return order > 0; });
    case Op::GreaterOrEqual:
        return is([](int order) { return order >= 0; });
    case Op::Matches:
        return std::holds_alternative<QString>(cell) && node.pattern.match(std::get<QString>(cell)).hasMatch();
    }
    return false;
}

bool compareMatches(const Node &node, const CellsOf &cells)
{
    const QList<Cell> found = cells(node.field.name);
    if (found.isEmpty())
        return cellMatches(node, node.field.type == FieldType::Text ? Cell(QString()) : Cell());
    return std::ranges::any_of(found, [&](const Cell &cell) { return cellMatches(node, cell); });
}

bool nodeMatches(const Node &node, const CellsOf &cells)
{
    const auto matches = [&cells](const Node &child) { return nodeMatches(child, cells); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::ranges::all_of(node.children, matches);
    case Node::Kind::Or:
        return std::ranges::any_of(node.children, matches);
    case Node::Kind::Not:
        return !matches(node.children.front());
    case Node::Kind::Compare:
        return compareMatches(node, cells);
    }
    return false;
}

} // namespace

bool Filter::matches(const CellsOf &cells) const
{
    return !m_root || nodeMatches(*m_root, cells);
}

} // namespace usage
