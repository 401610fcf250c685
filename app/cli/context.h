// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/interrupts.h"
#include "cli/output.h"
#include <memory>
#include <optional>

class LogFile;
namespace secrets {
enum class VaultKind;
}
namespace workspace {
class LiveWorkspace;
}

namespace cli {

// What a running command has at hand: its arguments, its output, the data dir. Main thread.
class Context
{
public:
    explicit Context(Args given);
    ~Context();

    Args args;
    Output out;
    Interrupts interrupts;

    // --data-dir, else GATEWRIGHT_HOME, else $XDG_DATA_HOME/gatewright.
    QString dataDir() const { return m_dataDir; }
    // --yes, or "y" on the terminal.
    bool confirmed(const QString &question) const;
    // --limit, or the number given here.
    Maybe<int> limit(int usual) const;
    // Of lists that go on by number: how many rows --after says were listed before.
    Maybe<int> passed() const;
    // Prints it and gives its exit code.
    int failed(Trouble trouble);
    // A command to type next, on the data dir and the profile of this one: "gwctl --data-dir D usage sync".
    QString hint(const QString &command) const;

    // The data dir over real parts, made at the first call.
    workspace::LiveWorkspace &workspace();
    // Before that: another data dir, and no other vault than this one.
    void useDataDir(const QString &dir, std::optional<secrets::VaultKind> vault);

private:
    QString withGiven(QString text) const;

    QString m_dataDir;
    std::optional<secrets::VaultKind> m_vault;
    std::unique_ptr<workspace::LiveWorkspace> m_workspace;
    std::unique_ptr<LogFile> m_log; // after the workspace, whose redactor it uses
};

} // namespace cli
