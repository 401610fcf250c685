// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/json_numbers.h"
#include "base/money.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

// Walks a text that is known to be valid. Recursive: QJsonDocument has refused what is nested deeper than 1024.
class Walker
{
public:
    Walker(const QByteArray &text, QHash<QString, QString> &found) : m_text(text), m_found(found) {}

    void value(const QString &path)
    {
        skipSpace();
        const char first = current();
        if (first == '{')
            object(path);
        else if (first == '[')
            array(path);
        else if (first == '"')
            string();
        else
            word(path);
        skipSpace();
    }

private:
    char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }
    QByteArray string()
    {
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        return m_text.mid(start, m_at - start);
    }
    static QString nameIn(const QByteArray &literal)
    {
        if (!literal.contains('\\'))
            return QString::fromUtf8(literal.mid(1, literal.size() - 2));
        return QJsonDocument::fromJson('[' + literal + ']').array().first().toString();
    }
    bool goesOn(char end)
    {
        const char c = current();
        ++m_at;
        return c != end && c != '\0';
    }
    void object(const QString &path)
    {
        ++m_at;
        skipSpace();
        if (current() == '}') {
            ++m_at;
            return;
        }
        do {
            skipSpace();
            const QString name = nameIn(string());
            skipSpace();
            ++m_at; // the colon
            value(path.isEmpty() ? name : path + u'.' + name);
        } while (goesOn('}'));
    }
    void array(const QString &path)
    {
        ++m_at;
        skipSpace();
        if (current() == ']') {
            ++m_at;
            return;
        }
        int i = 0;
        do
            value(u"%1[%2]"_s.arg(path).arg(i++));
        while (goesOn(']'));
    }
    void word(const QString &path)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text[m_at]))
            ++m_at;
        const QByteArray text = m_text.mid(start, m_at - start);
        if (!text.isEmpty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9')))
            m_found.insert(path, QString::fromLatin1(text));
    }

    const QByteArray &m_text;
    QHash<QString, QString> &m_found;
    qsizetype m_at = 0;
};

constexpr QChar mark(0x01); // before the digits of decimalJson(); no text of a gateway begins with it

} // namespace

JsonNumbers::JsonNumbers(const QByteArray &validJson)
{
    Walker(validJson, m_texts).value({});
}

std::optional<qint64> shiftedNanos(const QString &decimal, int shift)
{
    const qsizetype e = decimal.indexOf(u'e', 0, Qt::CaseInsensitive);
    bool readable = true;
    const int power = e < 0 ? 0 : decimal.mid(e + 1).toInt(&readable);
    if (!readable || qAbs(power) > 900)
        return {};
    const QString mantissa = e < 0 ? decimal : decimal.left(e);
    return money::nanosOf(u"%1e%2"_s.arg(mantissa.trimmed()).arg(power + shift));
}

QJsonValue decimalJson(qint64 nanos)
{
    return mark + money::decimal(nanos);
}

QByteArray compactJson(const QJsonObject &object)
{
    static const QRegularExpression marked(u"\"\\\\u0001(-?[0-9]+(?:\\.[0-9]+)?)\""_s);
    QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return text.replace(marked, u"\\1"_s).toUtf8();
}

} // namespace gateway
