// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/callers_card.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/table.h"
#include "pages/sync_notice.h"
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using changes::Reach;

constexpr qsizetype mostRows = 8; // the most calls first; the others are counted

static QString costOf(const Reach &reach)
{
    if (reach.untold >= reach.calls)
        return CallersCard::tr("not told");
    const QString told = format::moneyWithCode(reach.costNanos, u"USD"_s);
    return reach.untold > 0 ? CallersCard::tr("at least %1").arg(told) : told;
}

static QVariant keyMark(const Reach &, int role)
{
    return role == cell::Mark ? QVariant(int(Glyph::Keys)) : QVariant();
}

CallersCard::CallersCard()
    : m_model(
        {
            {tr("Key"), [](const Reach &r) { return r.name; }, Qt::AlignLeft, keyMark},
            {tr("Calls"), [](const Reach &r) { return format::count(r.calls); }, Qt::AlignRight},
            {tr("Spent"), costOf, Qt::AlignRight},
        },
        [](const Reach &r) { return r.id + u'\n' + r.name; })
    , m_table(new Table(tr("Keys that call it")))
    , m_said(wrapped({}, Type::Caption, Ink::Muted))
    , m_notices(new QWidget)
{
    m_table->setObjectName(u"callers"_s);
    m_table->setModel(&m_model);
    m_table->setWidths({0, 72, 164});
    m_table->setCompact();
    m_said->setObjectName(u"callersSaid"_s);
    plainColumn(m_notices, space::xs);
    auto *card = new Card(tr("Who calls it"));
    card->addToHead(label(tr("calls of the last %n day(s)", nullptr, changes::usualDays), Type::Caption, Ink::Muted));
    card->setFlush();
    auto *below = stacked({m_said, m_notices}, space::s);
    below->layout()->setContentsMargins(space::l, space::s, space::l, space::m);
    card->body()->addWidget(m_table);
    card->body()->addWidget(below);
    plainColumn(this)->addWidget(card);
    show({});
}

static QString wordsOf(const std::optional<changes::Radius> &radius)
{
    if (!radius)
        return CallersCard::tr("Not known yet.");
    if (radius->known.rows == 0)
        return CallersCard::tr("No usage data for this period is stored here, so who would feel it is not known.");
    if (radius->callers.isEmpty())
        return CallersCard::tr("Nobody called it in that time.");
    QStringList said;
    if (radius->callers.size() > mostRows)
        said << CallersCard::tr("And %Ln key(s) more.", nullptr, int(radius->callers.size() - mostRows));
    if (radius->samples > 0)
        said << CallersCard::tr("%Ln of these call(s) are samples of the demo.", nullptr, int(radius->samples));
    return said.join(u' ');
}

void CallersCard::show(const workspace::EditPreview::State &state)
{
    const auto callers = state.radius && state.radius->known.rows > 0 ? state.radius->callers : QList<Reach>();
    m_model.apply(callers.first(qMin(mostRows, callers.size())));
    m_table->setVisible(!callers.isEmpty());
    m_table->fitRows();
    const QString words = wordsOf(state.radius);
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
    showConcerns(state.concerns);
}

void CallersCard::showConcerns(const QList<changes::Concern> &concerns)
{
    if (m_told == concerns)
        return;
    m_told = concerns;
    clearNotices(m_notices);
    for (const changes::Concern &concern : concerns)
        m_notices->layout()->addWidget(new Notice(concern.blocks ? Status::Bad : Status::Warn,
            concern.blocks ? tr("It could not be applied like this") : tr("To be known before it is applied"),
            concern.text));
}

} // namespace pages
