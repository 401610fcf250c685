// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/simulation_card.h"
#include "aliases/behind.h"
#include "aliases/difference.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/table.h"
#include <algorithm>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::Picks;

static std::optional<qint64> callsOf(const Picks &picks, const aliases::Picked &route)
{
    const auto same = std::ranges::find_if(picks.routes, [&route](const aliases::Picked &each) {
        return each.fallback == route.fallback && aliases::nameOf(each.route) == aliases::nameOf(route.route);
    });
    return picks.decided && same != picks.routes.cend() ? std::optional(same->calls) : std::nullopt;
}

QList<PickRow> pickRows(const Picks &now, const std::optional<Picks> &before)
{
    QList<PickRow> rows;
    for (const aliases::Picked &each : now.routes)
        rows << PickRow{aliases::nameOf(each.route), each.fallback,
            now.decided ? std::optional(each.calls) : std::nullopt, before ? callsOf(*before, each) : std::nullopt};
    return rows;
}

static QString callWords(const PickRow &row)
{
    return row.calls ? format::count(*row.calls) : SimulationCard::tr("call by call");
}

static QVariant callShare(const PickRow &row, int role)
{
    return role == cell::Used && row.calls ? QVariant(double(*row.calls) / picksShown) : QVariant();
}

static QString beforeWords(const PickRow &row)
{
    return row.before ? format::count(*row.before) : format::none();
}

static QVariant routeNote(const PickRow &row, int role)
{
    if (role == cell::Note && !row.fallback.isEmpty())
        return SimulationCard::tr("of %1").arg(row.fallback);
    return role == Qt::ToolTipRole ? QVariant(row.route) : QVariant();
}

SimulationCard::SimulationCard(const AliasPlace &place)
    : m_place(place)
    , m_model(
          {
              {tr("Route"), [](const PickRow &r) { return format::orNone(r.route); }, Qt::AlignLeft, routeNote},
              {tr("Calls"), callWords, Qt::AlignLeft, callShare},
              {tr("Now"), beforeWords, Qt::AlignRight},
          },
          [](const PickRow &r) { return r.fallback + u'\n' + r.route; })
    , m_table(new Table(tr("Simulated calls")))
    , m_down(new QComboBox)
    , m_said(wrapped({}, Type::Caption, Ink::Muted))
{
    m_table->setObjectName(u"picks"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(0, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(1, new ShareCell(m_table));
    m_table->setWidths({0, 132, 60});
    m_table->setCompact();
    m_down->setObjectName(u"downChoice"_s);
    m_down->setAccessibleName(tr("Which route is down"));
    m_down->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_down->setMinimumContentsLength(18);
    m_said->setObjectName(u"picksSaid"_s);
    auto *card = new Card(tr("If applied, %L1 calls would go").arg(picksShown));
    card->setFlush();
    auto *below = stacked({m_down, m_said}, space::s);
    below->layout()->setContentsMargins(space::l, space::s, space::l, space::m);
    card->body()->addWidget(m_table);
    card->body()->addWidget(below);
    plainColumn(this)->addWidget(card);
    connect(m_down, &QComboBox::currentIndexChanged, this, &SimulationCard::simulate);
}

void SimulationCard::show(const std::optional<Alias> &before, const Alias &after, const QList<Alias> &catalog)
{
    m_before = before;
    m_after = after;
    m_catalog = catalog;
    fillDown();
    simulate();
}

// The choice stays as long as its route is there.
void SimulationCard::fillDown()
{
    const QSignalBlocker quiet(m_down);
    const QString chosen = m_down->currentData().toString();
    m_down->clear();
    m_down->addItem(tr("all routes are well"));
    for (const Route &route : aliases::ledTo(m_catalog, m_after).routes)
        if (const QString name = aliases::nameOf(route); !name.isEmpty() && m_down->findData(name) < 0)
            m_down->addItem(tr("%1 is down").arg(name), name);
    m_down->setCurrentIndex(chosen.isEmpty() ? 0 : qMax(0, m_down->findData(chosen)));
}

// Of an alias that is told none, what its neighbours follow: some gateways have one for all.
static Alias withStrategy(Alias alias, const QList<Alias> &catalog)
{
    const auto told = std::ranges::find_if(catalog, [](const Alias &each) { return !each.strategy.isEmpty(); });
    if (alias.strategy.isEmpty())
        alias.strategy = told == catalog.cend() ? u"weighted"_s : told->strategy;
    return alias;
}

void SimulationCard::simulate()
{
    aliases::Trial trial{m_place.form.draw};
    trial.calls = picksShown;
    trial.seed = 0; // from the beginning of a turn
    if (const QString down = m_down->currentData().toString(); !down.isEmpty())
        trial.down << down;
    const Picks now = aliases::picksOf(withStrategy(m_after, m_catalog), m_catalog, trial);
    const auto before =
        m_before ? std::optional(aliases::picksOf(withStrategy(*m_before, m_catalog), m_catalog, trial)) : std::nullopt;
    m_model.apply(pickRows(now, before));
    m_table->fitRows();
    m_said->setText(said(now, trial));
}

QString SimulationCard::said(const Picks &picks, const aliases::Trial &trial) const
{
    if (m_after.routes.isEmpty())
        return tr("There is no route yet.");
    QStringList out;
    if (!picks.decided)
        out << tr("Which route is first is decided call by call, by what was measured last; so it is not simulated.");
    else if (picks.refused > 0)
        out << tr(
            "No route is left for %Ln call(s), and nothing to fall back on: they fail.", nullptr, int(picks.refused));
    for (const Route &route : trial.down.isEmpty() ? QList<Route>() : aliases::ledTo(m_catalog, m_after).routes) {
        if (aliases::nameOf(route) != trial.down.first())
            continue;
        aliases::Trial well = trial;
        well.down.clear();
        const QString next = aliases::nextAfter(route, withStrategy(m_after, m_catalog), m_catalog, well);
        out << (next.isEmpty()
                ? tr("So it is once the route rests; until then each of its calls fails there first.")
                : tr("So it is once the route rests; until then its calls fail there first and go on to %1.")
                      .arg(next));
        break;
    }
    if (out.isEmpty())
        out << (trial.draw == gateway::Draw::InTurn
                ? tr("The gateway's own rules, tried out here. Nothing was sent.")
                : tr("One draw of lots by weight, tried out here; the gateway's own "
                     "draw differs a little. Nothing was sent."));
    return out.join(u' ');
}

} // namespace pages
