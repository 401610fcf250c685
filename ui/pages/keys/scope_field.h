// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/list_picker.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kit {
class ChipField;
}

namespace pages {

// How a choice is called.
struct ScopeWords
{
    QString name; // "Aliases"
    QString add; // the verb: "Add alias"
    QString hint; // in place of a list: "names of aliases, separated by commas"
    QString id; // of its parts for tests: "alias"
};

// A choice of names: chips with a menu for a few, a searchable list for many, a line of text when the gateway does not
// tell what it has. The values survive a change between them.
class ScopeField final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeField(const ScopeWords &words);
    void setOffered(const QList<kit::PickItem> &offered);
    void setValues(const QStringList &values);
    QStringList values() const;

signals:
    void changed();

private:
    void offer();

    QStackedWidget *m_ways;
    kit::ChipField *m_chips;
    QPushButton *m_add;
    kit::ListPicker *m_picker;
    QLineEdit *m_text;
    QStringList m_names;
};

} // namespace pages
