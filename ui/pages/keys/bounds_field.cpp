// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/bounds_field.h"
#include "domain/families.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "pages/keys/scope_field.h"
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

BoundsField::BoundsField(const KeyPlace &place)
    : m_families(new ScopeField(
        {tr("Endpoint families"), tr("Add family"), tr("names of families, separated by commas"), u"family"_s}))
    , m_upstreams(new ScopeField(
          {tr("Upstreams"), tr("Add upstream"), tr("names of upstreams, separated by commas"), u"upstream"_s}))
    , m_networks(new QLineEdit)
    , m_group(new QLineEdit)
    , m_networksRow(new FormRow(tr("Addresses it may come from"), m_networks))
{
    m_networks->setObjectName(u"keyNetworks"_s);
    m_networks->setPlaceholderText(tr("any address"));
    auto *families = (new FormRow(tr("Endpoint families"), m_families))->withHint(tr("None chosen: all of them."));
    auto *upstreams = (new FormRow(tr("Upstreams"), m_upstreams))->withHint(tr("None chosen: all of them."));
    m_networksRow->withHint(tr("Addresses or networks such as 10.20.0.0/16, separated by commas."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::m);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(families, 0, 0);
    grid->addWidget(upstreams, 0, 1);
    grid->addWidget(m_networksRow, 1, 0, 1, 2);
    grid->addWidget(groupRow(place), 2, 0, 1, 2);
    QVBoxLayout *column = plainColumn(this, space::m);
    column->addLayout(grid);
    families->setVisible(place.features.has(Feature::FamilyScope));
    upstreams->setVisible(place.features.has(Feature::UpstreamScope));
    m_networksRow->setVisible(place.features.has(Feature::NetworkScope));
    const QString gap = gapsOf(place, {Feature::FamilyScope, Feature::UpstreamScope, Feature::NetworkScope});
    if (!gap.isEmpty())
        column->addWidget(wrapped(gap, Type::Caption, Ink::Muted));
    connect(m_families, &ScopeField::changed, this, &BoundsField::changed);
    connect(m_upstreams, &ScopeField::changed, this, &BoundsField::changed);
    connect(m_networks, &QLineEdit::textChanged, this, &BoundsField::changed);
    connect(m_group, &QLineEdit::textChanged, this, &BoundsField::changed);
}

// Only one family of gateways has groups: elsewhere nothing is missing without them.
QWidget *BoundsField::groupRow(const KeyPlace &place)
{
    m_group->setObjectName(u"keyGroup"_s);
    m_group->setPlaceholderText(tr("the account's own"));
    auto *row = (new FormRow(tr("Group"), m_group))
                    ->withHint(tr("Its channels serve the key, at its prices; it must be one the account may use."));
    if (!place.features.has(Feature::GroupScope))
        row->hide();
    return row;
}

void BoundsField::setOffered(const QList<Alias> &offered)
{
    QStringList families = callFamilies();
    QStringList upstreams;
    for (const Alias &alias : offered) {
        families << alias.families;
        for (const Route &route : alias.routes)
            upstreams << route.upstream;
    }
    const auto items = [](QStringList names) {
        names.removeDuplicates();
        names.removeAll(QString());
        QList<PickItem> out;
        for (const QString &name : std::as_const(names))
            out << PickItem{name, {}};
        return out;
    };
    m_families->setOffered(items(families));
    m_upstreams->setOffered(items(upstreams));
}

void BoundsField::setValues(const BoundsDraft &values)
{
    m_families->setValues(values.families);
    m_upstreams->setValues(values.upstreams);
    m_networks->setText(values.networks);
    m_group->setText(values.group);
}

BoundsDraft BoundsField::values() const
{
    return {m_families->values(), m_upstreams->values(), m_networks->text(), m_group->text().trimmed()};
}

} // namespace pages
