// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/rates_field.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

namespace {

struct Rate
{
    KeyField field;
    Feature feature;
    QString id;
    QString name;
    QString without;
};

QList<Rate> allRates()
{
    const QString none = RatesField::tr("no limit");
    return {{KeyField::Requests, Feature::RequestRate, u"keyRequests"_s, RatesField::tr("Requests a minute"), none},
        {KeyField::Tokens, Feature::TokenRate, u"keyTokens"_s, RatesField::tr("Tokens a minute"), none},
        {KeyField::Parallel, Feature::ParallelCalls, u"keyParallel"_s, RatesField::tr("Calls at a time"), none},
        {KeyField::Soft, Feature::SoftThresholds, u"keySoft"_s, RatesField::tr("Warn at, % of a budget"),
            RatesField::tr("no warning")}};
}

} // namespace

RatesField::RatesField(const KeyPlace &place)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    int at = 0;
    for (const Rate &rate : allRates()) {
        auto *field = new QLineEdit;
        field->setObjectName(rate.id);
        field->setPlaceholderText(rate.without);
        auto *line = new FormRow(rate.name, field);
        m_fields[rate.field] = field;
        m_rows[rate.field] = line;
        const bool can = place.features.has(rate.feature);
        line->setVisible(can);
        if (can) {
            grid->addWidget(line, 0, at);
            grid->setColumnStretch(at++, 1);
        } else {
            line->setParent(this); // holds what the key has already
        }
        connect(field, &QLineEdit::textChanged, this, &RatesField::changed);
    }
    m_rows[KeyField::Soft]->withHint(tr("Such as 80, 95. Nothing is refused."));
    QVBoxLayout *column = plainColumn(this, space::m);
    column->addLayout(grid);
    const QString gap =
        gapsOf(place, {Feature::RequestRate, Feature::TokenRate, Feature::ParallelCalls, Feature::SoftThresholds});
    if (!gap.isEmpty())
        column->addWidget(wrapped(gap, Type::Caption, Ink::Muted));
}

void RatesField::setValues(const RatesDraft &values)
{
    m_fields[KeyField::Requests]->setText(values.requests);
    m_fields[KeyField::Tokens]->setText(values.tokens);
    m_fields[KeyField::Parallel]->setText(values.parallel);
    m_fields[KeyField::Soft]->setText(values.soft);
}

QString RatesField::text(KeyField field) const
{
    return m_fields[field]->text();
}

RatesDraft RatesField::values() const
{
    return {text(KeyField::Requests), text(KeyField::Tokens), text(KeyField::Parallel), text(KeyField::Soft)};
}

} // namespace pages
