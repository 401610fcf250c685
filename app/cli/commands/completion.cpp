// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/context.h"
#include "cli/words.h"
#include <QMap>

using namespace Qt::StringLiterals;

namespace cli {

// First word -> its second words; empty for commands of one word.
static QMap<QString, QStringList> tree()
{
    QMap<QString, QStringList> out;
    for (const Command *command : commands()) {
        const QStringList path = QString(QLatin1StringView(command->path)).split(u' ');
        out[path.first()] += path.mid(1);
    }
    return out;
}

static QStringList optionsOf(const Command &command)
{
    QStringList out;
    for (const QList<Option> *table : {&command.options, &commonOptions()})
        for (const Option &option : *table)
            out << u"--"_s + QLatin1StringView(option.name);
    return out;
}

static QString bashScript()
{
    QString cases;
    for (const Command *command : commands())
        cases += u"    '%1') words='%2' ;;\n"_s.arg(QLatin1StringView(command->path), optionsOf(*command).join(u' '));
    QString seconds;
    const auto all = tree();
    for (auto it = all.begin(); it != all.end(); ++it)
        if (!it->isEmpty())
            seconds += u"    %1) words='%2' ;;\n"_s.arg(it.key(), it->join(u' '));
    return u"_gwctl() {\n  local cur=${COMP_WORDS[COMP_CWORD]} words=''\n"
           "  if [ \"$COMP_CWORD\" = 1 ]; then words='%1'\n"
           "  elif [ \"$COMP_CWORD\" = 2 ] && [[ $cur != -* ]]; then case ${COMP_WORDS[1]} in\n%2  esac; fi\n"
           "  if [[ $cur == -* ]]; then\n"
           "    for path in \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" \"${COMP_WORDS[1]}\"; do case $path in\n%3    esac; "
           "[ -n \"$words\" ] && break; done\n  fi\n"
           "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "  [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default\n}\ncomplete -F _gwctl gwctl\n"_s.arg(
               all.keys().join(u' '), seconds, cases);
}

static QString fishScript()
{
    QString out = u"complete -c gwctl -f\n"_s;
    const auto all = tree();
    for (auto it = all.begin(); it != all.end(); ++it) {
        out += u"complete -c gwctl -n __fish_use_subcommand -a %1\n"_s.arg(it.key());
        for (const QString &second : it.value())
            out += u"complete -c gwctl -n '__fish_seen_subcommand_from %1' -a %2\n"_s.arg(it.key(), second);
    }
    for (const Command *command : commands()) {
        const QStringList path = QString(QLatin1StringView(command->path)).split(u' ');
        for (const QString &option : optionsOf(*command))
            out += u"complete -c gwctl -n '__fish_seen_subcommand_from %1' -l %2\n"_s.arg(path.last(), option.mid(2));
    }
    return out;
}

static Task<int> run(Context &context)
{
    const QString shell = context.args.word(0);
    if (shell == "bash"_L1)
        context.out.line(bashScript());
    else if (shell == "zsh"_L1)
        context.out.line(u"autoload -U +X bashcompinit && bashcompinit\n"_s + bashScript());
    else if (shell == "fish"_L1)
        context.out.line(fishScript());
    else
        co_return context.failed(misuse(
            u"completion"_s, Words::tr("\"%1\" is none of bash, zsh, fish").arg(shell), u"gwctl completion bash"_s)
                                     .value());
    co_return AllWell;
}

extern const Command completion;
const Command completion{"completion", "SHELL",
    QT_TRANSLATE_NOOP("Words", "prints the completions for bash, zsh or fish"),
    "completion bash > ~/.local/share/bash-completion/completions/gwctl", {}, run};

} // namespace cli
