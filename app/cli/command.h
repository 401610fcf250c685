// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task.h"
#include <QCoreApplication>
#include <QList>

namespace cli {

class Context;

// One option of a command. Texts are marked for translation with QT_TRANSLATE_NOOP("Words", ...).
struct Option
{
    const char *name;
    const char *value; // what stands for its value in the help; "": it takes none
    const char *help;
};

// Of the commands that list.
constexpr Option afterOption{
    "after", "CURSOR", QT_TRANSLATE_NOOP("Words", "go on behind a list that gave this \"next\"")};

// One command: a row of the table in commands.cpp, and one file in commands/.
struct Command
{
    const char *path; // "key create"
    const char *arguments; // "NAME", "[ID]", "NAME..."; "" for none
    const char *summary;
    const char *example; // without the program's name
    QList<Option> options;
    Task<int> (*run)(Context &);
};

// Every command, in the order of the help.
const QList<const Command *> &commands();
// Options that every command understands.
const QList<Option> &commonOptions();

} // namespace cli
