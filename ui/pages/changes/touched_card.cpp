// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/touched_card.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/table.h"
#include <algorithm>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using changes::Reach;

constexpr int mostRows = 10; // the others are scrolled to
constexpr qsizetype mostTold = 20; // notices; the state column marks every step

static QString costOf(const Reach &reach)
{
    if (reach.calls == 0)
        return format::none();
    if (reach.untold >= reach.calls)
        return TouchedCard::tr("not told");
    const QString told = format::moneyWithCode(reach.costNanos, u"USD"_s);
    return reach.untold > 0 ? TouchedCard::tr("at least %1").arg(told) : told;
}

static QList<Column<Reach>> columns()
{
    const auto mark = [](const Reach &, int role) {
        return role == cell::Mark ? QVariant(int(Glyph::Keys)) : QVariant();
    };
    return {{TouchedCard::tr("Key"), [](const Reach &r) { return r.name; }, Qt::AlignLeft, mark},
        {TouchedCard::tr("Calls"), [](const Reach &r) { return format::count(r.calls); }, Qt::AlignRight},
        {TouchedCard::tr("Spent"), costOf, Qt::AlignRight}};
}

TouchedCard::TouchedCard()
    : m_model(columns(), [](const Reach &r) { return r.id + u'\n' + r.name; })
    , m_table(new Table(tr("Keys touched")))
    , m_say(wrapped({}, Type::Caption, Ink::Muted))
    , m_notices(new QWidget)
{
    m_table->setObjectName(u"touched"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(0, new TextCell(m_table));
    m_table->setWidths({0, 72, 148});
    m_table->setCompact();
    connect(m_table, &QAbstractItemView::activated, this,
        [this](const QModelIndex &at) { emit keyWanted(m_model.row(at.row()).name); });
    m_say->setObjectName(u"touchedWords"_s);
    plainColumn(m_notices, 0)->addStretch(1);
    auto *card = new Card(tr("Who is touched"));
    card->addToHead(label(tr("calls of the last %n day(s)", nullptr, changes::usualDays), Type::Caption, Ink::Muted));
    card->setFlush();
    QScrollArea *area = scrolled(m_notices);
    for (QWidget *ground : {area->viewport(), m_notices}) // the card's
        ground->setAutoFillBackground(false);
    auto *below = stacked({m_say, area}, space::s, 1);
    below->layout()->setContentsMargins(space::l, space::s, space::l, space::s);
    card->body()->addWidget(m_table);
    card->body()->addWidget(below, 1);
    plainColumn(this)->addWidget(card);
}

static QString wordsOf(const changes::Radius &radius)
{
    if (radius.known.rows == 0)
        return TouchedCard::tr("No usage of this time is stored here, so who would feel it is not known.");
    QStringList said;
    if (!radius.applications.isEmpty())
        said << TouchedCard::tr("Applications: %1.").arg(radius.applications.join(u", "_s));
    if (!radius.aliases.isEmpty())
        said << TouchedCard::tr("Aliases called: %1.").arg(radius.aliases.join(u", "_s));
    if (radius.samples > 0)
        said << TouchedCard::tr("%Ln of these call(s) are samples of the demo.", nullptr, int(radius.samples));
    return said.isEmpty() ? TouchedCard::tr("Nobody called what it touches in that time.") : said.join(u' ');
}

// The keys that are written, and those that call an alias that is.
static QList<Reach> keysIn(const changes::Radius &radius)
{
    QList<Reach> rows = radius.steps;
    rows.removeIf([](const Reach &reach) { return reach.object != "key"_L1 || reach.verb == changes::Verb::Create; });
    for (const Reach &caller : radius.callers) {
        const auto same = [&caller](const Reach &row) {
            return row.id == caller.id && (!row.id.isEmpty() || row.name == caller.name);
        };
        if (std::ranges::none_of(rows, same))
            rows << caller;
    }
    std::ranges::stable_sort(rows, std::ranges::greater(), &Reach::calls);
    return rows;
}

void TouchedCard::show(const workspace::ChosenSet::State &state)
{
    const bool known = state.radius && state.radius->known.rows > 0;
    const QList<Reach> rows = known ? keysIn(*state.radius) : QList<Reach>();
    m_model.apply(rows);
    m_table->setVisible(!rows.isEmpty());
    const int shown = int(qMin<qsizetype>(rows.size(), mostRows));
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
        + shown * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    m_say->setText(state.radius ? wordsOf(*state.radius) : QString());
    showConcerns(state);
}

static QString nameOf(const changes::Concern &concern, const workspace::ChosenSet::State &state)
{
    for (const changes::Step &step : state.set ? state.set->steps : QList<changes::Step>())
        if (step.place == concern.place)
            return changes::nameOf(step.wanted);
    return {};
}

void TouchedCard::showConcerns(const workspace::ChosenSet::State &state)
{
    if (m_told == state.concerns)
        return;
    m_told = state.concerns;
    delete std::exchange(m_said, nullptr);
    QList<QWidget *> said;
    for (const changes::Concern &concern : std::as_const(m_told).first(qMin(mostTold, m_told.size())))
        said << new Notice(concern.blocks ? Status::Bad : Status::Warn, nameOf(concern, state), concern.text);
    if (m_told.size() > mostTold)
        said << wrapped(tr("And %Ln note(s) more.", nullptr, int(m_told.size() - mostTold)), Type::Caption, Ink::Muted);
    m_said = stacked(said, space::xs);
    static_cast<QVBoxLayout *>(m_notices->layout())->insertWidget(0, m_said);
}

} // namespace pages
