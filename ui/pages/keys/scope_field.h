// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kit {
class ChipField;
class ListPicker;
} // namespace kit

namespace pages {

// A choice of aliases: chips with a menu for a few, a searchable list for many, a line of text when the gateway does not
// tell what it has. The values survive a change between them.
class ScopeField final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeField(const QString &name);
    void setOffered(const QList<Alias> &offered);
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
