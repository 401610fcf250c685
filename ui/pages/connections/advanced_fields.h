// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/connections/draft.h"
#include <QWidget>

class QLineEdit;
namespace kit {
class FormRow;
}

namespace pages {

class Fold;
class SecretField;

// What few connections need, folded away: certificate authority, client certificate and HTTP proxy.
class AdvancedFields final : public QWidget
{
    Q_OBJECT

public:
    AdvancedFields();
    void putInto(ConnectionDraft &draft) const;
    void fill(const QString &caFile, const QString &proxy); // unfolds if there is something
    void judge(const QMap<DraftField, QString> &refusals);
    void forgetPass();

signals:
    void edited();
    void left(); // a field was

private:
    kit::FormRow *fileRow(const QString &title, QLineEdit *field, const QString &verb);
    void choose(QLineEdit *field, const QString &title);

    QLineEdit *m_ca;
    QLineEdit *m_cert;
    QLineEdit *m_key;
    SecretField *m_pass;
    QLineEdit *m_proxy;
    kit::FormRow *m_caRow;
    kit::FormRow *m_certRow;
    kit::FormRow *m_keyRow;
    kit::FormRow *m_passRow;
    kit::FormRow *m_proxyRow;
    Fold *m_fold;
};

void judgeRow(kit::FormRow *row, const QString &refusal); // empty: accepts

} // namespace pages
