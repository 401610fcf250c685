// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/writer.h"
#include <QCoreApplication>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

// JUnit XML: a suite for each check, a case for each assertion. Warnings pass there; their text is kept as output.
namespace evidence {

static QString seconds(std::optional<qint64> ms)
{
    return QString::number(double(ms.value_or(0)) / 1000, 'f', 3);
}

static void element(QXmlStreamWriter &xml, const QString &name, const QString &message, const QString &next = {})
{
    xml.writeStartElement(name);
    xml.writeAttribute(u"message"_s, message);
    if (!next.isEmpty())
        xml.writeCharacters(QCoreApplication::translate("evidence", "Next step: %1.").arg(next));
    xml.writeEndElement();
}

// Kept apart from the sentences, for programs; JUnit wants it before the cases.
static void writeProperties(QXmlStreamWriter &xml, const CheckReport &check)
{
    if (check.next.isEmpty())
        return;
    xml.writeStartElement(u"properties"_s);
    xml.writeEmptyElement(u"property"_s);
    xml.writeAttribute(u"name"_s, u"next"_s);
    xml.writeAttribute(u"value"_s, printable(check.next));
    xml.writeEndElement();
}

static void writeCase(QXmlStreamWriter &xml, const CheckReport &check, const Reason &reason)
{
    const QString text = printable(reason.text);
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, printable(nameOf(check)));
    xml.writeAttribute(u"name"_s, reason.id);
    if (reason.outcome == Outcome::Failed)
        element(xml, u"failure"_s, text, printable(check.next));
    else if (reason.outcome == Outcome::Inconclusive)
        element(xml, u"error"_s, text, printable(check.next));
    else if (reason.outcome == Outcome::Skipped || reason.outcome == Outcome::Unsupported)
        element(xml, u"skipped"_s, text);
    else
        xml.writeTextElement(u"system-out"_s, outcomeName(reason.outcome) + u": "_s + text);
    xml.writeEndElement();
}

static void writeSuite(QXmlStreamWriter &xml, const CheckReport &check)
{
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, printable(nameOf(check)));
    xml.writeAttribute(u"tests"_s, QString::number(check.reasons.size()));
    xml.writeAttribute(u"failures"_s, QString::number(countOf(check, Outcome::Failed)));
    xml.writeAttribute(u"errors"_s, QString::number(countOf(check, Outcome::Inconclusive)));
    const int skipped = countOf(check, Outcome::Skipped) + countOf(check, Outcome::Unsupported);
    xml.writeAttribute(u"skipped"_s, QString::number(skipped));
    xml.writeAttribute(u"time"_s, seconds(check.totalMs));
    xml.writeAttribute(u"timestamp"_s, check.started.toUTC().toString(Qt::ISODate));
    writeProperties(xml, check);
    for (const Reason &reason : check.reasons)
        writeCase(xml, check, reason);
    xml.writeEndElement();
}

static QByteArray write(const RunReport &report)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"name"_s, printable(u"gatewright %1 %2"_s.arg(report.profile, report.id)));
    for (const CheckReport &check : report.checks)
        writeSuite(xml, check);
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

extern const Writer junitWriter;
const Writer junitWriter{"junit", "report.xml", write};

} // namespace evidence
