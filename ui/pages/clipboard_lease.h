// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/secret.h"
#include <chrono>
#include <QObject>
#include <QTimer>

namespace pages {

// Puts a secret into the clipboard for a short time. Afterwards the clipboard is emptied, but only if it still holds
// that secret. Also when it dies. Main thread.
class ClipboardLease final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds term{30'000};

    explicit ClipboardLease(std::chrono::milliseconds time = term, QObject *parent = nullptr);
    ~ClipboardLease() override;

    void copy(const Secret &secret);
    void emptyNow();
    bool running() const { return m_end.isActive(); }
    std::chrono::milliseconds left() const { return m_end.remainingTimeAsDuration(); }
    std::chrono::milliseconds time() const { return m_end.intervalAsDuration(); }

signals:
    void ticked(); // about once a second while it runs, and at its end

private:
    QTimer m_end;
    QTimer m_tick;
    Secret m_secret;
};

} // namespace pages
