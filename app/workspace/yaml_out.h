// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>
#include <QStringList>

namespace workspace {

// A YAML document to be written: block style, every text in double quotes, members in the order given.
class Yaml
{
public:
    static Yaml text(const QString &text) { return Yaml(Kind::Scalar, quoted(text)); }
    static Yaml number(qint64 number) { return Yaml(Kind::Scalar, QString::number(number)); }
    static Yaml flag(bool flag);
    // A number in decimal notation, as it stands.
    static Yaml decimal(const QString &number) { return Yaml(Kind::Scalar, number); }
    static Yaml texts(const QStringList &texts);
    static Yaml list() { return Yaml(Kind::List, {}); }
    static Yaml map() { return Yaml(Kind::Map, {}); }

    Yaml &add(Yaml item); // to a list
    Yaml &put(const char *name, Yaml value); // to a map; the name needs no quotes
    Yaml &put(const QString &name, Yaml value); // the name in quotes
    bool isEmpty() const { return m_kind != Kind::Scalar && m_parts.isEmpty(); }

    QString toText() const; // ends with an end of line
    static QString quoted(const QString &text);

private:
    enum class Kind { Scalar, List, Map };
    Yaml(Kind kind, QString scalar) : m_kind(kind), m_scalar(std::move(scalar)) {}
    void write(QString &out, int indent) const;
    QString inLine() const; // of what needs no lines of its own

    Kind m_kind;
    QString m_scalar;
    QStringList m_names; // of a map, one for each part
    QList<Yaml> m_parts;
};

} // namespace workspace
