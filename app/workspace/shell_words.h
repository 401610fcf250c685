// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QStringList>

namespace workspace {

// A word of a shell text with its quotes taken off. Variables are marked, commands ("$(...)", backticks) left out: nothing
// is ever run or looked up.
struct ShellWord
{
    QString text;
    int line = 1;
    bool hadCommand = false;
};

// Reads a text as a POSIX shell cuts it: quotes, $'...', line continuation, comments, operators.
class ShellReader
{
public:
    explicit ShellReader(QStringView text) : m_text(text) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    int line() const { return m_line; }
    QList<ShellWord> statement(); // up to the next line break or operator; may be empty
    ShellWord envValue(); // what stands behind "NAME=" in a .env file, up to the end of its line
    QString lineRest(); // up to the line break, which is taken too
    QString peekLine() const;
    void skip(qsizetype count);

private:
    QChar peek(qsizetype ahead = 0) const;
    QChar take();
    bool wordPiece(ShellWord &word); // false: the word ends here
    void singleQuoted(ShellWord &word);
    void doubleQuoted(ShellWord &word);
    void escapedQuoted(ShellWord &word); // $'...'
    void dollar(ShellWord &word);
    void command(QChar end, ShellWord &word);

    QStringView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

// The name, if the text is one variable and nothing else; else empty.
QString onlyVariableIn(const QString &text);
bool hasVariable(const QString &text);
// The variables that a text sets, for those that come behind. Bounded: a text can neither set many nor make one grow.
class ShellVariables
{
public:
    void set(const QString &name, const QString &value);
    QString resolved(const QString &text) const; // with those replaced that are set

private:
    QHash<QString, QString> m_known;
};

} // namespace workspace
