// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/yaml_out.h"

using namespace Qt::StringLiterals;

namespace workspace {

Yaml Yaml::flag(bool flag)
{
    return Yaml(Kind::Scalar, flag ? u"true"_s : u"false"_s);
}

Yaml Yaml::texts(const QStringList &texts)
{
    Yaml out = list();
    for (const QString &one : texts)
        out.add(text(one));
    return out;
}

Yaml &Yaml::add(Yaml item)
{
    m_parts.append(std::move(item));
    return *this;
}

Yaml &Yaml::put(const char *name, Yaml value)
{
    m_names << QString::fromLatin1(name);
    return add(std::move(value));
}

Yaml &Yaml::put(const QString &name, Yaml value)
{
    m_names << quoted(name);
    return add(std::move(value));
}

// What a reader might take for an end of line, or could not be seen, is escaped.
static bool needsEscape(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() <= 0xa0) || c.unicode() == 0x2028
        || c.unicode() == 0x2029 || c.unicode() == 0xfeff;
}

QString Yaml::quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += needsEscape(c) ? u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QLatin1Char('0')) : QString(c);
    }
    return out + u'"';
}

QString Yaml::inLine() const
{
    if (m_kind == Kind::Scalar)
        return m_scalar;
    return m_kind == Kind::List ? u"[]"_s : u"{}"_s;
}

void Yaml::write(QString &out, int indent) const
{
    const QString margin(indent, u' ');
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const Yaml &part = m_parts.at(i);
        const bool flat = part.m_kind == Kind::Scalar || part.m_parts.isEmpty();
        if (m_kind == Kind::Map) {
            out += margin + m_names.at(i) + (flat ? u": "_s + part.inLine() : u":"_s) + u'\n';
            if (!flat)
                part.write(out, indent + 2);
            continue;
        }
        QString lines;
        if (!flat)
            part.write(lines, indent + 2);
        out += margin + u"- "_s + (flat ? part.inLine() + u'\n' : lines.mid(indent + 2));
    }
}

QString Yaml::toText() const
{
    QString out;
    if (m_kind == Kind::Scalar || m_parts.isEmpty())
        return inLine() + u'\n';
    write(out, 0);
    return out;
}

} // namespace workspace
