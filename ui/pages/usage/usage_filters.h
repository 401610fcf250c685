// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/usage/ground.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace kit {
class Segmented;
}

namespace pages {

// The line above the figures: which days, whose calls, grouped by what, measured in what. Wraps when narrow.
class UsageFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit UsageFilters(const QDate &today, QWidget *parent = nullptr);
    const Choice &choice() const { return m_choice; }
    void setChoice(const Choice &choice); // without a signal
    void setNames(const QStringList &aliases, const QStringList &keys); // to choose from; the chosen ones stay
    void offerSamples(bool offered);
    void focusFirst();

signals:
    void changed(); // the choice

private:
    QWidget *dates();
    void read();

    Choice m_choice;
    kit::Segmented *m_range;
    QWidget *m_dates;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QComboBox *m_alias;
    QComboBox *m_key;
    kit::Segmented *m_group;
    kit::Segmented *m_measure;
    QCheckBox *m_samples;
};

} // namespace pages
