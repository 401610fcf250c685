// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/price_card.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/table.h"
#include <algorithm>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::PriceSpan;

static QString money(const std::optional<qint64> &nanos)
{
    return nanos ? format::money(*nanos) : format::none();
}

QList<Column<PriceSpan>> PriceCard::columns() const
{
    const auto day = [zone = m_zone](const QDateTime &at) {
        return QLocale().toString(at.toTimeZone(zone).date(), QLocale::ShortFormat);
    };
    const auto until = [day](const Span &span) { return span.current ? tr("now") : day(span.lastSeen); };
    const auto of = [](const Span &span) { return span.route.isEmpty() ? tr("the alias") : span.route; };
    const auto source = [source = m_source](const Span &span) {
        if (!span.price.date.isValid())
            return source;
        return tr("%1, list of %2").arg(source, QLocale().toString(span.price.date, QLocale::ShortFormat));
    };
    const auto whole = [source](const Span &span, int role) {
        return role == Qt::ToolTipRole ? QVariant(source(span)) : QVariant();
    };
    return {{tr("From"), [day](const Span &span) { return day(span.firstSeen); }}, {tr("Until"), until}, {tr("Of"), of},
        {tr("In, USD"), [](const Span &span) { return money(span.price.inputNanos); }, Qt::AlignRight},
        {tr("Out, USD"), [](const Span &span) { return money(span.price.outputNanos); }, Qt::AlignRight},
        {tr("Source"), source, Qt::AlignLeft, whole}};
}

PriceCard::PriceCard(const QString &source, const QTimeZone &zone)
    : m_source(source)
    , m_zone(zone)
    , m_model(
          columns(), [](const Span &span) { return span.route + u'\n' + span.firstSeen.toString(Qt::ISODateWithMs); })
    , m_table(new Table(tr("What it cost")))
    , m_say(wrapped(tr("No kept catalog tells a price of it."), Type::Body, Ink::Muted))
{
    m_table->setObjectName(u"aliasPrices"_s);
    m_table->setModel(&m_model);
    m_table->setWidths({84, 84, 96, 72, 72, 0});
    m_table->setYielding({2});
    m_table->setCompact();
    m_say->setContentsMargins(space::l, space::s, space::l, space::s);
    auto *card = new Card(tr("What it cost, a million tokens"));
    card->setFlush();
    card->body()->addWidget(m_say);
    card->body()->addWidget(m_table);
    plainColumn(this)->addWidget(card);
}

void PriceCard::show(const QList<PriceSpan> &spans, const QString &alias)
{
    QList<PriceSpan> own;
    std::ranges::copy_if(spans, std::back_inserter(own), [&alias](const PriceSpan &span) {
        return span.alias == alias && (span.price.inputNanos || span.price.outputNanos);
    });
    m_model.apply(own);
    m_table->fitRows();
    m_table->setVisible(!own.isEmpty());
    m_say->setVisible(own.isEmpty());
}

} // namespace pages
