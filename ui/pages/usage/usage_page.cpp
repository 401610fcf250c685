// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/usage/usage_page.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "kit/skeleton.h"
#include "pages/navigation.h"
#include "pages/usage/rows_filter.h"
#include "pages/usage/usage_content.h"
#include "pages/usage/usage_export.h"
#include "pages/usage/usage_filters.h"
#include "pages/zone.h"
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

UsagePage::UsagePage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigation(navigation)
    , m_session(*workspace.session())
    , m_now(workspace.newExplorer())
    , m_before(workspace.newExplorer())
    , m_around(workspace.newExplorer())
    , m_newest(workspace.newRequestList())
    , m_header(new PageHeader(tr("Usage")))
    , m_sample(new Pill(Status::Demo, tr("sample rows")))
    , m_notices(new QWidget)
    , m_filters(new UsageFilters(workspace.clock().now().toTimeZone(zoneOf(m_session.state().profile)).date()))
    , m_content(new UsageContent)
    , m_sides(new QStackedWidget)
{
    build();
    m_revision = m_session.sync().state().revision;
    m_syncedAt = m_session.sync().state().syncedAt;
    for (const usage::Explorer *explorer : {m_now.get(), m_before.get(), m_around.get()})
        connect(explorer, &Observable::changed, this, &UsagePage::showState);
    connect(m_newest.get(), &Observable::changed, this, &UsagePage::showSide);
    connect(&m_session.sync(), &Observable::changed, this, &UsagePage::followSync);
    connect(&m_session, &Observable::changed, this, &UsagePage::showNotice);
    connect(m_filters, &UsageFilters::changed, this, &UsagePage::ask);
    connect(m_content, &UsageContent::exportWanted, this, &UsagePage::chooseFile);
    connect(m_content, &UsageContent::rowsWanted, this,
        [this](const QString &filter) { m_navigation.open(u"requests"_s, filter); });
    ask();
}

void UsagePage::build()
{
    QPushButton *out = button(Glyph::Download, tr("Export…"));
    out->setObjectName(u"export"_s);
    connect(out, &QPushButton::clicked, this, &UsagePage::chooseFile);
    m_header->addBesideTitle(m_sample);
    m_header->addControl(out);
    m_sample->hide();
    plainColumn(m_notices);
    m_filters->offerSamples(false);
    m_sides->addWidget(m_content);
    m_sides->addWidget(new Skeleton(12));
    m_sides->addWidget(new QWidget);
    m_sides->setCurrentIndex(m_sides->count() - 1); // nothing is known yet
    m_patience.setSingleShot(true);
    m_patience.setInterval(300);
    connect(&m_patience, &QTimer::timeout, this, &UsagePage::showSide);
    m_calm.setSingleShot(true);
    m_calm.setInterval(1000);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        if (!m_now->state().loading)
            ask();
    });

    auto *page = new QWidget;
    QVBoxLayout *column = pageColumn(page);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_filters);
    column->addWidget(m_sides, 1);
    plainColumn(this)->addWidget(scrolled(page));
}

usage::Query UsagePage::query(const Span &span, const QString &filter) const
{
    return {m_session.state().profile.id, span.from, span.to, filter, m_filters->choice().samples};
}

void UsagePage::ask()
{
    const Choice &choice = m_filters->choice();
    const QTimeZone zone = zoneOf(m_session.state().profile);
    const QDateTime now = m_workspace.clock().now();
    const QString filter = filterOf(choice);
    const Span span = spanOf(choice.period, zone, now);
    const Span before = spanBefore(span, zone, now);
    m_revision = m_session.sync().state().revision;
    m_asked = choice;
    m_patience.start();
    m_now->show({query(span, filter), span.step, choice.group, choice.group, zone});
    m_before->show({query(before, filter), span.step, usage::GroupBy::None, usage::GroupBy::None, zone});
    m_around->show({query(span, {}), span.step, usage::GroupBy::Alias, usage::GroupBy::Key, zone});
    showState();
}

void UsagePage::followSync()
{
    showNotice();
    const auto &sync = m_session.sync().state();
    if (sync.revision != m_revision && !m_calm.isActive())
        m_calm.start();
    if (std::exchange(m_syncedAt, sync.syncedAt) != sync.syncedAt)
        showState();
}

void UsagePage::choose(const Choice &choice)
{
    m_filters->setChoice(choice);
    ask();
}

void UsagePage::chooseFile()
{
    askForFile(this, tr("Export usage"), tr("usage.csv"), [this](const QString &path) { save(path); });
}

void UsagePage::save(const QString &path)
{
    const Result<> saved = exportTo(path, m_content->shown());
    m_exportFailure = saved ? std::nullopt : std::optional(saved.error());
    if (saved)
        m_navigation.toast(tr("Usage written to %1").arg(path));
    showNotice();
}

void UsagePage::refresh()
{
    ask();
}

void UsagePage::setFilter(const QString &filter)
{
    static const QRegularExpression part(u"\\b(alias|key)\\s*=\\s*(?:\"([^\"]*)\"|(\\S+))"_s);
    Choice choice;
    for (const auto &match : part.globalMatch(filter))
        (match.captured(1) == u"alias"_s ? choice.alias : choice.key) = match.captured(2) + match.captured(3);
    m_filters->setNames({choice.alias}, {choice.key});
    choose(choice);
}

void UsagePage::find()
{
    m_filters->focusFirst();
}

void UsagePage::perform(const QString &verb)
{
    if (verb == u"export"_s)
        chooseFile();
}

} // namespace pages
