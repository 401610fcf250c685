// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/writer.h"
#include <algorithm>
#include <QCoreApplication>

namespace evidence {

extern const Writer jsonWriter;
extern const Writer junitWriter;
extern const Writer htmlWriter;

const QList<const Writer *> &writers()
{
    static const QList<const Writer *> all{
        &jsonWriter,
        &junitWriter,
        &htmlWriter,
    };
    return all;
}

const Writer *writerOf(QStringView id)
{
    for (const Writer *writer : writers())
        if (id == QLatin1String(writer->id))
            return writer;
    return nullptr;
}

QString outcomeName(Outcome outcome)
{
    static const char *const names[] = {"passed", "skipped", "unsupported", "warned", "inconclusive", "failed"};
    return QString::fromLatin1(names[int(outcome)]);
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Passed:
        return QCoreApplication::translate("evidence", "passed");
    case Outcome::Skipped:
        return QCoreApplication::translate("evidence", "skipped");
    case Outcome::Unsupported:
        return QCoreApplication::translate("evidence", "unsupported");
    case Outcome::Warned:
        return QCoreApplication::translate("evidence", "warning");
    case Outcome::Inconclusive:
        return QCoreApplication::translate("evidence", "inconclusive");
    case Outcome::Failed:
        break;
    }
    return QCoreApplication::translate("evidence", "failed");
}

int countOf(const CheckReport &check, Outcome outcome)
{
    return int(std::count_if(check.reasons.cbegin(), check.reasons.cend(),
        [outcome](const Reason &reason) { return reason.outcome == outcome; }));
}

static bool isPaired(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate())
        return at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    return at > 0 && text.at(at - 1).isHighSurrogate();
}

QString printable(QString text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        const bool control = c.unicode() < 0x20 && c != u'\n' && c != u'\t' && c != u'\r';
        if (control || c.unicode() >= 0xfffe || (c.isSurrogate() && !isPaired(text, at)))
            text[at] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace evidence
