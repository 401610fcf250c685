// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/parse.h"
#include "cli/help.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static const Option *optionOf(const Command &command, QStringView name)
{
    for (const QList<Option> *table : {&command.options, &commonOptions()})
        for (const Option &option : *table)
            if (name == QLatin1StringView(option.name))
                return &option;
    return nullptr;
}

static QString helpHint(const QString &path)
{
    return path.isEmpty() ? u"gwctl --help"_s : u"gwctl %1 --help"_s.arg(path);
}

// Reads "--name", "--name=value" or "--name value" at `at`, and moves `at` to its last word.
static Maybe<> takeOption(const Command &command, const QStringList &words, qsizetype &at, Args &args)
{
    const QString path = QLatin1StringView(command.path);
    const QString word = words.at(at);
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
    const Option *option = optionOf(command, name);
    if (!option)
        return misuse(path, Words::tr("unknown option --%1").arg(name), helpHint(path));
    const bool wantsValue = *option->value != '\0';
    if (!wantsValue && equals >= 0)
        return misuse(path, Words::tr("--%1 takes no value").arg(name), helpHint(path));
    if (wantsValue && equals < 0 && at + 1 >= words.size())
        return misuse(path, Words::tr("--%1 needs a value").arg(name), helpHint(path));
    args.add(name, !wantsValue ? QString() : equals >= 0 ? word.mid(equals + 1) : words.at(++at));
    return {};
}

static Maybe<Args> takeAll(const Command &command, const QStringList &words)
{
    Args args;
    bool options = true;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString word = words.at(at);
        if (options && word == "--"_L1) {
            options = false;
        } else if (options && (word == "-h"_L1 || word == "-y"_L1)) {
            args.add(word == "-h"_L1 ? u"help"_s : u"yes"_s, {});
        } else if (options && word.startsWith("--"_L1)) {
            if (const auto taken = takeOption(command, words, at, args); !taken)
                return tl::unexpected<Trouble>(taken.error());
        } else {
            args.words << word;
        }
    }
    return args;
}

static Maybe<> countWords(const Command &command, const Args &args)
{
    const QString path = QLatin1StringView(command.path);
    const QStringList wanted = QString(QLatin1StringView(command.arguments)).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < wanted.size(); ++i)
        if (!wanted.at(i).startsWith(u'[') && args.words.size() <= i)
            return misuse(path, Words::tr("%1 is missing").arg(wanted.at(i)), helpHint(path));
    const bool any = !wanted.isEmpty() && wanted.last().contains("..."_L1);
    if (!any && args.words.size() > wanted.size())
        return misuse(path, Words::tr("\"%1\" is one word too many").arg(args.words.at(wanted.size())), helpHint(path));
    return {};
}

// The command that the first words name, and how many words that took.
static const Command *commandOf(const QStringList &words, qsizetype &used)
{
    for (const Command *command : commands()) {
        const QStringList path = QString(QLatin1StringView(command->path)).split(u' ');
        if (words.mid(0, path.size()) == path) {
            used = path.size();
            return command;
        }
    }
    return nullptr;
}

static Maybe<Parsed> withoutCommand(const QStringList &words)
{
    const QString group = words.value(0);
    const bool known = isGroup(group);
    const bool asksHelp = words.contains("--help"_L1) || words.contains("-h"_L1) || group == "help"_L1;
    Parsed parsed;
    parsed.help = helpOf(group == "help"_L1 ? words.value(1) : known ? group : QString());
    if (words.contains("--version"_L1))
        parsed.help = u"gwctl " GW_VERSION "\n"_s;
    else if (!asksHelp && words.isEmpty())
        return misuse(u"usage"_s, Words::tr("no command given"), helpHint({}));
    else if (!asksHelp && known && words.size() > 1)
        return misuse(group, Words::tr("there is no \"%1\"").arg(words.at(1)), helpHint(group));
    else if (!asksHelp && known)
        return misuse(group, Words::tr("say what to do with it"), helpHint(group));
    else if (!asksHelp)
        return misuse(group, Words::tr("there is no such command"), helpHint({}));
    return parsed;
}

// Options of every command may stand in front of it: gwctl --json key list.
static QStringList commandFirst(QStringList words)
{
    QStringList front;
    while (!words.isEmpty() && words.first().startsWith("--"_L1) && words.first() != "--help"_L1
        && words.first() != "--version"_L1) {
        const QString word = words.takeFirst();
        front << word;
        for (const Option &option : commonOptions())
            if (word == "--"_L1 + QLatin1StringView(option.name) && *option.value != '\0' && !words.isEmpty())
                front << words.takeFirst();
    }
    qsizetype used = 0;
    commandOf(words, used);
    return words.mid(0, used) + front + words.mid(used);
}

Maybe<Parsed> parse(const QStringList &given)
{
    const QStringList words = commandFirst(given);
    qsizetype used = 0;
    const Command *command = commandOf(words, used);
    if (!command)
        return withoutCommand(words);
    auto args = takeAll(*command, words.mid(used));
    if (!args)
        return tl::unexpected<Trouble>(args.error());
    if (args->has("help")) {
        Parsed help;
        help.help = helpOf(*command);
        return help;
    }
    if (const auto counted = countWords(*command, *args); !counted)
        return tl::unexpected<Trouble>(counted.error());
    Parsed parsed;
    parsed.command = command;
    parsed.args = *args;
    return parsed;
}

} // namespace cli
