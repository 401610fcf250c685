// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"

// Stands still until it is told to move.
class FakeClock : public Clock
{
public:
    explicit FakeClock(QDateTime start = QDateTime({2026, 11, 22}, {12, 0}, Qt::UTC)) : m_now(start) {}

    QDateTime now() const override { return m_now; }
    void pass(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};
