// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/line_reader.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr qint64 longestLine = 1'000'000;

// Walks the text of an object that QJsonDocument has found to be valid, to give numbers as they are written: a double in
// between would change money.
class Members
{
public:
    explicit Members(const QByteArray &text) : m_text(text) {}

    QList<std::pair<QString, QString>> all()
    {
        QList<std::pair<QString, QString>> members;
        m_at = m_text.indexOf('{') + 1;
        for (skipSpace(); m_text[m_at] != '}'; skipSpace()) {
            const QString name = string();
            skipSpace();
            ++m_at; // the colon
            skipSpace();
            if (const std::optional<QString> text = value())
                members << std::pair(name, *text);
            skipSpace();
            m_at += m_text[m_at] == ',';
        }
        return members;
    }

private:
    void skipSpace()
    {
        while (QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }
    QString string()
    {
        const qsizetype start = m_at++;
        while (m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        const QByteArray literal = '[' + m_text.mid(start, m_at - start) + ']';
        return QJsonDocument::fromJson(literal).array().first().toString();
    }
    std::optional<QString> value()
    {
        const char first = m_text[m_at];
        if (first == '"')
            return string();
        if (first == '{' || first == '[') {
            skipNested();
            return {};
        }
        const qsizetype start = m_at;
        while (!QByteArrayView(",} \t\r\n").contains(m_text[m_at]))
            ++m_at;
        const QByteArray word = m_text.mid(start, m_at - start);
        return word == "null" ? std::nullopt : std::optional(QString::fromLatin1(word));
    }
    void skipNested()
    {
        int depth = 0;
        do {
            const char c = m_text[m_at];
            if (c == '"') {
                string();
                continue;
            }
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++m_at;
        } while (depth > 0);
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

class JsonLines final : public LineReader
{
public:
    explicit JsonLines(QIODevice &device) : m_device(device)
    {
        if (m_device.peek(3) == "\xef\xbb\xbf")
            m_device.skip(3);
    }

    std::optional<Line> next() override
    {
        QByteArray text;
        do {
            text = m_device.readLine(longestLine);
            if (text.isEmpty())
                return {};
            ++m_line;
        } while (text.trimmed().isEmpty());
        Line line{m_line, {}, {}};
        if (const auto members = flatObject(text))
            line.cells = *members;
        else
            line.why = text.size() < longestLine - 1 ? u"it is no JSON object"_s : u"it is longer than a megabyte"_s;
        return line;
    }

private:
    QIODevice &m_device;
    qint64 m_line = 0;
};

} // namespace

std::optional<QList<std::pair<QString, QString>>> flatObject(const QByteArray &text)
{
    if (!QJsonDocument::fromJson(text).isObject())
        return {};
    return Members(text).all();
}

std::unique_ptr<LineReader> jsonReader(QIODevice &device)
{
    return std::make_unique<JsonLines>(device);
}

} // namespace usage
