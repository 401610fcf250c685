// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/connections/draft.h"
#include <QWidget>

class QLineEdit;
class QPushButton;
namespace kit {
class FormRow;
}

namespace pages {

// What few connections need, folded away: certificate authority and HTTP proxy.
class AdvancedFields final : public QWidget
{
    Q_OBJECT

public:
    AdvancedFields();
    QString caFile() const;
    QString proxy() const;
    void fill(const QString &caFile, const QString &proxy); // unfolds if there is something
    void judge(const QMap<DraftField, QString> &refusals);

signals:
    void edited();
    void left(); // a field was

private:
    void unfold(bool open);
    void chooseCa();

    QPushButton *m_fold;
    QLineEdit *m_ca;
    QLineEdit *m_proxy;
    kit::FormRow *m_caRow;
    kit::FormRow *m_proxyRow;
    QWidget *m_folded;
};

void judgeRow(kit::FormRow *row, const QString &refusal); // empty: accepts

} // namespace pages
