// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/test_gateway.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
class QSpinBox;
namespace kit {
class FormRow;
}

namespace pages {

// How a client reaches the gateway: addresses and lines to paste. Holds the port it will start on.
class ReachCard final : public QWidget
{
    Q_OBJECT

public:
    ReachCard();
    void show(const workspace::TestGateway::State &state);
    quint16 port() const;

signals:
    void copied(const QString &what);

private:
    QWidget *addressLine(QLineEdit *field, const QString &name);
    void copy(const QString &text, const QString &what);

    QLineEdit *m_data;
    QLineEdit *m_admin;
    QSpinBox *m_port;
    kit::FormRow *m_portRow;
    QPushButton *m_env;
    QPushButton *m_curl;
};

QString envLines(const QUrl &dataUrl); // OPENAI_BASE_URL=…; the key is left to be filled in
QString curlLine(const QUrl &dataUrl);

} // namespace pages
