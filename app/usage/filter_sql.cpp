// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columns.h"
#include "usage/filter_tree.h"

namespace usage {

namespace {

using filter::isUnknown;
using filter::Node;
using filter::Op;

// Collects the text and the values together, so that their order cannot differ.
class Writer
{
public:
    store::Condition take() { return std::move(m_condition); }

    void write(const Node &node)
    {
        if (node.kind == Node::Kind::Compare)
            return compare(node);
        m_condition.text += node.kind == Node::Kind::Not ? "NOT (" : "(";
        for (const Node &child : node.children) {
            if (&child != &node.children.front())
                m_condition.text += node.kind == Node::Kind::And ? " AND " : " OR ";
            write(child);
        }
        m_condition.text += ")";
    }

private:
    void compare(const Node &node)
    {
        if (node.op == Op::Equal)
            return oneOf(node);
        const std::string &column = node.field.column;
        if (node.op == Op::Matches) {
            m_condition.text += column + " REGEXP ?";
            m_condition.values.push_back(store::utf8(node.pattern.pattern()));
            return;
        }
        if (isUnknown(node.values.first())) {
            m_condition.text += "0";
            return;
        }
        const bool text = node.field.type == FieldType::Text;
        m_condition.text +=
            (text ? "(" + column + " <> '' AND " : "ifnull(") + column + sign(node.op) + " ?" + (text ? ")" : ", 0)");
        add(node.values.first());
    }
    void oneOf(const Node &node)
    {
        m_condition.text += "(";
        for (qsizetype i = 0; i < node.values.size(); ++i) {
            const Cell &value = node.values[i];
            m_condition.text += i ? " OR " : "";
            if (isUnknown(value)) {
                m_condition.text += node.field.column + (node.field.type == FieldType::Text ? " = ''" : " IS NULL");
            } else {
                m_condition.text += node.field.column + " IS ?";
                add(value);
            }
        }
        m_condition.text += ")";
    }
    void add(const Cell &value)
    {
        if (const auto *number = std::get_if<qint64>(&value))
            m_condition.values.push_back(std::int64_t(*number));
        else
            m_condition.values.push_back(store::utf8(std::get<QString>(value)));
    }
    static const char *sign(Op op)
    {
        switch (op) {
        case Op::Less:
            return " <";
        case Op::LessOrEqual:
            return " <=";
        case Op::Greater:
            return " >";
        default:
            return " >=";
        }
    }

    store::Condition m_condition;
};

} // namespace

store::Condition Filter::condition() const
{
    Writer writer;
    if (m_root)
        writer.write(*m_root);
    return writer.take();
}

} // namespace usage
