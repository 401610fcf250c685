// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/filter.h"
#include "usage/filter_tree.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

using filter::Node;
using filter::Op;
using filter::Token;

constexpr int deepest = 64;

// Recursive descent over the tokens: or, and, not, comparison. The first error wins.
class Parser
{
    Q_DECLARE_TR_FUNCTIONS(Filter)

public:
    Parser(QList<Token> tokens, const QList<Field> &fields, const FilterMoment &moment)
        : m_tokens(std::move(tokens)), m_fields(fields), m_moment(moment)
    {}

    tl::expected<Node, FilterError> parse()
    {
        Node root = any();
        if (!m_error && now().kind != Token::Kind::End)
            refuse(now(), tr("expected \"and\", \"or\" or the end here"));
        if (m_error)
            return tl::unexpected<FilterError>(*m_error);
        return root;
    }

private:
    const Token &now() const { return m_tokens.at(m_at); }
    Token take() { return m_tokens.at(m_at < m_tokens.size() - 1 ? m_at++ : m_at); }
    void refuse(const Token &token, const QString &why)
    {
        if (!m_error)
            m_error = FilterError{token.position, why};
        m_at = m_tokens.size() - 1;
    }

    Node joined(Node::Kind kind, QLatin1StringView word, Node (Parser::*part)())
    {
        Node all{kind, {}, {}, {}, {}, {}};
        all.children.push_back((this->*part)());
        while (now().isKeyword(word)) {
            take();
            all.children.push_back((this->*part)());
        }
        return all.children.size() == 1 ? std::move(all.children.front()) : all;
    }
    Node any() { return joined(Node::Kind::Or, "or"_L1, &Parser::every); }
    Node every() { return joined(Node::Kind::And, "and"_L1, &Parser::single); }
    Node single()
    {
        if (++m_depth > deepest)
            refuse(now(), tr("this is nested too deeply"));
        Node node = now().isKeyword("not"_L1) ? negated()
            : now().kind == Token::Kind::Open ? inParentheses()
                                              : comparison();
        --m_depth;
        return node;
    }
    Node negated()
    {
        take();
        return isNot(single());
    }
    static Node isNot(Node node)
    {
        Node outer{Node::Kind::Not, {}, {}, {}, {}, {}};
        outer.children.push_back(std::move(node));
        return outer;
    }
    Node inParentheses()
    {
        const Token open = take();
        Node node = any();
        if (now().kind != Token::Kind::Close)
            refuse(open, tr("this parenthesis is not closed"));
        take();
        return node;
    }

    Node comparison()
    {
        Node node;
        const Token name = take();
        if (name.kind != Token::Kind::Word) {
            refuse(name, tr("expected the name of a field here"));
            return node;
        }
        if (!findField(name, node.field))
            return node;
        if (now().isKeyword("in"_L1)) {
            take();
            return oneOf(std::move(node));
        }
        if (now().isKeyword("not"_L1) && m_tokens.at(m_at + 1).isKeyword("in"_L1)) {
            m_at += 2;
            return isNot(oneOf(std::move(node)));
        }
        return withOperator(std::move(node));
    }
    bool findField(const Token &name, Field &found)
    {
        QStringList names;
        for (const Field &field : m_fields) {
            if (field.name.compare(name.text, Qt::CaseInsensitive) == 0) {
                found = field;
                return true;
            }
            names << field.name;
        }
        refuse(name, tr("there is no field \"%1\"; the fields are %2").arg(name.text, names.join(u", "_s)));
        return false;
    }
    Node withOperator(Node node)
    {
        const Token op = take();
        if (op.kind != Token::Kind::Op) {
            refuse(op, tr("expected one of = != < > <= >= ~ or \"in\" here"));
            return node;
        }
        const Token word = take();
        if (word.kind != Token::Kind::Word) {
            refuse(word, tr("expected a value here"));
            return node;
        }
        if (op.text == u"~")
            return matching(std::move(node), word);
        static const QHash<QString, Op> ops{{u"="_s, Op::Equal}, {u"!="_s, Op::Equal}, {u"<"_s, Op::Less},
            {u"<="_s, Op::LessOrEqual}, {u">"_s, Op::Greater}, {u">="_s, Op::GreaterOrEqual}};
        node.op = ops.value(op.text);
        addValue(node, word);
        return op.text == u"!=" ? isNot(std::move(node)) : node;
    }
    Node matching(Node node, const Token &word)
    {
        node.op = Op::Matches;
        node.pattern = QRegularExpression(word.text);
        if (node.field.type != FieldType::Text)
            refuse(word, tr("~ is for text, and %1 is none").arg(node.field.name));
        else if (!node.pattern.isValid())
            refuse(word, tr("this regular expression is not valid: %1").arg(node.pattern.errorString()));
        return node;
    }
    Node oneOf(Node node)
    {
        const Token open = take();
        if (open.kind != Token::Kind::Open)
            refuse(open, tr("expected values in parentheses after \"in\""));
        bool more = true;
        while (!m_error && more) {
            const Token word = take();
            if (word.kind != Token::Kind::Word)
                refuse(word, tr("expected a value here"));
            else
                addValue(node, word);
            more = now().kind == Token::Kind::Comma;
            if (more)
                take();
        }
        if (!m_error && take().kind != Token::Kind::Close)
            refuse(open, tr("this parenthesis is not closed"));
        return node;
    }
    void addValue(Node &node, const Token &word)
    {
        const auto value = filter::valueOf(word, node.field, m_moment);
        if (!value)
            refuse(Token{Token::Kind::Word, {}, value.error().position, false}, value.error().why);
        else
            node.values << *value;
    }

    QList<Token> m_tokens;
    const QList<Field> &m_fields;
    const FilterMoment &m_moment;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace

tl::expected<Filter, FilterError> Filter::parse(
    const QString &text, const QList<Field> &fields, const FilterMoment &moment)
{
    const auto tokens = filter::tokens(text);
    if (!tokens)
        return tl::unexpected<FilterError>(tokens.error());
    Filter filter;
    if (tokens->size() == 1)
        return filter;
    auto root = Parser(*tokens, fields, moment).parse();
    if (!root)
        return tl::unexpected<FilterError>(root.error());
    filter.m_root = std::make_shared<const Node>(std::move(*root));
    return filter;
}

QString inWords(const FilterError &error)
{
    return QCoreApplication::translate("Filter", "at character %1: %2").arg(error.position + 1).arg(error.why);
}

} // namespace usage
