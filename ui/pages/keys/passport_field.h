// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "pages/key_place.h"
#include <QWidget>

class Clock;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QLineEdit;

namespace pages {

// Whom a key is for: application, environment, who answers for it, ticket, purpose, and when it is to be looked at again.
// Part of the form.
class PassportField final : public QWidget
{
    Q_OBJECT

public:
    PassportField(const KeyPlace &place, const Clock &clock);
    void clear(); // as of a new key on this connection
    void setValues(const Passport &passport);
    Passport values() const;
    void setOwners(const QStringList &known); // offered while one is typed

signals:
    void changed();

private:
    void add(QGridLayout *grid, const QString &name, QWidget *field, const QString &hint = {});
    void fillReview();
    QWidget *review();
    QDate reviewDate() const;
    void follow();

    const KeyPlace &m_place;
    const Clock &m_clock;
    Passport m_before; // what the choices stand for as it is
    QComboBox *m_environment;
    QLineEdit *m_owner;
    QLineEdit *m_ticket;
    QLineEdit *m_application;
    QLineEdit *m_purpose;
    QLineEdit *m_rotationOwner;
    QLineEdit *m_budgetOwner;
    QComboBox *m_review;
    QDateEdit *m_day;
};

} // namespace pages
