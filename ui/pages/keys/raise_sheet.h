// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/key_place.h"
#include <QObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kit {
class FormRow;
class Sheet;
} // namespace kit

namespace pages {

// Makes one budget of a key larger for some time. Lives as long as its sheet.
class RaiseSheet final : public QObject
{
    Q_OBJECT

public:
    RaiseSheet(const Key &key, const KeyPlace &place, const QDateTime &now, QWidget *window);

signals:
    void wanted(const QString &window, qint64 more, const QDateTime &until); // nanos of USD, UTC

private:
    void build();
    void buildFoot();
    void judge();
    qint64 more() const; // 0: nothing that could be read
    QDateTime until() const;
    void close();

    const Key m_key;
    const KeyPlace &m_place;
    const QDateTime m_now;
    kit::Sheet *m_sheet;
    QComboBox *m_budget;
    QLineEdit *m_amount;
    QComboBox *m_days;
    kit::FormRow *m_amountRow;
    QLabel *m_meaning;
    QPushButton *m_raise;
};

} // namespace pages
