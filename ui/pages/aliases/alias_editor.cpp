// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/alias_editor.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/diff_view.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "pages/aliases/callers_card.h"
#include "pages/aliases/names_field.h"
#include "pages/aliases/routes_field.h"
#include "pages/aliases/simulation_card.h"
#include "pages/edit_words.h"
#include "pages/sync_notice.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

AliasEditor::AliasEditor(const AliasPlace &place, workspace::EditPreview &preview)
    : m_place(place)
    , m_preview(preview)
    , m_header(new PageHeader({}))
    , m_notices(new QWidget)
    , m_name(new QLineEdit)
    , m_families(new NamesField(tr("Endpoint families"), tr("add a family"), u"family"_s))
    , m_strategy(new QComboBox)
    , m_routes(new RoutesField(place))
    , m_in(new QLineEdit)
    , m_out(new QLineEdit)
    , m_cached(new QLineEdit)
    , m_context(new QLineEdit)
    , m_fallbacks(new NamesField(tr("Fallbacks"), tr("add an alias"), u"fallback"_s))
    , m_lines(new DiffView(tr("Before and after")))
    , m_same(wrapped(tr("Nothing yet."), Type::Body, Ink::Muted))
    , m_simulation(new SimulationCard(place))
    , m_callers(new CallersCard)
    , m_stage(button(tr("Stage"), Role::Primary))
{
    build();
    connect(&m_preview, &Observable::changed, this, [this] { m_callers->show(m_preview.state()); });
}

void AliasEditor::build()
{
    QVBoxLayout *column = pageColumn(this);
    plainColumn(m_notices);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    auto *both = new QHBoxLayout;
    both->setSpacing(space::m);
    m_form = scrolled(stacked({naming(), routing(), pricing(), failing(), spacer()}, space::m, 4));
    both->addWidget(m_form, 5);
    both->addWidget(effect(), 4);
    column->addLayout(both, 1);
    column->addWidget(foot());
}

QWidget *AliasEditor::effect()
{
    auto *card = new Card(tr("What changes"));
    m_lines->setObjectName(u"aliasChange"_s);
    card->body()->addWidget(m_same);
    card->body()->addWidget(m_lines);
    return scrolled(stacked({card, m_simulation, m_callers, spacer()}, space::m, 3));
}

QWidget *AliasEditor::foot()
{
    auto *cancel = button(tr("Cancel"));
    cancel->setObjectName(u"cancelAlias"_s);
    m_stage->setObjectName(u"stageAlias"_s);
    m_stage->setToolTip(tr("Put it into a change set, to be looked at and applied under Changes"));
    QWidget *made = kit::foot({}, {}, {cancel, m_stage});
    m_reason = made->findChild<QLabel *>(u"reason"_s);
    connect(cancel, &QPushButton::clicked, this, &AliasEditor::cancelled);
    connect(m_stage, &QPushButton::clicked, this, [this] { emit stageWanted(change()); });
    return made;
}

void AliasEditor::create(const QList<Alias> &catalog)
{
    m_before.reset();
    m_base = {};
    if (m_place.form.choosesStrategy)
        m_base.strategy = u"weighted"_s;
    open(Mode::New, catalog);
    m_name->setFocus(Qt::OtherFocusReason);
}

void AliasEditor::edit(const std::optional<Alias> &before, const Alias &now, const QList<Alias> &catalog)
{
    m_before = before;
    m_base = now;
    open(Mode::Change, catalog);
    m_routes->setFocus(Qt::OtherFocusReason);
}

void AliasEditor::remove(const Alias &alias, const QList<Alias> &catalog)
{
    m_before = alias;
    m_base = alias;
    open(Mode::Removal, catalog);
    m_stage->setFocus(Qt::OtherFocusReason);
}

void AliasEditor::open(Mode mode, const QList<Alias> &catalog)
{
    m_mode = mode;
    m_catalog = catalog;
    unask();
    m_preview.clear();
    m_callers->show({});
    fill(draftOf(m_base));
    m_opened = draft();
    showMode();
    judge();
}

void AliasEditor::showMode()
{
    const bool removal = m_mode == Mode::Removal;
    m_header->setTitle(m_mode == Mode::New ? tr("New alias") : removal ? tr("Remove alias") : tr("Edit alias"));
    m_header->setNote(m_mode == Mode::New ? tr("on %1").arg(m_place.at.profile)
                                          : tr("%1 on %2").arg(m_base.name, m_place.at.profile));
    m_form->setVisible(!removal);
    m_simulation->setVisible(!removal);
    m_name->setEnabled(m_mode == Mode::New);
    m_rows[AliasField::Name]->withHint(m_mode == Mode::New ? tr("What callers put into “model”.")
                                                           : tr("An alias keeps its name: make another one instead."));
    m_stage->setText(removal ? tr("Stage the removal") : tr("Stage"));
}

void AliasEditor::setFreshness(const QString &words)
{
    clearNotices(m_notices);
    m_notices->setVisible(!words.isEmpty());
    if (!words.isEmpty())
        m_notices->layout()->addWidget(new Notice(Status::Info, tr("The catalog as last seen"), words));
}

changes::AliasChange AliasEditor::change() const
{
    if (m_mode == Mode::Removal)
        return {m_before, {}};
    return {m_before, aliasOf(draft(), m_base)};
}

AliasGround AliasEditor::ground() const
{
    return {m_catalog, m_place.form, m_mode == Mode::New ? std::nullopt : std::optional(m_base)};
}

void AliasEditor::judge()
{
    if (m_filling)
        return;
    const changes::AliasChange now = change();
    const auto found = m_mode == Mode::Removal ? QList<AliasProblem>() : aliasProblems(draft(), ground());
    showEffect(now);
    showProblems(found);
    const QString why = reasonAgainstVerb(now, found);
    m_reason->setText(why);
    m_reason->setForegroundRole(found.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_stage->setEnabled(why.isEmpty());
    m_stage->setAccessibleDescription(why);
}

// The catalog as it would be then: a fallback that leads here finds what stands here.
static QList<Alias> withEdit(QList<Alias> catalog, const Alias &edited)
{
    catalog.removeIf([&edited](const Alias &each) { return each.name == edited.name; });
    catalog << edited;
    return catalog;
}

void AliasEditor::showEffect(const changes::AliasChange &change)
{
    const bool same = changes::changesNothing(changes::Edit(change));
    m_same->setVisible(same);
    m_lines->setVisible(!same);
    m_lines->setLines(same ? QList<DiffLine>() : linesOf(changes::Edit(change), m_place.at.zone));
    m_lines->setFixedHeight(qMin(m_lines->sizeHint().height() + space::l, scaled(300)));
    if (change.after)
        m_simulation->show(m_before, *change.after, withEdit(m_catalog, *change.after));
    if (!same && !changes::nameOf(changes::Edit(change)).isEmpty())
        m_preview.show(changes::Edit(change));
    else if (m_before)
        m_preview.show(changes::Edit(changes::AliasChange{m_before, m_before}));
}

QString AliasEditor::reasonAgainstVerb(const changes::AliasChange &change, const QList<AliasProblem> &found) const
{
    if (const QString against = reasonAgainstAliasEdit(m_place); !against.isEmpty())
        return against;
    QStringList briefs;
    for (const AliasProblem &problem : found)
        briefs << problem.brief;
    if (!found.isEmpty())
        return tr("%n thing(s) to fix: %1.", nullptr, int(found.size())).arg(briefs.join(u", "_s));
    if (m_mode == Mode::Removal)
        return {};
    // What is staged and would be taken back by this is an edit too.
    return draft() == m_opened && change.after == m_base ? tr("Nothing is changed yet.") : QString();
}

void AliasEditor::showProblems(const QList<AliasProblem> &found)
{
    for (FormRow *row : std::as_const(m_rows))
        row->accept();
    for (const AliasProblem &problem : found)
        if (!problem.missing && problem.route < 0 && m_rows.contains(problem.field))
            m_rows[problem.field]->refuse(problem.sentence);
    m_routes->show(found);
}

bool AliasEditor::isDirty() const
{
    return m_mode != Mode::Removal && draft() != m_opened;
}

bool AliasEditor::ask()
{
    if (!isDirty())
        return false;
    if (m_question)
        return true;
    auto *notice = new Notice(Status::Warn, tr("Leave without staging?"), tr("What you typed here would be lost."));
    auto *stay = notice->addAction(tr("Keep editing"));
    auto *leave = notice->addAction(tr("Throw away"));
    stay->setObjectName(u"keepEditing"_s);
    leave->setObjectName(u"throwAway"_s);
    connect(stay, &QPushButton::clicked, this, &AliasEditor::unask);
    connect(leave, &QPushButton::clicked, this, &AliasEditor::cancelled);
    m_question = notice;
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, notice);
    notice->show(); // at once, to take the focus
    stay->setFocus(Qt::OtherFocusReason);
    return true;
}

bool AliasEditor::unask()
{
    QWidget *question = std::exchange(m_question, nullptr);
    if (!question)
        return false;
    question->hide();
    question->deleteLater(); // the verb that asked for it is inside
    return true;
}

} // namespace pages
