// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "kit/status.h"
#include <optional>
#include <QWidget>

class QLabel;
namespace kit {
class Card;
class Table;
} // namespace kit

namespace pages {

// One line of a fact card.
struct Fact
{
    QString what;
    QString seen;
    QString more = {}; // third column
    std::optional<kit::Status> state = {};
    int number = 0; // its place; set by the card

    friend bool operator==(const Fact &, const Fact &) = default;
};

// A card with one sentence and a short table below it, as tall as its rows. What is cut off stands in the tooltip.
class FactCard final : public QWidget
{
    Q_OBJECT

public:
    struct Shape
    {
        QString name; // of the table, for screen readers
        QStringList headings; // two or three
        QList<int> widths;
        bool mono = false; // the second column holds addresses
        bool numbers = false; // the third column holds figures
    };
    FactCard(const QString &title, const Shape &shape);

    kit::Card *card() { return m_card; }
    void say(const QString &sentence); // empty: nothing
    void setFacts(QList<Fact> facts);
    void select(int row);

private:
    kit::Card *m_card;
    QLabel *m_sentence;
    kit::RowModel<Fact> *m_facts;
    kit::Table *m_table;
};

} // namespace pages
