// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QSocketNotifier;

namespace cli {

// SIGINT and SIGTERM as a Qt signal. One for the process. Main thread.
class Interrupts final : public QObject
{
    Q_OBJECT

public:
    Interrupts();
    ~Interrupts() override;

    bool happened() const { return m_happened; }
    // Tells that a command ends by itself after an interrupt; else the program ends at once.
    void handledByCommand() { m_handled = true; }
    bool isHandledByCommand() const { return m_handled; }

signals:
    void came();

private:
    void read();

    QSocketNotifier *m_notifier = nullptr;
    bool m_happened = false;
    bool m_handled = false;
};

} // namespace cli
