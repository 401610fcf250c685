// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QUrl>
#include <QWidget>

class QLineEdit;
class QPushButton;
namespace kit {
class FormRow;
}

namespace pages {

// The address of a new connection: typed, pasted in any form, or taken out of a file. Says what is odd about it.
class AddressBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit AddressBlock(const QString &address);
    QString text() const;
    QUrl url() const; // as it will be used; invalid: there is none
    void setText(const QString &address);
    void setLooking(bool looking);
    void judge(const QString &refusal, bool always); // empty: fits. One that was never filled is not refused yet
    void takeFocus();

signals:
    void edited();
    void left();
    void lookWanted(); // the gateway shall be recognised
    void pasted(const QString &text); // what is more than an address; it is no longer in the field
    void fileWanted();

private:
    void listen();
    void changed();
    void takeApart(); // what was pasted
    void tell(); // what is not quite an address, with a better one ready to be taken

    QLineEdit *m_address;
    QPushButton *m_look;
    QPushButton *m_file;
    QPushButton *m_proposal;
    kit::FormRow *m_row;
    qsizetype m_before; // length before the last edit
};

} // namespace pages
