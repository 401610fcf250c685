// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/families.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/aliases/alias_editor.h"
#include "pages/aliases/names_field.h"
#include "pages/aliases/routes_field.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

// The fields of the form, what stands in them, and what this gateway cannot take.
namespace pages {

using namespace kit;

static QWidget *abreast(const QList<QWidget *> &rows)
{
    QWidget *made = row(rows, space::l);
    for (int at = 0; at < rows.size(); ++at)
        static_cast<QHBoxLayout *>(made->layout())->setStretch(at, 1);
    return made;
}

// What the gateway cannot hold stays visible: grey, with the reason in place of the hint.
void AliasEditor::grey(FormRow *row, QWidget *field, AliasPart part)
{
    const QString against = reasonAgainst(m_place, part);
    field->setEnabled(against.isEmpty());
    if (!against.isEmpty())
        row->withHint(against);
}

QWidget *AliasEditor::naming()
{
    m_name->setObjectName(u"aliasName"_s);
    m_strategy->setObjectName(u"aliasStrategy"_s);
    m_families->setOffered(callFamilies());
    m_rows[AliasField::Name] = new FormRow(tr("Name"), m_name);
    m_rows[AliasField::Families] = (new FormRow(tr("Endpoint families"), m_families))
                                       ->withHint(tr("What it answers. None named: all that its upstreams speak."));
    grey(m_rows[AliasField::Families], m_families, AliasPart::Families);
    auto *card = new Card(tr("What callers ask for"));
    card->body()->addWidget(stacked({m_rows[AliasField::Name], m_rows[AliasField::Families]}));
    connect(m_name, &QLineEdit::textChanged, this, &AliasEditor::judge);
    connect(m_families, &NamesField::changed, this, &AliasEditor::judge);
    return card;
}

QWidget *AliasEditor::routing()
{
    auto *strategy = new FormRow(tr("Which route is first"), m_strategy);
    grey(strategy, m_strategy, AliasPart::Strategy);
    auto *card = new Card(tr("Routes"));
    card->body()->addWidget(stacked({m_routes, strategy}));
    connect(m_routes, &RoutesField::changed, this, &AliasEditor::judge);
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &AliasEditor::judge);
    return card;
}

QWidget *AliasEditor::pricing()
{
    const QList<std::tuple<AliasField, QString, QLineEdit *, QString>> amounts{
        {AliasField::PriceIn, tr("In, USD a million tokens"), m_in, u"aliasPriceIn"_s},
        {AliasField::PriceOut, tr("Out, USD a million tokens"), m_out, u"aliasPriceOut"_s},
        {AliasField::PriceCached, tr("Cached, USD a million tokens"), m_cached, u"aliasPriceCached"_s}};
    QList<QWidget *> rows;
    for (const auto &[field, name, edit, id] : amounts) {
        edit->setObjectName(id);
        edit->setPlaceholderText(tr("not known"));
        m_rows[field] = new FormRow(name, edit);
        edit->setEnabled(reasonAgainst(m_place, AliasPart::Price).isEmpty());
        connect(edit, &QLineEdit::textChanged, this, &AliasEditor::judge);
        rows << m_rows[field];
    }
    m_context->setObjectName(u"aliasContext"_s);
    m_context->setPlaceholderText(tr("not told"));
    auto *longest = (new FormRow(tr("Longest input, tokens"), m_context))->withHint(tr("The context window."));
    m_rows[AliasField::Context] = longest;
    grey(longest, m_context, AliasPart::Context);
    connect(m_context, &QLineEdit::textChanged, this, &AliasEditor::judge);
    auto *card = new Card(tr("Price and length"));
    const QString gap = reasonAgainst(m_place, AliasPart::Price);
    card->body()->addWidget(stacked({abreast(rows),
        wrapped(gap.isEmpty() ? tr("Without a price the cost of its calls stays unknown.") : gap, Type::Caption,
            Ink::Muted),
        longest}));
    return card;
}

QWidget *AliasEditor::failing()
{
    m_fallbacks->setOnlyOffered(true);
    auto *made = (new FormRow(tr("Fallbacks"), m_fallbacks))
                     ->withHint(tr("Other aliases, tried in this order when every route failed."));
    m_rows[AliasField::Fallbacks] = made;
    grey(made, m_fallbacks, AliasPart::Fallbacks);
    auto *card = new Card(tr("When all routes fail"));
    card->body()->addWidget(made);
    connect(m_fallbacks, &NamesField::changed, this, &AliasEditor::judge);
    return card;
}

// What the alias has and the list does not know joins it, so that nothing is changed by opening the form.
void AliasEditor::fillStrategies()
{
    m_strategy->clear();
    m_strategy->addItem(tr("by weight"), u"weighted"_s);
    m_strategy->addItem(tr("in their order"), u"ordered"_s);
    m_strategy->addItem(tr("the cheapest"), u"cheapest"_s);
    m_strategy->addItem(tr("the fastest"), u"fastest"_s);
    if (m_strategy->findData(m_base.strategy) < 0)
        m_strategy->addItem(m_base.strategy.isEmpty() ? tr("not told") : m_base.strategy, m_base.strategy);
    m_strategy->setCurrentIndex(m_strategy->findData(m_base.strategy));
}

void AliasEditor::fill(const AliasDraft &draft)
{
    m_filling = true;
    QStringList others;
    for (const Alias &alias : std::as_const(m_catalog))
        if (alias.name != draft.name)
            others << alias.name;
    m_fallbacks->setOffered(others);
    m_routes->setKnown(m_catalog);
    m_name->setText(draft.name);
    m_families->setValues(draft.families);
    fillStrategies();
    m_routes->setValues(draft.routes);
    m_in->setText(draft.priceIn);
    m_out->setText(draft.priceOut);
    m_cached->setText(draft.priceCached);
    m_context->setText(draft.context);
    m_fallbacks->setValues(draft.fallbacks);
    m_filling = false;
}

AliasDraft AliasEditor::draft() const
{
    AliasDraft out;
    out.name = m_name->text();
    out.families = m_families->values();
    out.strategy = m_strategy->currentData().toString();
    out.routes = m_routes->values();
    out.priceIn = m_in->text();
    out.priceOut = m_out->text();
    out.priceCached = m_cached->text();
    out.context = m_context->text();
    out.fallbacks = m_fallbacks->values();
    return out;
}

} // namespace pages
