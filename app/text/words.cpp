// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words.h"
#include "text/sentences.h"
#include "text/units.h"
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace text {

static QString say(const char *sentence)
{
    return QCoreApplication::translate("text", sentence);
}

static QString placeOf(const Attempt &attempt)
{
    const QString address = attempt.url.toString(
        QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (!attempt.gateway.isEmpty() && !address.isEmpty())
        return say(QT_TRANSLATE_NOOP("text", "“%1” at %2")).arg(attempt.gateway, address);
    if (!attempt.gateway.isEmpty())
        return say(QT_TRANSLATE_NOOP("text", "“%1”")).arg(attempt.gateway);
    return address.isEmpty() ? say(QT_TRANSLATE_NOOP("text", "the gateway")) : address;
}

static QString headingOf(const Sentences &said, const Attempt &attempt)
{
    const QString place = attempt.gateway.isEmpty() ? QString() : attempt.gateway;
    if (attempt.intent.isEmpty())
        return say(said.what);
    if (place.isEmpty())
        return say(QT_TRANSLATE_NOOP("text", "Could not %1")).arg(attempt.intent);
    return say(QT_TRANSLATE_NOOP("text", "Could not %1 on “%2”")).arg(attempt.intent, place);
}

// "idle: limit of 30000 ms" -> "30 s", for the sentences that say how long was waited.
static QString limitIn(const QString &detail)
{
    static const QRegularExpression limit(u"limit of (\\d+) ms"_s);
    const auto match = limit.match(detail);
    return match.hasMatch() ? duration(std::chrono::milliseconds(match.captured(1).toLongLong())) : QString();
}

static QString causeOf(const Failure &failure)
{
    QString cause = failure.detail.simplified();
    if (cause.isEmpty() && failure.httpStatus > 0)
        cause = u"HTTP %1"_s.arg(failure.httpStatus);
    const qsizetype longest = failure.kind == FailureKind::Input ? 400 : 160; // a path, and then the line in the file
    if (cause.size() > longest)
        cause = cause.left(longest - 3) + u"..."_s;
    while (cause.endsWith(u'.'))
        cause.chop(1);
    return cause;
}

// "The gateway refused the key." + "HTTP 401" -> "The gateway refused the key (HTTP 401)."
static QString withCause(QString sentence, const QString &cause)
{
    if (!cause.isEmpty() && sentence.endsWith(u'.'))
        sentence.insert(sentence.size() - 1, u" ("_s + cause + u')');
    return sentence;
}

Words wordsOf(const Failure &failure, const Attempt &attempt)
{
    const Sentences &said = sentencesOf(failure);
    const auto filled = [&](const char *sentence) {
        QString out = say(sentence); // one after the other: an argument may hold "%1" itself
        out.replace(u"{limit}"_s, limitIn(failure.detail));
        QString place = placeOf(attempt);
        if (attempt.gateway.isEmpty() && attempt.url.isEmpty() && out.startsWith(u"{place}"_s))
            place.front() = place.front().toUpper(); // "the gateway" begins the sentence
        return out.replace(u"{place}"_s, place);
    };
    return {headingOf(said, attempt), withCause(filled(said.why), causeOf(failure)), filled(said.next)};
}

} // namespace text
