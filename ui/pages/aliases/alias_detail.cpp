// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/alias_detail.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/table.h"
#include "pages/aliases/price_card.h"
#include "pages/edit_words.h"
#include "pages/facts.h"
#include "pages/sync_notice.h"
#include <algorithm>
#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using aliases::CatalogService;
using aliases::Finding;

AliasDetail::AliasDetail(PriceCard *prices)
    : m_notices(new QWidget)
    , m_routesCard(new Card(tr("Routes")))
    , m_routes(new Table(tr("Routes of this alias")))
    , m_model(new AliasRoutesModel)
    , m_factsCard(new Card(tr("What the gateway says of it")))
    , m_prices(prices)
{
    build();
}

void AliasDetail::build()
{
    m_model->setParent(this);
    m_routes->setObjectName(u"aliasRoutes"_s);
    m_routes->setModel(m_model);
    m_routes->setItemDelegateForColumn(AliasRoutesModel::Model, new MonoCell(m_routes));
    m_routes->setItemDelegateForColumn(AliasRoutesModel::Share, new ShareCell(m_routes));
    m_routes->setWidths({0, 96, 128, 72, 72});
    m_routes->setYielding({AliasRoutesModel::Out, AliasRoutesModel::In, AliasRoutesModel::Upstream});
    m_routes->setCompact();
    m_routesCard->setFlush();
    m_routesCard->body()->addWidget(m_routes);
    auto *requests = button(tr("Show its requests"), Role::Quiet);
    requests->setObjectName(u"aliasRequests"_s);
    connect(requests, &QPushButton::clicked, this,
        [this] { emit requestsWanted(u"alias = \"%1\""_s.arg(QString(m_alias).replace(u'"', u"\\\""_s))); });
    m_factsCard->addToHead(requests);
    plainColumn(m_notices);
    m_notices->hide();
    auto *all = stacked({m_notices, m_routesCard, m_factsCard, m_prices, spacer()}, space::m, 4);
    plainColumn(this)->addWidget(scrolled(all));
}

void AliasDetail::setVerbs(QAction *edit, QAction *remove)
{
    for (QAction *action : {edit, remove}) {
        auto *verb = button(action->text(), Role::Quiet);
        verb->setObjectName(action->objectName() + u"Button"_s);
        verb->setEnabled(action->isEnabled());
        verb->setToolTip(action->toolTip());
        connect(verb, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, verb, [verb, action] {
            verb->setEnabled(action->isEnabled());
            verb->setToolTip(action->toolTip());
        });
        m_routesCard->addToHead(verb);
    }
}

void AliasDetail::show(
    const CatalogService::State &state, const QString &alias, const std::optional<changes::AliasChange> &staged)
{
    const auto at = std::ranges::find(state.aliases, alias, &Alias::name);
    setVisible(at != state.aliases.end());
    if (at == state.aliases.end())
        return;
    m_alias = alias;
    m_routesCard->setTitle(tr("Routes of %1").arg(alias));
    m_model->apply(routeRows(*at));
    m_routes->fitRows();
    m_routes->setVisible(!at->routes.isEmpty());
    QList<Finding> findings;
    std::ranges::copy_if(
        state.findings, std::back_inserter(findings), [&](const Finding &each) { return each.alias == alias; });
    m_factsCard->setTitle(staged && !staged->before ? tr("What it is to be") : tr("What the gateway says of it"));
    showFindings(findings, staged);
    showFacts(state, *at);
    m_prices->show(state.prices, alias);
}

void AliasDetail::showStaged(const changes::AliasChange &staged)
{
    const QString what = !staged.before ? tr("It is new, and not applied yet")
        : staged.after                  ? tr("An edit of it waits in the change set")
                                        : tr("Its removal waits in the change set");
    const QString line = staged.before ? inOneLine(changes::Edit(staged), QTimeZone::utc()) + u". "_s : QString();
    auto *notice = new Notice(Status::Draft, what, line + tr("Nothing of it was sent to the gateway."));
    auto *review = notice->addAction(tr("Review"));
    auto *out = notice->addAction(tr("Take out"));
    review->setObjectName(u"reviewAlias"_s);
    out->setObjectName(u"takeOutAlias"_s);
    connect(review, &QPushButton::clicked, this, &AliasDetail::reviewWanted);
    connect(out, &QPushButton::clicked, this, &AliasDetail::takeOutWanted);
    m_notices->layout()->addWidget(notice);
}

void AliasDetail::showFindings(const QList<Finding> &findings, const std::optional<changes::AliasChange> &staged)
{
    if (findings == m_findings && staged == m_staged)
        return;
    m_findings = findings;
    m_staged = staged;
    clearNotices(m_notices);
    m_notices->setVisible(!findings.isEmpty() || staged);
    if (staged)
        showStaged(*staged);
    for (const Finding &finding : findings)
        m_notices->layout()->addWidget(new Notice(statusOf(finding.severity), finding.what, finding.next));
}

static QString perMillion(const std::optional<qint64> &nanos)
{
    return nanos ? format::moneyWithCode(*nanos, u"USD"_s) : QString();
}

static QString behind(const QList<Alias> &catalog, const QString &name)
{
    QStringList out;
    for (const Alias &alias : catalog)
        if (alias.fallbacks.contains(name))
            out << alias.name;
    return out.join(u", "_s);
}

void AliasDetail::showFacts(const CatalogService::State &state, const Alias &alias)
{
    delete std::exchange(m_facts, nullptr);
    const auto calls = state.callsKnown ? format::count(state.calls.value(alias.name)) : QString();
    const QString longest = alias.contextTokens ? tr("%1 tokens").arg(format::count(*alias.contextTokens)) : QString();
    m_facts = gridOf({fact(tr("Endpoint families"),
                          alias.families.isEmpty() ? tr("none named") : alias.families.join(u", "_s)),
        fact(tr("Route chosen"), alias.strategy), fact(tr("In, a million tokens"), perMillion(alias.price.inputNanos)),
        fact(tr("Out, a million tokens"), perMillion(alias.price.outputNanos)),
        fact(tr("Cached, a million tokens"), perMillion(alias.price.cachedNanos)),
        fact(tr("Price of"), alias.price.date.isValid() ? QLocale().toString(alias.price.date) : QString()),
        fact(tr("When all routes fail"), alias.fallbacks.join(u" → "_s)),
        fact(tr("Falls back on it"), behind(state.aliases, alias.name)), fact(tr("Longest input"), longest),
        fact(tr("Calls, last 24 h"), calls),
        fact(tr("Proven by smoke tests"),
            aliases::familyWords(alias, state.proofs.value(alias.name), state.judged).join(u'\n'))});
    m_factsCard->body()->addWidget(m_facts);
}

} // namespace pages
