// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_form.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "pages/key_settings.h"
#include "pages/keys/bounds_field.h"
#include "pages/keys/budgets_field.h"
#include "pages/keys/key_course.h"
#include "pages/keys/key_effect.h"
#include "pages/keys/key_form_choices.h"
#include "pages/keys/passport_field.h"
#include "pages/keys/rates_field.h"
#include "pages/keys/scope_field.h"
#include "pages/words.h"
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using gateway::Feature;

static QGridLayout *grid(QWidget *in, int columns)
{
    auto *made = new QGridLayout(in);
    made->setContentsMargins(0, 0, 0, 0);
    made->setHorizontalSpacing(space::l);
    made->setVerticalSpacing(space::m);
    for (int column = 0; column < columns; ++column)
        made->setColumnStretch(column, 1);
    return made;
}

KeyForm::KeyForm(const KeyPlace &place, const Clock &clock)
    : m_place(place)
    , m_clock(clock)
    , m_header(new PageHeader({}))
    , m_name(new QLineEdit)
    , m_passport(new PassportField(place, clock))
    , m_scope(new ScopeField({tr("Aliases"), tr("Add alias"), tr("names of aliases, separated by commas"), u"alias"_s}))
    , m_bounds(new BoundsField(place))
    , m_budgets(new BudgetsField(place))
    , m_rates(new RatesField(place))
    , m_expiry(new QComboBox)
    , m_day(new QDateEdit)
    , m_effect(new KeyEffect(place))
    , m_notices(new QVBoxLayout)
    , m_stage(button(tr("Stage")))
    , m_create(button(tr("Create key"), Role::Primary))
{
    QVBoxLayout *column = pageColumn(this);
    column->addWidget(m_header);
    column->addLayout(m_notices);
    auto *both = new QHBoxLayout;
    both->setSpacing(space::m);
    both->addWidget(scrolled(stacked({identity(), scope(), limits(), spacer()}, space::m, 3)), 5);
    both->addWidget(m_effect, 3);
    column->addLayout(both, 1);
    column->addWidget(foot());
    clear();
}

QWidget *KeyForm::identity()
{
    m_name->setObjectName(u"keyName"_s);
    m_rows[KeyField::Name] = new FormRow(tr("Name"), m_name);
    auto *card = new Card(tr("Who it is for"));
    card->body()->addWidget(stacked({m_rows[KeyField::Name], m_passport}));
    const bool here = m_place.features.has(Feature::PassportHere);
    const QString said = here ? tr("Kept on this machine: %1 has no room for it.").arg(m_place.gateway)
                              : reasonAgainst(m_place, Feature::Passport);
    if (here || !m_place.features.has(Feature::Passport))
        card->body()->addWidget(wrapped(said, Type::Caption, Ink::Muted));
    connect(m_name, &QLineEdit::textChanged, this, &KeyForm::judge);
    connect(m_passport, &PassportField::changed, this, &KeyForm::judge);
    return card;
}

QWidget *KeyForm::scope()
{
    auto *made = (new FormRow(tr("Aliases"), m_scope))
                     ->withHint(tr("The smallest set that its calls need. An empty list means every alias."));
    m_rows[KeyField::Aliases] = made;
    grey(made, m_scope, Feature::ModelScope);
    auto *card = new Card(tr("What it may call"));
    m_rows[KeyField::Networks] = m_bounds->networksRow();
    card->body()->addWidget(stacked({made, m_bounds}));
    connect(m_scope, &ScopeField::changed, this, &KeyForm::judge);
    connect(m_bounds, &BoundsField::changed, this, &KeyForm::judge);
    return card;
}

QWidget *KeyForm::limits()
{
    fillExpiry();
    auto *fields = new QWidget;
    auto *lines = grid(fields, 3);
    auto *expiry = new FormRow(tr("Expires"), stacked({m_expiry, m_day}, space::xs));
    m_expiry->setAccessibleName(tr("Expires"));
    m_rows[KeyField::Expiry] = expiry;
    grey(expiry, m_expiry, Feature::KeyExpiry);
    lines->addWidget(m_budgets, 0, 0, 1, 2);
    lines->addWidget(expiry, 0, 2);
    auto *card = new Card(tr("How much, and how long"));
    card->body()->addWidget(stacked({fields, m_rates}));
    m_rows.insert(m_rates->rows());
    connect(m_rates, &RatesField::changed, this, &KeyForm::judge);
    connect(m_budgets, &BudgetsField::changed, this, &KeyForm::judge);
    connect(m_expiry, &QComboBox::currentIndexChanged, this, &KeyForm::judge);
    connect(m_day, &QDateEdit::dateChanged, this, &KeyForm::judge);
    return card;
}

QWidget *KeyForm::foot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelKey"_s);
    m_create->setObjectName(u"createKey"_s);
    m_stage->setObjectName(u"stageKey"_s);
    m_stage->setToolTip(tr("Put it into a change set, to be looked at and applied later"));
    m_stage->setVisible(bool(m_place.stage));
    QWidget *made = kit::foot({}, {}, {cancel, m_stage, m_create});
    m_reason = made->findChild<QLabel *>(u"reason"_s);
    connect(cancel, &QPushButton::clicked, this, &KeyForm::cancelled);
    connect(m_stage, &QPushButton::clicked, this, [this] {
        const changes::Change change{m_before, m_before ? applied(*m_before, draft()) : keyOf(draft())};
        emit stageWanted(change);
    });
    connect(m_create, &QPushButton::clicked, this, [this] {
        if (m_before)
            emit saveWanted(applied(*m_before, draft()));
        else
            emit createWanted(keyOf(draft()));
    });
    return made;
}

// What the gateway cannot hold stays visible: grey, with the reason in place of the hint.
void KeyForm::grey(FormRow *row, QWidget *field, Feature feature)
{
    const bool can = m_place.features.has(feature);
    field->setEnabled(can);
    if (!can)
        row->withHint(reasonAgainst(m_place, feature));
}

void KeyForm::setKnown(const QList<Key> &keys, const QList<Alias> &offered)
{
    QStringList names, owners;
    for (const Key &key : keys) {
        if (!m_before || key.id != m_before->id)
            names << key.name;
        if (!key.passport.owner.isEmpty())
            owners << key.passport.owner;
    }
    owners.removeDuplicates();
    owners.sort(Qt::CaseInsensitive);
    if (names == m_taken && offered == m_offered)
        return;
    m_taken = names;
    m_offered = offered;
    m_passport->setOwners(owners);
    QList<PickItem> items;
    for (const Alias &alias : offered)
        items << PickItem{alias.name, alias.routes.isEmpty() ? QString() : alias.routes.first().model};
    m_scope->setOffered(items);
    m_bounds->setOffered(offered);
    judge();
}

KeyDraft KeyForm::draft() const
{
    KeyDraft out;
    out.name = m_name->text();
    out.passport = m_passport->values();
    out.aliases = m_scope->values();
    out.bounds = m_bounds->values();
    out.budgets = m_budgets->values();
    out.rates = m_rates->values();
    out.expiresAt = expiresAt();
    return out;
}

void KeyForm::judge()
{
    if (!m_reason)
        return; // still being built
    m_day->setVisible(m_expiry->currentData().toInt() == onADay);
    const KeyDraft now = draft();
    m_effect->show(now, m_offered);
    if (m_before)
        m_effect->showChange(differencesOf(*m_before, applied(*m_before, now), m_place.zone));
    else
        m_effect->showNew();
    showProblems(now);
}

// What an old key has already is no mistake of the one who changes something else.
QList<KeyProblem> KeyForm::problems(const KeyDraft &draft) const
{
    QList<KeyProblem> found = keyProblems(draft, m_taken, m_offered, m_clock.now());
    if (m_before && draft.expiresAt == m_before->expiresAt)
        found.removeIf([](const KeyProblem &problem) { return problem.field == KeyField::Expiry; });
    if (m_before && draft.aliases == m_before->aliases)
        found.removeIf([](const KeyProblem &problem) { return problem.field == KeyField::Aliases; });
    return found;
}

QString KeyForm::reasonAgainstVerb(const KeyDraft &draft, const QList<KeyProblem> &found) const
{
    if (m_busy)
        return m_before ? tr("Writing it and reading it back…") : tr("Creating it and reading it back…");
    const QString against = m_before ? reasonAgainstEdit(m_place) : reasonAgainst(m_place, Feature::CreateKey);
    if (!against.isEmpty())
        return against;
    QStringList briefs;
    for (const KeyProblem &problem : found)
        briefs << problem.brief;
    if (!found.isEmpty())
        return tr("%n thing(s) to fix: %1.", nullptr, int(found.size())).arg(briefs.join(u", "_s));
    return m_before && sameSettings(*m_before, applied(*m_before, draft)) ? tr("Nothing is changed yet.") : QString();
}

void KeyForm::showProblems(const KeyDraft &draft)
{
    const QList<KeyProblem> found = problems(draft);
    for (FormRow *row : std::as_const(m_rows))
        row->accept();
    m_budgets->accept();
    for (const KeyProblem &problem : found)
        if (problem.field == KeyField::Amount)
            m_budgets->refuse(problem.at, problem.sentence);
        else if (!problem.missing)
            m_rows[problem.field]->refuse(problem.sentence);
    const QString why = reasonAgainstVerb(draft, found);
    const bool plain = m_busy || found.isEmpty();
    m_reason->setText(why);
    m_reason->setForegroundRole(plain ? QPalette::PlaceholderText : QPalette::BrightText);
    m_create->setEnabled(why.isEmpty());
    m_stage->setEnabled(why.isEmpty());
    m_create->setAccessibleDescription(why);
}

void KeyForm::setBusy(bool busy)
{
    m_busy = busy;
    judge();
}

void KeyForm::refuse(const std::optional<Failure> &failure)
{
    while (QLayoutItem *item = m_notices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (failure)
        m_notices->addWidget(failureNotice(
            m_before ? tr("The key was not changed") : tr("The key was not created"), *failure, attemptOn(m_place)));
}

void KeyForm::start()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace pages
