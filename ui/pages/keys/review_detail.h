// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/review_service.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace kit {
class Segmented;
}

namespace pages {

// The chosen key of a review: what it is and may do, what is wrong with it, what changed, and what is decided about it.
class ReviewDetail final : public QWidget
{
    Q_OBJECT

public:
    ReviewDetail();
    // decidable: the review is kept and open; else `why` says what is to be done first.
    void show(const std::optional<keys::ReviewRow> &row, const QList<keys::ReviewDifference> &changed, bool decidable,
        const QString &why);

signals:
    void decided(const keys::Verdict &verdict);

private:
    QWidget *decision();
    void showFacts(const keys::ReviewRow &row, const QList<keys::ReviewDifference> &changed);
    void say();

    QLabel *m_name;
    QVBoxLayout *m_facts;
    QWidget *m_shown = nullptr; // inside m_facts
    QWidget *m_decision;
    kit::Segmented *m_choice;
    QLineEdit *m_note;
    QLabel *m_why;
    std::optional<keys::ReviewRow> m_row;
};

} // namespace pages
