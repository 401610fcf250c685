// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/check.h"
#include "smoke/purse.h"

namespace smoke {

// The door a check goes through: passes calls on, keeps what was sent and what came, tells the live view, and refuses
// a call that the purse cannot pay. What it kept outlives a cancelled check. Main thread.
class Recorder final : public net::Http
{
public:
    enum class Call { Plain, Measured, Provoked }; // Measured: its times are the check's; Provoked: a refusal is wanted
    using Say = std::function<void(const Live &)>;

    Recorder(net::Http &door, const Clock &clock, Purse &purse, QString subject, Say say);

    void next(const QString &label, Call call = Call::Plain); // describes the call that follows
    void note(const QString &text); // told live and kept as a reason of the check
    Task<net::Exchange> send(net::Request request) override;
    Task<net::Exchange> stream(net::Request request, net::OnFrame onFrame) override;
    void closeOpen(); // a call was ended by us: keeps what there is of it

    const QList<net::Recorded> &calls() const { return m_calls; }
    const net::Recorded *measured() const; // null: none yet
    const QList<qint64> &pieces() const { return m_pieces; } // of the measured call: arrival of each piece of text
    const QStringList &notes() const { return m_notes; }
    int refusalsInARow(int before) const; // 401 and 403 that were not provoked, counted on from the checks before
    std::optional<qint64> costNanos() const { return m_cost; }
    std::optional<std::chrono::milliseconds> retryAfter() const; // the last call's, if it was refused for its rate

private:
    Task<net::Exchange> run(net::Request request, net::OnFrame onFrame);
    qsizetype open(const net::Request &request);
    void take(qsizetype at, const net::Exchange &head);
    void take(qsizetype at, const net::Frame &frame);
    void close(qsizetype at, const net::Exchange &exchange);
    void tell(Live::What what, const QString &text, qint64 atNs);

    net::Http &m_door;
    const Clock &m_clock;
    Purse &m_purse;
    QString m_subject;
    Say m_say;
    QString m_label;
    Call m_call = Call::Plain;
    QList<net::Recorded> m_calls;
    QList<qint64> m_pieces;
    QStringList m_notes;
    qsizetype m_measured = -1;
    QList<bool> m_refusals; // of each call that was not provoked
    std::optional<qint64> m_cost = 0;
};

} // namespace smoke
