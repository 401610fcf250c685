// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QVBoxLayout;
namespace workspace {
class Workspace;
}

namespace shell {

// What the connection button opens: every profile with its environment, and the way to add one.
class ConnectionList final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionList(workspace::Workspace &workspace);

signals:
    void chosen(const QString &profileId);
    void addWanted();
    void factsWanted(); // of the open one
    void done(); // one of them was said
};

} // namespace shell
