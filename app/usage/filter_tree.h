// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "usage/filter.h"
#include <QRegularExpression>
#include <vector>

namespace usage::filter {

enum class Op { Equal, Less, LessOrEqual, Greater, GreaterOrEqual, Matches };

// A node of a parsed filter: a comparison, or its children joined.
struct Node
{
    enum class Kind { And, Or, Not, Compare } kind = Kind::Compare;
    std::vector<Node> children;
    Field field;
    Op op = Op::Equal;
    QList<Cell> values; // Equal: any of them
    QRegularExpression pattern; // Matches
};

// A piece of filter text.
struct Token
{
    enum class Kind { Word, Op, Open, Close, Comma, End } kind = Kind::End;
    QString text;
    qsizetype position = 0;
    bool quoted = false;

    bool isKeyword(QLatin1StringView word) const
    {
        return kind == Kind::Word && !quoted && text.compare(word, Qt::CaseInsensitive) == 0;
    }
};

// Ends with an End token.
tl::expected<QList<Token>, FilterError> tokens(const QString &text);
// The value of a word for a field.
tl::expected<Cell, FilterError> valueOf(const Token &word, const Field &field, const FilterMoment &moment);
// Whether a cell says nothing.
bool isUnknown(const Cell &cell);

} // namespace usage::filter
