// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"
#include "cli/words.h"
#include <QFile>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cli {

static QByteArray lineOf(int fileDescriptor)
{
    QFile input;
    if (!input.open(fileDescriptor, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    QByteArray line;
    for (char c = 0; input.read(&c, 1) == 1 && c != '\n';)
        line += c;
    return line.endsWith('\r') ? line.chopped(1) : line;
}

static void say(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, bytes.constData(), size_t(bytes.size()));
}

bool canAsk()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

bool askYes(const QString &question)
{
    if (!canAsk())
        return false;
    say(question + u" [y/N] "_s);
    const QByteArray answer = lineOf(STDIN_FILENO).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

Maybe<> confirmed(const QString &question)
{
    if (!canAsk())
        return misuse(question, Words::tr("this asks first, and there is no terminal to ask on"), u"--yes"_s);
    if (!askYes(question))
        return tl::unexpected<Trouble>(
            Trouble{Refused, u"cancelled"_s, question, Words::tr("not confirmed, nothing was done"), u"--yes"_s});
    return {};
}

std::optional<Secret> askSecret(const QString &question)
{
    if (!canAsk())
        return std::nullopt;
    termios before{};
    ::tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    say(question + u": "_s);
    Secret secret(lineOf(STDIN_FILENO));
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    say(u"\n"_s);
    return secret;
}

Secret secretFromStdin()
{
    return Secret(lineOf(STDIN_FILENO).trimmed());
}

} // namespace cli
