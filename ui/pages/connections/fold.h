// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QPushButton;

namespace pages {

// What few connections need, folded away behind its name.
class Fold final : public QWidget
{
    Q_OBJECT

public:
    Fold(const QString &title, const QString &objectName, QWidget *content);
    void open();

private:
    void unfold(bool open);

    QPushButton *m_button;
    QWidget *m_content;
};

} // namespace pages
