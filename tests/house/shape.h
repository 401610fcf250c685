// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRegularExpression>
#include <QStringList>

// Sizes of functions and classes, read off the layout that clang-format gives: a body starts with a brace of its own line.
namespace house {

struct Body
{
    QString signature; // on one line
    int lines = 0;
    QStringList inner;

    bool isType() const { return signature.contains(typeWord()); }
    bool isInterface() const { return isType() && inner.filter(QStringLiteral("= 0;")).size() > 0; }

private:
    static QRegularExpression typeWord()
    {
        return QRegularExpression(QStringLiteral("(^|> ?)(class|struct|enum|union)\\b[^()]*$|^(class|struct)\\b"));
    }
};

inline int indentOf(const QString &line)
{
    int n = 0;
    while (n < line.size() && line.at(n) == u' ')
        ++n;
    return n;
}

// The lines above a brace that belong to what it opens.
inline QString signatureAbove(const QStringList &lines, int brace)
{
    QStringList out;
    for (int i = brace - 1; i >= 0; --i) {
        const QString line = lines.at(i).trimmed();
        const bool before = line.isEmpty() || line.endsWith(u';') || line.endsWith(u'}') || line.endsWith(u'{')
            || line.startsWith(u'#') || line.startsWith(u"//") || line == u"public:" || line == u"private:"
            || line == u"protected:" || line.endsWith(u"slots:") || line == u"signals:";
        if (before)
            break;
        out.prepend(line);
    }
    return out.join(u' ');
}

inline QList<Body> bodiesOf(const QString &code)
{
    const QStringList lines = code.split(u'\n');
    QList<Body> out;
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).trimmed() != u"{")
            continue;
        const QString close = QString(indentOf(lines.at(i)), u' ') + u'}';
        Body body{signatureAbove(lines, i), 0, {}};
        int end = i + 1;
        for (; end < lines.size() && !lines.at(end).startsWith(close); ++end)
            body.inner << lines.at(end);
        body.lines = end - i - 1;
        if (!body.signature.isEmpty())
            out << body;
    }
    return out;
}

// Parameters of a function's signature: the commas of its first bracket, templates and nested brackets left aside.
inline int parameterCount(const QString &signature)
{
    const qsizetype open = signature.indexOf(u'(');
    int depth = 0;
    int commas = 0;
    bool any = false;
    for (qsizetype i = open; open >= 0 && i < signature.size(); ++i) {
        const QChar c = signature.at(i);
        if (c == u'(' || c == u'<' || c == u'{')
            ++depth;
        else if (c == u')' || c == u'>' || c == u'}')
            --depth;
        else if (c == u',' && depth == 1)
            ++commas;
        else if (!c.isSpace() && depth >= 1)
            any = true;
        if (depth == 0)
            break;
    }
    return any ? commas + 1 : 0;
}

// Methods a user of the class can call: declarations in its public part, at its own depth.
inline int publicMethods(const Body &type)
{
    static const QRegularExpression method(
        QStringLiteral("^(?!using|friend|explicit|signals|Q_)[\\w:<>,&*~ \\[\\]]+\\("));
    bool open = type.signature.startsWith(u"struct");
    int count = 0;
    const int depth = type.inner.isEmpty() ? 0 : 4 + indentOf(type.inner.first()) / 4 * 4;
    for (const QString &line : type.inner) {
        const QString text = line.trimmed();
        if (text.endsWith(u':') && !text.contains(u' '))
            open = text == u"public:";
        else if (text == u"signals:" || text.endsWith(u"slots:"))
            open = false;
        else if (open && indentOf(line) <= depth && indentOf(line) > 0 && method.match(text).hasMatch())
            count += !text.contains(u"operator") && !text.contains(u"override");
    }
    return count;
}

inline int virtuals(const Body &type)
{
    return int(type.inner.filter(QRegularExpression(QStringLiteral("^\\s+virtual\\b(?!.*~)"))).size());
}

} // namespace house
