// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QLineEdit;

namespace kit {
class ChipField;
}

namespace pages {

// Names in an order of their own, as chips: typed, completed from those that are known, taken with Return.
class NamesField final : public QWidget
{
    Q_OBJECT

public:
    NamesField(const QString &name, const QString &hint, const QString &id); // id of its parts for tests: "fallback"
    void setOffered(const QStringList &names);
    void setOnlyOffered(bool only); // another name is not taken
    void setValues(const QStringList &values);
    QStringList values() const;

signals:
    void changed();

private:
    void take();

    kit::ChipField *m_chips;
    QLineEdit *m_field;
    QStringList m_offered;
    bool m_onlyOffered = false;
};

} // namespace pages
