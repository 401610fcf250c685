// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

namespace smoke {

// What a task waits for when another one, or a click, is to wake it. Rings in a later turn of the event loop.
class Bell final : public QObject
{
    Q_OBJECT

public:
    void ring() { QMetaObject::invokeMethod(this, &Bell::rung, Qt::QueuedConnection); }

signals:
    void rung();
};

} // namespace smoke
