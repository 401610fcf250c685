// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/key_place.h"
#include "pages/keys/key_draft.h"
#include <QMap>
#include <QWidget>

class QLineEdit;

namespace kit {
class FormRow;
}

namespace pages {

// How many calls and tokens a minute, how many calls at a time, and when a budget warns. What its gateway cannot hold is
// not offered and is named below. Part of the form.
class RatesField final : public QWidget
{
    Q_OBJECT

public:
    explicit RatesField(const KeyPlace &place);
    void setValues(const RatesDraft &values);
    RatesDraft values() const;
    const QMap<KeyField, kit::FormRow *> &rows() const { return m_rows; } // where refusals are told

signals:
    void changed();

private:
    QString text(KeyField field) const;

    QMap<KeyField, QLineEdit *> m_fields;
    QMap<KeyField, kit::FormRow *> m_rows;
};

} // namespace pages
