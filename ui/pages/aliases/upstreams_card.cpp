// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/upstreams_card.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/status.h"
#include "kit/table.h"
#include "pages/words.h"
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::CatalogService;
using aliases::UpstreamGap;

QList<Column<UpstreamGap>> UpstreamsCard::columns()
{
    const auto what = [](const Gap &gap) {
        return gap.what == Gap::What::Gone ? tr("served here, gone at the upstream")
                                           : tr("at the upstream, not served here");
    };
    const auto state = [](const Gap &gap, int role) {
        const kit::Status status = gap.what == Gap::What::Gone ? kit::Status::Bad : kit::Status::Info;
        return role == cell::State ? QVariant(int(status)) : QVariant();
    };
    return {{tr("Model"), [](const Gap &gap) { return gap.model; }},
        {tr("Channel"), [](const Gap &gap) { return gap.upstream; }}, {tr("What"), what, Qt::AlignLeft, state},
        {tr("Alias"), [](const Gap &gap) { return gap.alias; }}};
}

UpstreamsCard::UpstreamsCard()
    : m_model(columns(), [](const Gap &gap) { return gap.upstream + u'\n' + gap.model + u'\n' + gap.alias; })
    , m_table(new Table(tr("Models of the upstreams that differ")))
    , m_said(wrapped({}, Type::Body, Ink::Muted))
    , m_ask(button(tr("Ask the upstreams"), Role::Quiet))
    , m_stage(button(tr("Stage"), Role::Quiet))
{
    m_table->setObjectName(u"upstreamGaps"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(0, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(2, new StatusCell(m_table));
    m_table->setWidths({0, 148, 248, 148});
    m_table->setCompact();
    keepSelection(m_table);
    m_said->setObjectName(u"upstreamsSaid"_s);
    m_said->setContentsMargins(space::l, space::s, space::l, space::s);
    m_ask->setObjectName(u"askUpstreams"_s);
    m_stage->setObjectName(u"stageGap"_s);
    auto *card = new Card(tr("What the upstreams serve"));
    card->setFlush();
    card->addToHead(m_stage);
    card->addToHead(m_ask);
    card->body()->addWidget(m_said);
    card->body()->addWidget(m_table, 1);
    plainColumn(this)->addWidget(card);
    connect(m_ask, &QPushButton::clicked, this, &UpstreamsCard::askWanted);
    connect(m_stage, &QPushButton::clicked, this, &UpstreamsCard::stage);
    connect(m_table, &QAbstractItemView::activated, this, &UpstreamsCard::stage);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UpstreamsCard::showVerb);
}

static QString wordsOf(const CatalogService::Upstreams &upstreams, qsizetype gaps)
{
    if (upstreams.loading)
        return UpstreamsCard::tr("The gateway asks its upstreams; that takes its time.");
    if (upstreams.failure)
        return UpstreamsCard::tr("The upstreams could not be asked. %1").arg(whyOf(*upstreams.failure));
    if (!upstreams.at)
        return UpstreamsCard::tr("Not asked yet: the gateway asks each channel's upstream for its list of models.");
    QStringList said{gaps == 0 ? UpstreamsCard::tr("As of %1 nothing differs.").arg(clock(*upstreams.at))
                               : UpstreamsCard::tr("As of %1.").arg(clock(*upstreams.at))};
    for (const gateway::UpstreamModels &each : upstreams.told)
        if (each.failure)
            said << UpstreamsCard::tr("%1 did not tell: %2").arg(each.upstream, whyOf(*each.failure));
    return said.join(u' ');
}

void UpstreamsCard::show(
    const CatalogService::Upstreams &upstreams, const QList<Alias> &catalog, const QString &against)
{
    m_against = against;
    const QList<Gap> gaps = aliases::upstreamGaps(catalog, upstreams.told);
    m_model.apply(gaps);
    m_said->setText(wordsOf(upstreams, gaps.size()));
    m_table->setVisible(!gaps.isEmpty());
    m_ask->setEnabled(!upstreams.loading);
    if (!gaps.isEmpty() && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showVerb();
}

void UpstreamsCard::showVerb()
{
    const int at = m_table->currentIndex().row();
    const bool some = at >= 0 && at < m_model.rowCount();
    m_stage->setVisible(m_model.rowCount() > 0);
    m_stage->setEnabled(some && m_against.isEmpty());
    m_stage->setToolTip(m_against);
    if (some)
        m_stage->setText(
            m_model.row(at).what == Gap::What::Gone ? tr("Stage: stop serving it") : tr("Stage: serve it"));
}

void UpstreamsCard::stage()
{
    const int at = m_table->currentIndex().row();
    if (m_stage->isEnabled() && at >= 0)
        emit stageWanted(m_model.row(at));
}

} // namespace pages
