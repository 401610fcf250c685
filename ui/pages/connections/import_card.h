// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/connection_import.h"
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace pages {

class FactCard;

// What was recognised in a pasted text or a file, before any of it goes into the form. One connection at a time.
class ImportCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCard(workspace::ConnectionImport read);

signals:
    void taken(const workspace::ImportedConnection &connection);
    void discarded();

private:
    void show(int which);

    workspace::ConnectionImport m_read;
    FactCard *m_card;
    QComboBox *m_which;
};

} // namespace pages
