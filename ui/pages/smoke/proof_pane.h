// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/run_service.h"
#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;
namespace kit {
class Waterfall;
}

namespace pages {

// What a check shows: the time line of its call, its figures, and every assertion by its id.
class ProofPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProofPane(QWidget *parent = nullptr);
    void show(const smoke::Item &item, const QList<net::Recorded> &calls);
    void clear();

private:
    void showHead(const smoke::Item &item);
    void showFall(const smoke::Item &item, const net::Recorded *call);
    void showFacts(const smoke::Item &item, const net::Recorded *call);
    void showReasons(const CheckReport &report);

    QLabel *m_nothing;
    QWidget *m_all;
    QVBoxLayout *m_head;
    kit::Waterfall *m_fall;
    QGridLayout *m_facts;
    QVBoxLayout *m_reasons;
    QList<QLabel *> m_values;
    QString m_saidHead;
    QList<Reason> m_said;
    bool m_saidAny = false;
};

// Arrivals in milliseconds, at most `most`; the ends of the longest gap are always among them.
QList<double> thinned(const QList<qint64> &arrivalsNs, int most);

} // namespace pages
