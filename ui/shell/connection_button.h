// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/tokens.h"
#include <QAbstractButton>

namespace shell {

// Names the open connection at the top of the side bar: initials on the colour of its environment, name, kind.
class ConnectionButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ConnectionButton(QWidget *parent = nullptr);
    void show(const QString &name, const QString &note, kit::Environment environment);
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void paintWords(QPainter &painter, const QRect &in) const;

    QString m_name;
    QString m_note;
    kit::Environment m_environment = kit::Environment::Development;
    bool m_narrow = false;
};

} // namespace shell
