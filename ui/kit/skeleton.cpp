// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/skeleton.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <array>
#include <QPainter>

namespace kit {

Skeleton::Skeleton(int rows, QWidget *parent) : QWidget(parent), m_rows(rows)
{
    setAccessibleName(tr("Loading"));
}

QSize Skeleton::sizeHint() const
{
    return {240, m_rows * space::row};
}

void Skeleton::paintEvent(QPaintEvent *)
{
    static constexpr std::array<double, 5> shares{0.34, 0.26, 0.42, 0.22, 0.30};
    QPainter painter(this);
    const Tokens &t = tokensOf(this);
    const QColor bar = blend(t.raised, t.edge, 0.18);
    for (int row = 0; row < m_rows; ++row) {
        const QRect line(space::l, row * space::row + 11, width() - 2 * space::l, 10);
        box(painter, atStart(line, int(line.width() * shares[size_t(row) % shares.size()])), {bar, Qt::transparent, 5});
        box(painter, atEnd(line, line.width() / 8), {bar, Qt::transparent, 5});
        painter.fillRect(0, (row + 1) * space::row - 1, width(), 1, t.line);
    }
}

} // namespace kit
