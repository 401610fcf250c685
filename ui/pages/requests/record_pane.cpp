// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/record_pane.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "kit/waterfall.h"
#include "pages/requests/ending.h"
#include "pages/requests/like_this.h"
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

static QString told(const QString &value)
{
    return value.isEmpty() ? RecordPane::tr("not told") : value;
}

static QString tokensOf(const UsageRecord &row)
{
    const auto word = [](const std::optional<qint64> &n) { return n ? format::count(*n) : format::none(); };
    if (!row.inputTokens && !row.outputTokens)
        return {};
    QString out = RecordPane::tr("%1 in, %2 out").arg(word(row.inputTokens), word(row.outputTokens));
    if (row.cachedTokens)
        out += *row.cachedTokens > 0 ? RecordPane::tr(", %1 cached").arg(format::count(*row.cachedTokens))
                                     : RecordPane::tr(", none cached");
    if (row.reasoningTokens)
        out += RecordPane::tr(", %1 for reasoning").arg(format::count(*row.reasoningTokens));
    return out;
}

static QString costOf(const UsageRecord &row)
{
    if (!row.costNanos)
        return RecordPane::tr("unknown, which is not zero");
    return format::moneyExact(*row.costNanos) + u' ' + (row.currency.isEmpty() ? u"USD"_s : row.currency);
}

static QString originOf(Origin origin)
{
    switch (origin) {
    case Origin::Sample:
        return RecordPane::tr("sample row, no real call");
    case Origin::Import:
        return RecordPane::tr("imported from a file");
    case Origin::Sync:
        break;
    }
    return RecordPane::tr("fetched from the gateway");
}

static QString duration(const std::optional<qint64> &ms)
{
    return ms ? format::duration(*ms) : QString();
}

QList<RecordLine> recordLines(const UsageRecord &row, const QTimeZone &zone)
{
    const QString status = row.status ? QString::number(*row.status) : QString();
    const QDateTime local = row.at.toTimeZone(zone);
    return {{RecordPane::tr("Time"),
                QLocale().toString(local, u"d MMM yyyy HH:mm:ss.zzz "_s) + local.timeZoneAbbreviation()},
        {RecordPane::tr("Key"), told(row.key.isEmpty() ? row.keyId : row.key)},
        {RecordPane::tr("Alias"), told(row.alias)}, {RecordPane::tr("Upstream"), told(row.upstream)},
        {RecordPane::tr("Served by"), told(row.model)}, {RecordPane::tr("Family"), told(row.family)},
        {RecordPane::tr("Status"), told(row.errorClass.isEmpty() ? status : status + u", "_s + row.errorClass)},
        {RecordPane::tr("Tokens"), told(tokensOf(row))}, {RecordPane::tr("Cost"), costOf(row)},
        {RecordPane::tr("First token"), told(duration(row.firstTokenMs))},
        {RecordPane::tr("Total"), told(duration(row.totalMs))}, {RecordPane::tr("Source"), originOf(row.origin)},
        {RecordPane::tr("Request id"), told(row.requestId)}};
}

RecordPane::RecordPane(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_sides(new QStackedWidget)
    , m_title(elided({}, Type::Title))
    , m_when(elided({}, Type::Caption, Ink::Muted))
    , m_pill(new Pill(Status::Unknown, {}))
    , m_fall(new Waterfall(tr("Time line")))
    , m_why(wrapped({}, Type::Body))
    , m_like(button(tr("Show more like this")))
{
    auto *card = new Card;
    card->body()->addWidget(m_sides);
    QWidget *around = scrolled(card);
    m_sides->addWidget(
        stacked({wrapped(tr("Choose a request to see its record and why it ended."), Type::Body, Ink::Muted), spacer()},
            space::s, 1));
    m_sides->addWidget(sheet());
    plainColumn(this)->addWidget(around);
    connect(m_like, &QPushButton::clicked, this, [this] { emit likeThisWanted(likeThis(*m_row)); });
}

QWidget *RecordPane::sheet()
{
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy request id"));
    copy->setObjectName(u"copyId"_s);
    m_like->setObjectName(u"likeThis"_s);
    m_why->setObjectName(u"why"_s);
    connect(copy, &QToolButton::clicked, this, &RecordPane::copyId);
    auto *made = new QWidget;
    QVBoxLayout *column = plainColumn(made);
    column->addWidget(row({m_title, m_pill, copy}, space::s, 0));
    column->addWidget(m_when);
    column->addSpacing(space::xs);
    column->addWidget(lines());
    column->addSpacing(space::s);
    column->addWidget(m_fall);
    column->addSpacing(space::s);
    column->addWidget(label(tr("Why it ended"), Type::Strong));
    column->addWidget(m_why);
    column->addWidget(row({m_like, spacer()}));
    column->addStretch(1);
    return made;
}

QWidget *RecordPane::lines()
{
    auto *made = new QWidget;
    auto *grid = new QGridLayout(made);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    const QList<RecordLine> names = recordLines({}, m_zone);
    for (int i = 0; i < names.size(); ++i) {
        QLabel *value = elided({});
        value->setAccessibleName(names.at(i).name);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label(names.at(i).name, Type::Body, Ink::Muted), i, 0);
        grid->addWidget(value, i, 1);
        m_values << value;
    }
    m_values.last()->setFont(kit::font(Type::Mono));
    grid->setColumnStretch(1, 1);
    return made;
}

void RecordPane::tell(const std::optional<UsageRecord> &row)
{
    if (row == m_row && row)
        return;
    m_row = row;
    m_sides->setCurrentIndex(row ? 1 : 0);
    if (!row)
        return;
    const QList<RecordLine> all = recordLines(*row, m_zone);
    for (int i = 0; i < all.size(); ++i) {
        m_values.at(i)->setText(all.at(i).value);
        m_values.at(i)->update();
    }
    m_title->setText(row->requestId.isEmpty() ? tr("Request") : tr("Request %1").arg(row->requestId.left(12)));
    m_title->update();
    m_when->setText(QLocale().toString(row->at.toTimeZone(m_zone), u"d MMMM HH:mm:ss"_s)
        + (row->family.isEmpty() ? QString() : u", "_s + row->family));
    showEnding();
}

void RecordPane::showEnding()
{
    const Ending ending = endingOf(*m_row);
    m_pill->show(ending.status, ending.word);
    const QString why = ending.owner.isEmpty() ? ending.why : tr("%1 Owner: %2.").arg(ending.why, ending.owner);
    m_why->setText(ending.next.isEmpty() ? why : why + u'\n' + tr("Next: %1").arg(ending.next));
    m_fall->setVisible(m_row->totalMs.value_or(0) > 0);
    if (!m_row->totalMs)
        return;
    const double total = double(*m_row->totalMs);
    const double first = double(m_row->firstTokenMs.value_or(*m_row->totalMs));
    QList<Span> phases{{tr("Wait"), 0, first}};
    if (first < total)
        phases << Span{tr("Answer"), first, total};
    m_fall->setData(phases, {});
}

void RecordPane::copyId()
{
    if (m_row)
        QGuiApplication::clipboard()->setText(m_row->requestId.isEmpty() ? m_row->sourceId : m_row->requestId);
}

} // namespace pages
