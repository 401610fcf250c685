// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/shell_words.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace workspace {

// Of Unicode's private use: nothing that people type looks like them, and what does is taken out.
static constexpr QChar nameStart(0xE000);
static constexpr QChar nameEnd(0xE001);
static constexpr qsizetype longestText = 2048;
static constexpr qsizetype mostVariables = 1000;

static bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r';
}

static bool isOfName(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

QChar ShellReader::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
}

QChar ShellReader::take()
{
    const QChar c = peek();
    ++m_at;
    if (c == u'\n')
        ++m_line;
    return c == nameStart || c == nameEnd ? QChar(u'?') : c;
}

void ShellReader::skip(qsizetype count)
{
    for (; count > 0 && !atEnd(); --count)
        take();
}

QString ShellReader::peekLine() const
{
    const qsizetype end = m_text.indexOf(u'\n', m_at);
    return m_text.mid(m_at, end < 0 ? -1 : end - m_at).toString();
}

QString ShellReader::lineRest()
{
    const QString rest = peekLine();
    skip(rest.size() + 1);
    return rest;
}

void ShellReader::singleQuoted(ShellWord &word)
{
    while (!atEnd() && peek() != u'\'')
        word.text += take();
    take();
}

void ShellReader::command(QChar end, ShellWord &word)
{
    word.hadCommand = true;
    for (int depth = 1; !atEnd() && depth > 0;) {
        const QChar c = take();
        if (c == u'(' && end == u')')
            ++depth;
        else if (c == end)
            --depth;
    }
}

// "$NAME", "${NAME}" and "${NAME:-else}" become marked names.
void ShellReader::dollar(ShellWord &word)
{
    take();
    if (peek() == u'(') {
        take();
        return command(u')', word);
    }
    const bool braced = peek() == u'{';
    if (braced)
        take();
    QString name;
    while (isOfName(peek()))
        name += take();
    while (braced && !atEnd() && peek() != u'\n' && take() != u'}')
        continue;
    if (name.isEmpty())
        word.text += u'$';
    else
        word.text += nameStart + name + nameEnd;
}

void ShellReader::doubleQuoted(ShellWord &word)
{
    while (!atEnd() && peek() != u'"') {
        if (peek() == u'$') {
            dollar(word);
        } else if (peek() == u'`') {
            take();
            command(u'`', word);
        } else if (peek() == u'\\' && u"\\\"$`\n"_s.contains(peek(1))) {
            take();
            if (const QChar c = take(); c != u'\n')
                word.text += c;
        } else {
            word.text += take();
        }
    }
    take();
}

// Of $'...', as browsers write it: "\n", "\'", "\x41", "\u0041".
void ShellReader::escapedQuoted(ShellWord &word)
{
    static const QHash<QChar, QChar> plain{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}};
    while (!atEnd() && peek() != u'\'') {
        const QChar c = take();
        if (c != u'\\') {
            word.text += c;
            continue;
        }
        const QChar kind = take();
        const qsizetype digits = kind == u'u' ? 4 : kind == u'x' ? 2 : 0;
        bool fits = false;
        const ushort code = digits > 0 ? m_text.mid(m_at, digits).toString().toUShort(&fits, 16) : ushort(0);
        if (fits)
            skip(digits);
        word.text += fits ? QChar(code) : plain.value(kind, kind);
    }
    take();
}

bool ShellReader::wordPiece(ShellWord &word)
{
    const QChar c = peek();
    if (atEnd() || isBlank(c) || u"\n;&|"_s.contains(c))
        return false;
    if (c == u'\'' || c == u'"') {
        take();
        c == u'"' ? doubleQuoted(word) : singleQuoted(word);
    } else if (c == u'$' && peek(1) == u'\'') {
        skip(2);
        escapedQuoted(word);
    } else if (c == u'$') {
        dollar(word);
    } else if (c == u'`') {
        take();
        command(u'`', word);
    } else if (c == u'\\') {
        take();
        if (peek() == u'\r' && peek(1) == u'\n')
            take();
        if (const QChar next = take(); next != u'\n' && !next.isNull())
            word.text += next;
    } else {
        word.text += take();
    }
    return true;
}

QList<ShellWord> ShellReader::statement()
{
    QList<ShellWord> words;
    while (!atEnd()) {
        while (isBlank(peek()) || (peek() == u'\\' && (peek(1) == u'\n' || (peek(1) == u'\r' && peek(2) == u'\n'))))
            take() == u'\\' ? skip(peek() == u'\r' ? 2 : 1) : void();
        if (peek() == u'#') {
            lineRest();
            return words;
        }
        if (atEnd() || u"\n;&|"_s.contains(peek())) {
            take();
            return words;
        }
        ShellWord word{{}, m_line, false};
        while (wordPiece(word))
            continue;
        words << word;
    }
    return words;
}

ShellWord ShellReader::envValue()
{
    while (isBlank(peek()))
        take();
    ShellWord word{{}, m_line, false};
    if (peek() == u'"' || peek() == u'\'') {
        wordPiece(word);
        lineRest();
        return word;
    }
    while (!atEnd() && peek() != u'\n') {
        if (peek() == u'#' && (word.text.isEmpty() || word.text.back().isSpace()))
            break;
        if (peek() == u'$' || peek() == u'`')
            wordPiece(word);
        else
            word.text += take();
    }
    lineRest();
    word.text = word.text.trimmed();
    return word;
}

QString onlyVariableIn(const QString &text)
{
    const bool one = text.size() > 2 && text.front() == nameStart && text.indexOf(nameEnd) == text.size() - 1;
    return one ? text.mid(1, text.size() - 2) : QString();
}

bool hasVariable(const QString &text)
{
    return text.contains(nameStart);
}

void ShellVariables::set(const QString &name, const QString &value)
{
    if (m_known.size() < mostVariables || m_known.contains(name))
        m_known.insert(name, value.left(longestText));
}

QString ShellVariables::resolved(const QString &text) const
{
    if (!hasVariable(text))
        return text;
    static const QRegularExpression marked(u"%1([^%2]*)%2"_s.arg(nameStart).arg(nameEnd));
    QString out;
    qsizetype last = 0;
    for (const auto &match : marked.globalMatch(text)) {
        const QString name = match.captured(1);
        out += QStringView(text).mid(last, match.capturedStart() - last);
        out += m_known.contains(name) ? m_known.value(name) : match.captured(0);
        last = match.capturedEnd();
        if (out.size() > longestText)
            return text;
    }
    out += QStringView(text).mid(last);
    return out;
}

} // namespace workspace
