// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/query_bar.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/status.h"
#include "kit/style.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

const QString example = u"status >= 400 and alias = fast"_s;

enum Period { AnyTime, LastHour, Today, Week, Month };

QueryBar::QueryBar(QWidget *parent)
    : QWidget(parent), m_period(new QComboBox), m_field(new QLineEdit), m_why(wrapped({}, Type::Body, Ink::Bad))
{
    m_period->setObjectName(u"period"_s);
    m_period->setAccessibleName(tr("Period"));
    m_period->addItems({tr("Any time"), tr("Last hour"), tr("Today"), tr("Last 7 days"), tr("Last 30 days")});
    connect(m_period, &QComboBox::activated, this, [this] {
        m_asked.reset();
        ask();
    });
    m_field->setObjectName(u"query"_s);
    m_field->setAccessibleName(tr("Filter requests"));
    m_field->setPlaceholderText(tr("For example: %1").arg(example));
    m_field->addAction(icon(Glyph::Search, Ink::Muted), QLineEdit::LeadingPosition);
    m_field->setClearButtonEnabled(true);
    QToolButton *more = iconButton(Glyph::Filter, tr("Ready queries"));
    QMenu *menu = examples();
    connect(
        more, &QToolButton::clicked, menu, [menu, more] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    m_line = row({m_period, m_field, more}, space::s, 1);
    m_hint = hint();
    QVBoxLayout *column = plainColumn(this, space::xs);
    column->addWidget(m_line);
    column->addWidget(m_hint);
    refuse({});
    m_idle.setSingleShot(true);
    m_idle.setInterval(350);
    connect(&m_idle, &QTimer::timeout, this, &QueryBar::ask);
    connect(m_field, &QLineEdit::textEdited, &m_idle, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // the clear button does not count as editing
            m_idle.start();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &QueryBar::ask);
}

QWidget *QueryBar::hint()
{
    auto *mark = new QLabel;
    mark->setPixmap(icon(glyphOf(Status::Bad), Ink::Bad).pixmap(iconSide()));
    m_why->setObjectName(u"queryFault"_s);
    QPushButton *use = button(tr("Use “%1”").arg(example), Role::Quiet);
    use->setObjectName(u"queryExample"_s);
    connect(use, &QPushButton::clicked, this, [this] { setText(example); });
    return row({mark, m_why, use}, space::s, 1);
}

QMenu *QueryBar::examples()
{
    auto *menu = new QMenu(this);
    const QList<QPair<QString, QString>> all{{tr("Everything"), {}}, {tr("The last hour"), u"ts >= -1h"_s},
        {tr("Errors of the last day"), u"error = true and ts >= -24h"_s}, {tr("Refused calls"), u"ended = refused"_s},
        {tr("Answers that broke off"), u"ended in (upstream_cut, client_left)"_s},
        {tr("Slow first token"), u"first_token_ms > 2000"_s}, {tr("Dear calls"), u"cost >= 0.05"_s},
        {tr("Refunds"), u"ended = refund"_s}, {tr("Calls of unknown cost"), u"cost = unknown"_s},
        {tr("Without sample rows"), u"origin != sample"_s}};
    for (const auto &line : all) {
        const QAction *action = menu->addAction(line.first);
        connect(action, &QAction::triggered, this, [this, query = line.second] { setText(query); });
    }
    return menu;
}

QDateTime QueryBar::since(const QDateTime &now, const QTimeZone &zone) const
{
    const QDate today = now.toTimeZone(zone).date();
    switch (m_period->currentIndex()) {
    case LastHour: // whole minutes: the query stays the same while one reads
        return QDateTime::fromSecsSinceEpoch((now.toSecsSinceEpoch() - 3600) / 60 * 60, Qt::UTC);
    case Today:
        return today.startOfDay(zone).toUTC();
    case Week:
        return today.addDays(-6).startOfDay(zone).toUTC();
    case Month:
        return today.addDays(-29).startOfDay(zone).toUTC();
    default:
        return {};
    }
}

void QueryBar::setAnyTime()
{
    if (m_period->currentIndex() != AnyTime)
        m_asked.reset(); // the next text is asked for even if it is the same
    m_period->setCurrentIndex(AnyTime);
}

QString QueryBar::text() const
{
    return m_field->text().trimmed();
}

void QueryBar::setText(const QString &text)
{
    m_field->setText(text);
    m_field->setCursorPosition(0);
    ask();
}

void QueryBar::ask()
{
    m_idle.stop();
    if (text() == m_asked)
        return;
    m_asked = text();
    emit queryWanted(text());
}

void QueryBar::refuse(const QString &why)
{
    setInvalid(m_field, !why.isEmpty());
    m_field->setAccessibleDescription(why);
    m_why->setText(why);
    m_hint->setVisible(!why.isEmpty());
}

void QueryBar::addTool(QWidget *tool)
{
    m_line->layout()->addWidget(tool);
}

void QueryBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

} // namespace pages
