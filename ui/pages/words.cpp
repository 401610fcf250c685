// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/words.h"
#include "kit/notice.h"
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

static QString say(const char *text)
{
    return QCoreApplication::translate("pages", text);
}

QString kindName(const QString &kind)
{
    if (kind == u"embedded"_s)
        return say(QT_TRANSLATE_NOOP("pages", "Test gateway"));
    if (kind == u"plain_openai"_s)
        return say(QT_TRANSLATE_NOOP("pages", "OpenAI-compatible"));
    static const QHash<QString, QString> brands{{u"litellm"_s, u"LiteLLM"_s}, {u"newapi"_s, u"New API"_s},
        {u"openrouter"_s, u"OpenRouter"_s}, {u"bifrost"_s, u"Bifrost"_s}, {u"portkey"_s, u"Portkey"_s},
        {u"openai_org"_s, u"OpenAI"_s}, {u"select"_s, u"Select"_s}};
    return brands.value(kind, kind);
}

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return say(QT_TRANSLATE_NOOP("pages", "production"));
    case Environment::Staging:
        return say(QT_TRANSLATE_NOOP("pages", "staging"));
    case Environment::Development:
        break;
    }
    return say(QT_TRANSLATE_NOOP("pages", "development"));
}

kit::Environment environmentColour(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return kit::Environment::Production;
    case Environment::Staging:
        return kit::Environment::Staging;
    case Environment::Development:
        break;
    }
    return kit::Environment::Development;
}

QString windowName(const QString &window)
{
    if (window == u"day"_s)
        return say(QT_TRANSLATE_NOOP("pages", "per day"));
    if (window == u"week"_s)
        return say(QT_TRANSLATE_NOOP("pages", "per week"));
    if (window == u"month"_s)
        return say(QT_TRANSLATE_NOOP("pages", "per month"));
    if (window.endsWith(u'h'))
        return say(QT_TRANSLATE_NOOP("pages", "per %1 h")).arg(window.chopped(1));
    return say(QT_TRANSLATE_NOOP("pages", "over its lifetime"));
}

QString whyOf(const Failure &failure, const text::Attempt &attempt)
{
    const text::Words words = text::wordsOf(failure, attempt);
    return words.why + u' ' + words.next;
}

QString clock(const QDateTime &at)
{
    const QDateTime here = at.toLocalTime();
    const QString time = QLocale().toString(here.time(), u"HH:mm:ss"_s);
    if (here.date() == QDate::currentDate())
        return time;
    return QLocale().toString(here.date(), u"d MMM"_s) + u' ' + time;
}

kit::Notice *failureNotice(const QString &what, const Failure &failure, const text::Attempt &attempt)
{
    return new kit::Notice(kit::Status::Bad, what, whyOf(failure, attempt));
}

QString ago(const QDateTime &at, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, at.secsTo(now));
    if (seconds < 60)
        return QCoreApplication::translate("pages", "%1 s").arg(seconds);
    if (seconds < 2 * 3600)
        return QCoreApplication::translate("pages", "%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return QCoreApplication::translate("pages", "%1 h").arg(seconds / 3600);
    return QCoreApplication::translate("pages", "%1 d").arg(seconds / 86400);
}

} // namespace pages
