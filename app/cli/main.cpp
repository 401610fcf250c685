// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task_scope.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/parse.h"
#include "secrets/process.h"
#include <cstdio>
#include <QCoreApplication>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

using namespace Qt::StringLiterals;

static Task<> toItsEnd(const cli::Command &command, cli::Context &context)
{
    const int code = co_await command.run(context);
    QCoreApplication::exit(code);
}

static int runCommand(const cli::Command &command, cli::Args args)
{
    cli::Context context(std::move(args));
    TaskScope scope;
    QObject::connect(&context.interrupts, &cli::Interrupts::came, &context.interrupts, [&context] {
        if (!context.interrupts.isHandledByCommand())
            QCoreApplication::exit(cli::Interrupted);
    });
    QTimer::singleShot(0, &context.interrupts, [&] { scope.run(toItsEnd(command, context)); });
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    secrets::guardProcess();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"gwctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GW_VERSION));
    QTranslator english; // plural forms, and what a translation lacks
    if (english.load(u":/i18n/gatewright_en.qm"_s))
        QCoreApplication::installTranslator(&english);
    QTranslator words;
    if (words.load(QLocale(), u"gatewright"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&words);

    const QStringList given = QCoreApplication::arguments().mid(1);
    auto parsed = cli::parse(given);
    if (!parsed)
        return cli::Output(given.contains("--json"_L1)).failed(parsed.error());
    int code = cli::AllWell;
    if (parsed->command)
        code = runCommand(*parsed->command, std::move(parsed->args));
    else
        std::fputs(qUtf8Printable(parsed->help), stdout);
    const bool lost = std::fflush(stdout) != 0 || std::ferror(stdout) != 0; // a full disk, or nobody who reads
    return lost && code == cli::AllWell ? int(cli::Internal) : code;
}
