// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/attention_card.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"

namespace pages {

using namespace kit;

AttentionCard::AttentionCard()
{
    auto *card = new Card(tr("Needs attention"));
    m_column = card->body();
    plainColumn(this, 0)->addWidget(card);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

static QLabel *markOf(Status status)
{
    const Ink ink = status == Status::Bad ? Ink::Bad
        : status == Status::Warn          ? Ink::Warn
        : status == Status::Ok            ? Ink::Ok
                                          : Ink::Muted;
    auto *mark = new QLabel;
    mark->setPixmap(icon(glyphOf(status), ink).pixmap(QSize(iconSide(), iconSide()), mark->devicePixelRatioF()));
    return mark;
}

QWidget *AttentionCard::lineFor(const Attention &line)
{
    QWidget *words = stacked({elided(line.title, Type::Strong), wrapped(line.detail, Type::Body, Ink::Muted)}, 0);
    QPushButton *verb = button(line.verb);
    verb->setAccessibleDescription(line.title);
    connect(verb, &QPushButton::clicked, this, [this, line] { emit wanted(line); });
    return row({markOf(line.status), words, label(line.since, Type::Caption, Ink::Muted), verb}, space::m, 1);
}

// Nothing moves while nothing changed: the focus stays on its verb.
void AttentionCard::show(const QList<Attention> &lines, Known known)
{
    if (m_known == known && lines == m_lines)
        return;
    m_known = known;
    m_lines = lines;
    renew();
}

static QWidget *quietLine(Known known)
{
    const Status status = known == Known::Told ? Status::Ok : Status::Unknown;
    const QString words = known == Known::Told ? AttentionCard::tr("Nothing needs you.")
        : known == Known::Waiting
        ? AttentionCard::tr("Not known yet: the gateway has not answered.")
        : AttentionCard::tr("Nothing needed you when the gateway last answered; what happens now is not known.");
    return row({markOf(status), wrapped(words, Type::Body, Ink::Muted)}, space::m, 1);
}

void AttentionCard::renew()
{
    delete m_rows;
    QList<QWidget *> rows;
    for (const Attention &line : m_lines)
        rows << lineFor(line);
    if (rows.isEmpty())
        rows << quietLine(m_known.value_or(Known::Waiting));
    m_rows = stacked(rows, space::m);
    m_column->addWidget(m_rows);
}

} // namespace pages
