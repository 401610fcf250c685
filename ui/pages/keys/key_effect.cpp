// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_effect.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/table.h"
#include "pages/key_words.h"
#include "pages/keys/key_limits.h"
#include "pages/keys/key_reach.h"

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

static QVariant answerMore(const keys::Reach &reach, int role)
{
    return role == cell::State ? QVariant(int(reach.allowed() ? Status::Ok : Status::Skipped)) : QVariant();
}

KeyEffect::KeyEffect(const KeyPlace &place)
    : m_place(place)
    , m_model(
          {
              {tr("Alias"), [](const keys::Reach &reach) { return reach.alias; }},
              {tr("Answer"), [](const keys::Reach &reach) { return reach.allowed() ? tr("allowed") : tr("refused"); },
                  Qt::AlignLeft, answerMore},
              {tr("Deciding rule"), [](const keys::Reach &reach) { return keys::wordsOf(reach.rule); }},
          },
          [](const keys::Reach &reach) { return reach.alias; })
    , m_bounds(wrapped({}, Type::Body))
    , m_spends(wrapped({}, Type::Body))
    , m_rates(wrapped({}, Type::Body))
    , m_lasts(wrapped({}, Type::Body))
{
    auto *card = new Card(tr("What this key will be able to do"));
    auto *table = new Table(tr("Effect"));
    table->setModel(&m_model);
    table->setItemDelegateForColumn(0, new MonoCell(table));
    table->setItemDelegateForColumn(1, new StatusCell(table));
    table->setWidths({0, 106, 160});
    table->setYielding({2});
    card->setFlush();
    card->body()->addWidget(table, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(space::l, space::s, space::m, space::s);
    below->setSpacing(space::xs);
    m_bounds->setObjectName(u"effectBounds"_s);
    m_spends->setObjectName(u"effectSpends"_s);
    m_rates->setObjectName(u"effectRates"_s);
    m_lasts->setObjectName(u"effectLasts"_s);
    for (QLabel *line : {m_bounds, m_spends, m_rates, m_lasts})
        below->addWidget(line);
    below->addSpacing(space::s);
    m_once = new Notice(Status::Info, tr("The key is shown once"),
        tr("Right after it is created. A copy stays 30 s in the clipboard."));
    m_lines = new DiffView(tr("Before and after"));
    m_lines->setObjectName(u"keyChange"_s);
    m_same = wrapped(tr("Nothing yet."), Type::Body, Ink::Muted);
    m_change = stacked({label(tr("What changes"), Type::Strong), m_same, m_lines}, space::xs);
    below->addWidget(m_once);
    below->addWidget(m_change);
    card->body()->addLayout(below);
    plainColumn(this)->addWidget(card);
}

void KeyEffect::show(const KeyDraft &draft, const QList<Alias> &offered)
{
    const Key key = keyOf(draft);
    m_model.apply(keys::reachOf(key, offered));
    const auto say = [](QLabel *line, const QStringList &sentences) {
        line->setText(sentences.join(u' '));
        line->setVisible(!sentences.isEmpty());
    };
    say(m_bounds, boundsInWords(key) + callerInWords(m_place, key));
    say(m_rates, ratesInWords(key));
    QStringList limits;
    for (const Budget &budget : key.budgets)
        if (budget.nanos > 0)
            limits << u"%1 %2"_s.arg(format::moneyWithCode(budget.nanos, u"USD"_s), perWindow(budget.window));
    m_spends->setText(limits.isEmpty() ? tr("Spends without a limit.")
                                       : tr("Spends at most %1.").arg(QLocale().createSeparatedList(limits)));
    m_lasts->setText(
        key.expiresAt ? tr("Is refused from %1 on.").arg(expiry(key, m_place.zone)) : tr("Never expires."));
}

void KeyEffect::showNew()
{
    m_once->show();
    m_change->hide();
}

void KeyEffect::showChange(const QList<DiffLine> &lines)
{
    m_once->hide();
    m_change->show();
    m_same->setVisible(lines.isEmpty());
    m_lines->setVisible(!lines.isEmpty());
    m_lines->setLines(lines);
    m_lines->setFixedHeight(qMin(m_lines->sizeHint().height(), scaled(300)));
}

} // namespace pages
