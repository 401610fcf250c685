// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"
#include "cli/words.h"
#include <cstdio>
#include <QJsonDocument>
#include <QRegularExpression>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cli {

static void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

bool coloured(int fileDescriptor)
{
    return ::isatty(fileDescriptor) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR");
}

QJsonObject listDocument(const QJsonArray &items, bool complete, const QString &next)
{
    const QJsonValue cursor = next.isEmpty() ? QJsonValue() : QJsonValue(next);
    return {{u"items"_s, items}, {u"next"_s, cursor}, {u"complete"_s, complete}};
}

// What came from a gateway must not steer the terminal.
static QString printable(QString text, QStringView kept = {})
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control && !kept.contains(c))
            c = QChar::ReplacementCharacter;
    return text;
}

static QByteArray lines(const QString &text)
{
    return printable(text, u"\n\t").toUtf8();
}

void Output::line(const QString &text)
{
    if (!m_json)
        write(stdout, lines(text) + '\n');
}

void Output::table(const Table &rows)
{
    if (m_json || rows.isEmpty())
        return;
    QList<qsizetype> widths(rows.first().size());
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = qMax(widths.at(i), row.at(i).size());
    QByteArray out;
    for (const QStringList &row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += printable(row.at(i)).leftJustified(widths.at(i) + 2);
        const bool heading = &row == &rows.first() && coloured(STDOUT_FILENO);
        text = text.trimmed().isEmpty() ? QString() : text.replace(QRegularExpression(u"\\s+$"_s), {});
        out += heading ? "\033[1m" + text.toUtf8() + "\033[0m\n" : text.toUtf8() + '\n';
    }
    write(stdout, out);
}

void Output::document(const QJsonObject &object)
{
    if (m_json)
        write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::jsonLine(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::note(const QString &text)
{
    write(stderr, lines(text) + '\n');
}

void Output::live(const QString &text)
{
    write(stderr, lines(text));
}

int Output::failed(const Trouble &trouble, QJsonObject with)
{
    if (m_json) {
        const QJsonObject error{
            {u"kind"_s, trouble.kind}, {u"what"_s, trouble.what}, {u"why"_s, trouble.why}, {u"try"_s, trouble.next}};
        with.insert(u"error"_s, error);
        document(with);
    } else {
        note(u"gwctl: %1: %2\n  %3 %4"_s.arg(trouble.what, trouble.why, Words::tr("try:"), trouble.next));
    }
    return trouble.exit;
}

} // namespace cli
