// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/filter_tree.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace usage::filter {

namespace {

tl::unexpected<FilterError> error(qsizetype position, const char *why)
{
    return tl::unexpected<FilterError>(FilterError{position, QCoreApplication::translate("Filter", why)});
}

bool endsWord(QChar c)
{
    return c.isSpace() || u"(),=!<>~\"'"_s.contains(c);
}

// A word in quotes; a backslash takes the next character as it is.
tl::expected<Token, FilterError> quotedWord(const QString &text, qsizetype start)
{
    Token word{Token::Kind::Word, {}, start, true};
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == text[start])
            return word;
        if (text[i] == u'\\' && i + 1 < text.size())
            ++i;
        word.text += text[i];
    }
    return error(start, QT_TRANSLATE_NOOP("Filter", "this quote is not closed"));
}

Token bareWord(const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && !endsWord(text[end]))
        ++end;
    return {Token::Kind::Word, text.mid(start, end - start), start, false};
}

tl::expected<Token, FilterError> sign(const QString &text, qsizetype start)
{
    switch (text[start].unicode()) {
    case u'(':
        return Token{Token::Kind::Open, u"("_s, start, false};
    case u')':
        return Token{Token::Kind::Close, u")"_s, start, false};
    case u',':
        return Token{Token::Kind::Comma, u","_s, start, false};
    default:
        break;
    }
    for (const QString &op : {u"!="_s, u"<="_s, u">="_s, u"="_s, u"<"_s, u">"_s, u"~"_s})
        if (text.mid(start).startsWith(op))
            return Token{Token::Kind::Op, op, start, false};
    return error(start, QT_TRANSLATE_NOOP("Filter", "write != for \"not equal\""));
}

} // namespace

tl::expected<QList<Token>, FilterError> tokens(const QString &text)
{
    QList<Token> all;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const bool quoted = text[at] == u'"' || text[at] == u'\'';
        tl::expected<Token, FilterError> token;
        if (quoted)
            token = quotedWord(text, at);
        else if (endsWord(text[at]))
            token = sign(text, at);
        else
            token = bareWord(text, at);
        if (!token)
            return tl::unexpected<FilterError>(token.error());
        if (quoted) {
            // As long as it was written, escapes included.
            for (++at; text[at] != text[token->position]; ++at)
                at += text[at] == u'\\';
            ++at;
        } else {
            at += token->text.size();
        }
        all << *token;
    }
    all << Token{Token::Kind::End, {}, text.size(), false};
    return all;
}

} // namespace usage::filter
