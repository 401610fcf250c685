// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/overview/attention.h"
#include <QWidget>

class QVBoxLayout;

namespace pages {

// The lines that need a person, each with its one verb. Says so when there is none.
class AttentionCard final : public QWidget
{
    Q_OBJECT

public:
    AttentionCard();
    void show(const QList<Attention> &lines, Known known);

signals:
    void wanted(const pages::Attention &line);

private:
    QWidget *lineFor(const Attention &line);
    void renew();

    QList<Attention> m_lines;
    std::optional<Known> m_known; // empty: nothing shown yet
    QVBoxLayout *m_column;
    QWidget *m_rows = nullptr;
};

} // namespace pages
