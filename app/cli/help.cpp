// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"
#include "cli/command.h"
#include "cli/profile_input.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static QString tabled(const QList<std::pair<QString, QString>> &lines)
{
    qsizetype width = 0;
    for (const auto &line : lines)
        width = qMax(width, line.first.size());
    QString out;
    for (const auto &line : lines)
        out += u"  %1  %2\n"_s.arg(line.first.leftJustified(width), line.second);
    return out;
}

// The kinds of gateway are those of the registry.
static QString helpOf(const Option &option)
{
    const QString text = Words::tr(option.help);
    return QLatin1StringView(option.name) == "kind"_L1 ? text.arg(knownKinds().join(u", "_s)) : text;
}

static QString tabled(const QList<Option> &options)
{
    QList<std::pair<QString, QString>> lines;
    for (const Option &option : options) {
        const QString value = *option.value == '\0' ? QString() : u' ' + QLatin1StringView(option.value);
        lines.append(std::pair(u"--%1%2"_s.arg(QLatin1StringView(option.name), value), helpOf(option)));
    }
    return tabled(lines);
}

static QString nameOf(const Command &command)
{
    return QLatin1StringView(command.path);
}

bool isGroup(const QString &word)
{
    for (const Command *command : commands())
        if (!word.isEmpty() && nameOf(*command).startsWith(word + u' '))
            return true;
    return false;
}

QString helpOf(const Command &command)
{
    QString usage = u"gwctl "_s + nameOf(command);
    if (*command.arguments != '\0')
        usage += u' ' + QLatin1StringView(command.arguments);
    QString out = Words::tr("Usage: %1 [options]").arg(usage) + u"\n\n"_s + Words::tr(command.summary) + u"\n\n"_s;
    if (!command.options.isEmpty())
        out += Words::tr("Options:") + u'\n' + tabled(command.options) + u'\n';
    out += Words::tr("Options of every command:") + u'\n' + tabled(commonOptions()) + u'\n';
    return out + Words::tr("Example:") + u"\n  gwctl "_s + QString::fromUtf8(command.example) + u'\n';
}

static QString exampleOf(const QString &group)
{
    for (const Command *command : commands())
        if (group.isEmpty() ? nameOf(*command) == "demo"_L1 : nameOf(*command).startsWith(group + u' '))
            return QString::fromUtf8(command->example);
    return {};
}

QString helpOf(const QString &group)
{
    QList<std::pair<QString, QString>> lines;
    for (const Command *command : commands())
        if (group.isEmpty() || nameOf(*command) == group || nameOf(*command).startsWith(group + u' '))
            lines.append(std::pair((nameOf(*command) + u' ' + QLatin1StringView(command->arguments)).trimmed(),
                Words::tr(command->summary).section(u'\n', 0, 0)));
    const QString name = group.isEmpty() ? u"gwctl"_s : u"gwctl "_s + group;
    QString out = Words::tr("Usage: %1 COMMAND [options]").arg(name) + u"\n\n"_s;
    if (group.isEmpty())
        out += Words::tr("Gatewright on the command line: keys, smoke tests and usage of AI API gateways.") + u"\n\n"_s;
    out += Words::tr("Commands:") + u'\n' + tabled(lines) + u'\n';
    out += Words::tr("Options of every command:") + u'\n' + tabled(commonOptions()) + u'\n';
    return out + Words::tr("Example:") + u"\n  gwctl "_s + exampleOf(group) + u'\n';
}

} // namespace cli
