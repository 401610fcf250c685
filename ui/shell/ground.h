// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/paint.h"
#include "kit/tokens.h"
#include <QPainter>
#include <QWidget>

namespace shell {

// A ground of one token with a hairline at one edge.
class Ground final : public QWidget
{
    Q_OBJECT

public:
    Ground(QColor kit::Tokens::*fill, Qt::Edge line) : m_fill(fill), m_line(line) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const kit::Tokens &t = kit::tokensOf(this);
        painter.fillRect(rect(), t.*m_fill);
        if (m_line == Qt::TopEdge)
            painter.fillRect(0, 0, width(), 1, t.line);
        else
            painter.fillRect(kit::atEnd(rect(), 1), t.line);
    }

private:
    QColor kit::Tokens::*m_fill;
    Qt::Edge m_line;
};

} // namespace shell
