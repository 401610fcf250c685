// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLineEdit>

namespace pages {

// Shows a secret. It is copied as a whole and only through the signal, by whatever key or menu; the mouse selects nothing,
// as a selection is a clipboard of its own on X11.
class IssuedField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit IssuedField(const QString &text);

signals:
    void copyWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
};

} // namespace pages
