// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage/line_reader.h"
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace usage {

namespace {

constexpr qint64 longestRecord = 1'000'000; // bytes: an open quote must not swallow a whole file

// One record as raw bytes by cell, after RFC 4180.
struct Record
{
    qint64 number = 0;
    QList<QByteArray> cells;
    QString why;
};

class Csv final : public LineReader
{
public:
    explicit Csv(QIODevice &device) : m_device(device)
    {
        if (m_device.peek(3) == "\xef\xbb\xbf")
            m_device.skip(3);
        const QByteArray first = m_device.peek(longestRecord).split('\n').first();
        if (!first.contains(','))
            m_separator = first.contains(';') ? ';' : first.contains('\t') ? '\t' : ',';
        if (const std::optional<Record> head = record())
            for (const QByteArray &cell : head->cells)
                m_header << QString::fromUtf8(cell).trimmed();
    }
    QStringList header() const override { return m_header; }

    std::optional<Line> next() override
    {
        std::optional<Record> raw = record();
        while (raw && raw->why.isEmpty() && raw->cells == QList<QByteArray>{QByteArray()})
            raw = record(); // an empty line
        if (!raw)
            return {};
        return lineOf(*raw);
    }

private:
    Line lineOf(const Record &raw) const
    {
        Line line{raw.number, {}, raw.why};
        if (line.why.isEmpty() && raw.cells.size() != m_header.size())
            line.why = u"it has %1 fields, the header has %2"_s.arg(raw.cells.size()).arg(m_header.size());
        for (qsizetype i = 0; line.why.isEmpty() && i < raw.cells.size(); ++i) {
            QStringDecoder utf8(QStringDecoder::Utf8);
            const QString text = utf8(raw.cells[i]);
            if (utf8.hasError())
                line.why = u"%1 is not UTF-8"_s.arg(m_header[i]);
            line.cells << std::pair(m_header[i], text);
        }
        return line;
    }

    bool get(char &c)
    {
        if (m_at == m_block.size()) {
            m_block = m_device.read(65536);
            m_at = 0;
            if (m_block.isEmpty())
                return false;
        }
        c = m_block[m_at++];
        return true;
    }
    bool nextIs(char wanted)
    {
        char c = 0;
        if (!get(c))
            return false;
        if (c != wanted)
            --m_at;
        return c == wanted;
    }

    std::optional<Record> record()
    {
        char c = 0;
        if (!get(c))
            return {};
        --m_at;
        Record record{m_line, {}, {}};
        record.cells << QByteArray();
        m_taken = 0;
        while (get(c) && ++m_taken < longestRecord) {
            QByteArray &cell = record.cells.last();
            if (c == '"' && cell.isEmpty()) {
                if (!quoted(cell, record))
                    return record;
            } else if (c == '"') {
                record.why = u"a quote stands inside a field that is not in quotes"_s;
                cell += c;
            } else if (c == m_separator) {
                record.cells << QByteArray();
            } else if (c == '\n' || (c == '\r' && nextIs('\n'))) {
                ++m_line;
                return record;
            } else {
                cell += c;
            }
        }
        if (m_taken >= longestRecord)
            record.why = u"it is longer than a megabyte"_s;
        return record;
    }
    // The rest of a field in quotes; false when the file ends in it.
    bool quoted(QByteArray &cell, Record &record)
    {
        char c = 0;
        while (get(c) && ++m_taken < longestRecord) {
            m_line += c == '\n';
            if (c != '"') {
                cell += c;
            } else if (nextIs('"')) {
                cell += '"';
            } else {
                return true;
            }
        }
        record.why = u"a quote that begins here is not closed"_s;
        return false;
    }

    QIODevice &m_device;
    QByteArray m_block;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_taken = 0;
    char m_separator = ',';
    QStringList m_header;
};

} // namespace

std::unique_ptr<LineReader> csvReader(QIODevice &device)
{
    return std::make_unique<Csv>(device);
}

std::unique_ptr<LineReader> readerOf(QIODevice &device)
{
    const QByteArray start = device.peek(4096);
    const QByteArray text = (start.startsWith("\xef\xbb\xbf") ? start.mid(3) : start).trimmed();
    return text.startsWith('{') ? jsonReader(device) : csvReader(device);
}

} // namespace usage
