// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/key_place.h"
#include "pages/keys/key_draft.h"
#include <QWidget>

class QLineEdit;

namespace kit {
class FormRow;
}

namespace pages {

class ScopeField;

// Which kinds of calls a key may make, through which upstreams and group of channels, and from where. What its gateway cannot hold is not
// offered and is named below. Part of the form.
class BoundsField final : public QWidget
{
    Q_OBJECT

public:
    explicit BoundsField(const KeyPlace &place);
    void setOffered(const QList<Alias> &offered); // the upstreams and families behind them
    void setValues(const BoundsDraft &values);
    BoundsDraft values() const;
    kit::FormRow *networksRow() const { return m_networksRow; } // where a refusal is told

signals:
    void changed();

private:
    QWidget *groupRow(const KeyPlace &place);

    ScopeField *m_families;
    ScopeField *m_upstreams;
    QLineEdit *m_networks;
    QLineEdit *m_group;
    kit::FormRow *m_networksRow;
};

} // namespace pages
