// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/facts_book.h"
#include <QObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kit {
class FormRow;
class Sheet;
} // namespace kit

namespace workspace {
class Workspace;
}

namespace pages {

// What becomes of prompts and answers on the way through a connection: told, and kept. Lives as long as its sheet.
class FactsSheet final : public QObject
{
    Q_OBJECT

public:
    FactsSheet(const QString &connection, std::unique_ptr<workspace::FactsBook> book, QWidget *window);
    ~FactsSheet() override;

private:
    void build();
    void buildFoot();
    void fill(); // once they are read
    void showState();
    void judge();
    DataFacts facts() const;
    void close();

    std::unique_ptr<workspace::FactsBook> m_book;
    kit::Sheet *m_sheet;
    QComboBox *m_gateway;
    QComboBox *m_provider;
    QLineEdit *m_days;
    QLineEdit *m_region;
    QLineEdit *m_readers;
    QLineEdit *m_source;
    kit::FormRow *m_daysRow;
    QLabel *m_unknown; // what is not known yet, when it was looked up, or why it could not be kept
    QPushButton *m_save;
    bool m_filled = false;
    bool m_saving = false;
};

// The sheet of the connection that is open, over the window.
void openFactsSheet(workspace::Workspace &workspace, QWidget *window);

} // namespace pages
