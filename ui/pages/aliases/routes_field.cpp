// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/aliases/routes_field.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/table.h"
#include <algorithm>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

RoutesField::RoutesField(const AliasPlace &place)
    : m_place(place)
    , m_table(new Table(tr("Routes")))
    , m_upstream(new QLineEdit)
    , m_asked(new QLineEdit)
    , m_weight(new QLineEdit)
    , m_up(act(u"routeUp"_s, tr("Move up"), Qt::ALT | Qt::Key_Up, &RoutesField::up))
    , m_down(act(u"routeDown"_s, tr("Move down"), Qt::ALT | Qt::Key_Down, &RoutesField::down))
    , m_remove(act(u"removeRoute"_s, tr("Remove route"), Qt::Key_Delete, &RoutesField::remove))
{
    build();
    connect(&m_model, &RouteDrafts::moveWanted, this, &RoutesField::move);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RoutesField::showChosen);
    for (QLineEdit *field : {m_upstream, m_asked, m_weight})
        connect(field, &QLineEdit::textChanged, this, &RoutesField::readChosen);
}

QAction *RoutesField::act(
    const QString &name, const QString &words, const QKeySequence &keys, void (RoutesField::*verb)())
{
    auto *action = new QAction(words, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, verb);
    m_table->addAction(action);
    return action;
}

void RoutesField::build()
{
    const bool orders = m_place.form.ordersRoutes;
    m_model.setMovable(orders);
    m_table->setObjectName(u"routeDrafts"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(RouteDrafts::Upstream, new MonoCell(m_table));
    m_table->setItemDelegateForColumn(RouteDrafts::Model, new MonoCell(m_table));
    m_table->setWidths({64, 150, 0, 84});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setCompact();
    m_table->setDragEnabled(orders);
    m_table->setAcceptDrops(orders);
    m_table->setDropIndicatorShown(orders);
    m_table->setDragDropMode(orders ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
    m_table->setDragDropOverwriteMode(false);
    m_fields = fields();
    setFocusProxy(m_table);
    auto *column = plainColumn(this, space::m);
    column->addWidget(m_table);
    column->addWidget(verbs());
    column->addWidget(m_fields);
}

QWidget *RoutesField::verbs()
{
    auto *more = button(Glyph::Add, tr("Add route"), Role::Quiet);
    more->setObjectName(u"addRoute"_s);
    connect(more, &QPushButton::clicked, this, &RoutesField::add);
    QList<QWidget *> line{more};
    for (const auto &[action, glyph] : {std::pair(m_up, Glyph::ChevronUp), {m_down, Glyph::ChevronDown}}) {
        auto *verb = iconButton(glyph, action->text());
        verb->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        verb->setObjectName(action->objectName() + u"Button"_s);
        connect(verb, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, verb, [verb, action = action] { verb->setEnabled(action->isEnabled()); });
        verb->setVisible(m_place.form.ordersRoutes);
        line << verb;
    }
    auto *gone = iconButton(Glyph::Delete, m_remove->text());
    gone->setObjectName(u"removeRouteButton"_s);
    connect(gone, &QToolButton::clicked, m_remove, &QAction::trigger);
    connect(m_remove, &QAction::changed, gone, [this, gone] { gone->setEnabled(m_remove->isEnabled()); });
    line << gone << wrapped(reasonAgainst(m_place, AliasPart::Order), Type::Caption, Ink::Muted);
    return row(line, space::xs, int(line.size()) - 1);
}

QWidget *RoutesField::fields()
{
    m_upstream->setObjectName(u"routeUpstream"_s);
    m_asked->setObjectName(u"routeModel"_s);
    m_weight->setObjectName(u"routeWeight"_s);
    m_rows[AliasField::Upstream] = new FormRow(m_place.form.channels ? tr("Channel") : tr("Upstream"), m_upstream);
    m_rows[AliasField::Model] = (new FormRow(tr("Model there"), m_asked))->withHint(tr("What the upstream calls it."));
    const QString against = reasonAgainst(m_place, AliasPart::Weight);
    m_rows[AliasField::Weight] =
        (new FormRow(tr("Weight"), m_weight))->withHint(against.isEmpty() ? tr("Its part of the calls.") : against);
    m_weight->setEnabled(against.isEmpty());
    auto *made = row({m_rows[AliasField::Upstream], m_rows[AliasField::Model], m_rows[AliasField::Weight]}, space::l);
    for (int at = 0; at < 3; ++at)
        static_cast<QHBoxLayout *>(made->layout())->setStretch(at, at == 2 ? 2 : 3);
    return made;
}

void RoutesField::setKnown(const QList<Alias> &catalog)
{
    m_catalog = catalog;
    const QStringList names = upstreamsOf(catalog);
    delete m_upstream->completer();
    auto *completer = new QCompleter(names, m_upstream);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_upstream->setCompleter(completer);
    const QString known = QLocale().createSeparatedList(names.first(qMin<qsizetype>(4, names.size())));
    m_rows[AliasField::Upstream]->withHint(names.isEmpty() ? QString()
            : names.size() > 4                             ? tr("Known: %1 and others.").arg(known)
                                                           : tr("Known: %1.").arg(known));
    complete();
}

// The models that are asked for at the upstream which stands there.
void RoutesField::complete()
{
    delete m_asked->completer();
    auto *completer = new QCompleter(modelsAt(m_catalog, m_upstream->text().trimmed()), m_asked);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_asked->setCompleter(completer);
}

void RoutesField::setValues(const QList<RouteDraft> &routes)
{
    m_routes = routes;
    m_lastId = 0;
    for (const RouteDraft &route : routes)
        m_lastId = qMax(m_lastId, route.id);
    showRows(0);
}

int RoutesField::chosen() const
{
    return m_table->currentIndex().row();
}

void RoutesField::showRows(int choose)
{
    QList<RouteLine> lines;
    for (const RouteDraft &route : std::as_const(m_routes))
        lines << RouteLine{route, int(lines.size()) + 1};
    m_model.apply(lines);
    m_table->fitRows();
    const int at = qMin(choose, int(lines.size()) - 1);
    if (at >= 0 && at != chosen())
        m_table->selectRow(at);
    showChosen();
}

void RoutesField::showChosen()
{
    const int at = chosen();
    const bool some = at >= 0 && at < m_routes.size();
    m_up->setEnabled(some && at > 0 && m_place.form.ordersRoutes);
    m_down->setEnabled(some && at + 1 < m_routes.size() && m_place.form.ordersRoutes);
    m_remove->setEnabled(some);
    m_fields->setEnabled(some);
    m_filling = true;
    const RouteDraft route = some ? m_routes.at(at) : RouteDraft();
    for (const auto &[field, text] :
        {std::pair(m_upstream, route.upstream), {m_asked, route.model}, {m_weight, route.weight}})
        if (field->text() != text)
            field->setText(text);
    m_filling = false;
    complete();
    show(m_problems);
}

void RoutesField::readChosen()
{
    const int at = chosen();
    if (m_filling || at < 0 || at >= m_routes.size())
        return;
    RouteDraft &route = m_routes[at];
    const RouteDraft was = route;
    route.upstream = m_upstream->text();
    route.model = m_asked->text();
    route.weight = m_weight->text();
    if (route == was)
        return;
    if (route.upstream != was.upstream)
        complete();
    showRows(at);
    emit changed();
}

void RoutesField::add()
{
    RouteDraft route;
    route.id = ++m_lastId;
    route.weight = QString::number(route.was.weight);
    m_routes << route;
    showRows(int(m_routes.size()) - 1);
    m_upstream->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void RoutesField::remove()
{
    const int at = chosen();
    if (at < 0)
        return;
    m_routes.removeAt(at);
    showRows(at);
    m_table->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void RoutesField::move(int from, int to)
{
    if (from < 0 || to < 0 || to >= m_routes.size())
        return;
    m_routes.move(from, to);
    showRows(to);
    emit changed();
}

void RoutesField::show(const QList<AliasProblem> &problems)
{
    m_problems = problems;
    for (FormRow *row : std::as_const(m_rows))
        row->accept();
    for (const AliasProblem &problem : problems)
        if (problem.route == chosen() && !problem.missing && m_rows.contains(problem.field))
            m_rows[problem.field]->refuse(problem.sentence);
}

} // namespace pages
