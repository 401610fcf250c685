// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requests/requests_page.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "pages/navigation.h"
#include "pages/requests/query_bar.h"
#include "pages/requests/requests_export.h"
#include "pages/requests/requests_view.h"
#include "pages/sync_notice.h"
#include "pages/zone.h"
#include "usage/sync_service.h"
#include <QLocale>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kit;

namespace pages {

RequestsPage::RequestsPage(workspace::Workspace &workspace, Navigation &navigation, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_navigation(navigation)
    , m_session(*workspace.session())
    , m_list(workspace.newRequestList())
    , m_export(new RequestsExport(workspace.newRequestList()))
    , m_calm(new QTimer(this))
    , m_header(new PageHeader(tr("Requests")))
    , m_sample(new Pill(Status::Demo, {}))
    , m_pause(button(Glyph::Pause, tr("Pause")))
    , m_notices(new QWidget)
    , m_query(new QueryBar)
{
    const QTimeZone zone = zoneOf(m_session.state().profile);
    m_view = new RequestsView(zone, workspace.clock().now().toTimeZone(zone).date());
    build();
    connect(m_list.get(), &Observable::changed, this, &RequestsPage::showState);
    connect(&m_session.sync(), &Observable::changed, this, &RequestsPage::follow);
    connect(&m_session, &Observable::changed, this, &RequestsPage::showNotices);
    connect(m_query, &QueryBar::queryWanted, this, &RequestsPage::ask);
    connect(m_view, &RequestsView::moreWanted, m_list.get(), &usage::RequestList::loadMore);
    connect(m_view, &RequestsView::likeThisWanted, m_query, &QueryBar::setText);
    connect(m_view, &RequestsView::everythingWanted, this, &RequestsPage::showAll);
    connect(m_export, &RequestsExport::written, this, [this](const QString &path, int rows) {
        m_navigation.toast(tr("%Ln request(s) written to %1", nullptr, rows).arg(path));
    });
    connect(m_export, &RequestsExport::failed, this, [this](const Failure &failure) {
        m_exportFailure = failure;
        showNotices();
    });
    connect(m_view, &RequestsView::fetchWanted, &m_session.sync(), &usage::SyncService::sync);
    connect(m_pause, &QPushButton::toggled, this, &RequestsPage::pause);
    ask();
}

void RequestsPage::build()
{
    m_export->setParent(this);
    m_view->setFetches(m_session.sync().supported());
    QPushButton *out = button(Glyph::Download, tr("Export…"));
    out->setObjectName(u"export"_s);
    connect(out, &QPushButton::clicked, this, &RequestsPage::chooseFile);
    m_pause->setObjectName(u"pause"_s);
    m_pause->setCheckable(true);
    m_header->addBesideTitle(m_sample);
    m_header->addControl(m_pause);
    m_header->addControl(out);
    m_sample->hide();
    plainColumn(m_notices);
    m_query->addTool(m_view->columnChooser());
    m_calm->setObjectName(u"calm"_s);
    m_calm->setSingleShot(true);
    m_calm->setInterval(500);
    connect(m_calm, &QTimer::timeout, this, [this] {
        if (!m_paused && !m_list->state().loading)
            ask();
    });
    QVBoxLayout *column = pageColumn(this);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_query);
    column->addWidget(m_view, 1);
}

usage::Query RequestsPage::query() const
{
    const QDateTime since = m_query->since(m_workspace.clock().now(), zoneOf(m_session.state().profile));
    return {m_session.state().profile.id, since, {}, m_query->text()};
}

void RequestsPage::ask()
{
    m_revision = m_session.sync().state().revision;
    m_list->show(query());
    showState();
}

// New rows join by themselves, unless a person wants to read in peace or an answer is still under way.
void RequestsPage::follow()
{
    showNotices();
    showHeader();
    if (m_session.sync().state().revision != m_revision && !m_paused && !m_calm->isActive())
        m_calm->start();
}

void RequestsPage::pause(bool paused)
{
    m_paused = paused;
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    m_pause->setIcon(icon(paused ? Glyph::Play : Glyph::Pause));
    showHeader();
    follow();
}

void RequestsPage::showState()
{
    const auto &state = m_list->state();
    const bool rejected = state.failure && state.failure->kind == FailureKind::Rejected;
    m_query->refuse(rejected ? tr("The filter is not understood %1.").arg(state.failure->detail) : QString());
    m_view->tell(state);
    showHeader();
    showNotices();
    follow();
}

void RequestsPage::showHeader()
{
    const auto &state = m_list->state();
    const QTimeZone zone = zoneOf(m_session.state().profile);
    const auto time = [&](const QDateTime &at) {
        const QDateTime local = at.toTimeZone(zone);
        const bool today = local.date() == m_workspace.clock().now().toTimeZone(zone).date();
        return QLocale().toString(local, today ? u"HH:mm:ss"_s : u"d MMM HH:mm:ss"_s);
    };
    QStringList words;
    if (state.loaded)
        words << tr("%Ln row(s) match", nullptr, int(state.total));
    if (!state.rows.isEmpty())
        words << tr("newest %1").arg(time(state.rows.first().at));
    if (const auto &at = m_session.sync().state().syncedAt)
        words << tr("as of %1").arg(time(*at));
    if (m_paused)
        words << tr("paused");
    m_header->setNote(words.join(u", "_s));

    const auto samples = std::count_if(
        state.rows.cbegin(), state.rows.cend(), [](const UsageRecord &row) { return row.origin == Origin::Sample; });
    m_sample->show(Status::Demo, samples == state.rows.size() ? tr("sample data") : tr("sample rows among them"));
    m_sample->setVisible(samples > 0);
}

void RequestsPage::showNotices()
{
    clearNotices(m_notices);
    const auto &failure = m_list->state().failure;
    if (failure && failure->kind != FailureKind::Rejected) {
        const QPushButton *again = addFailure(m_notices, Status::Bad,
            tr("The stored requests could not be read. The last rows stay."), *failure, tr("Try again"));
        connect(again, &QPushButton::clicked, this, &RequestsPage::ask);
    }
    addSyncFailure(m_notices, m_session);
    if (m_exportFailure)
        addFailure(
            m_notices, Status::Bad, tr("The file could not be written. Choose another place."), *m_exportFailure, {});
    m_notices->setVisible(m_notices->layout()->count() > 0);
}

void RequestsPage::refresh()
{
    ask();
}

// What leads here names its own stretch of time.
void RequestsPage::setFilter(const QString &filter)
{
    m_query->setAnyTime();
    m_query->setText(filter);
}

void RequestsPage::showAll()
{
    setFilter({});
}

void RequestsPage::chooseFile()
{
    askForFile(this, tr("Export requests"), tr("requests.csv"), [this](const QString &path) {
        m_exportFailure.reset();
        showNotices();
        m_export->write(query(), path);
    });
}

void RequestsPage::find()
{
    m_query->focusField();
}

bool RequestsPage::back()
{
    const bool filtered = !m_query->text().isEmpty() || query().from.isValid();
    showAll();
    return filtered;
}

void RequestsPage::perform(const QString &verb)
{
    if (verb == u"pause"_s)
        m_pause->toggle();
    if (verb == u"export"_s)
        chooseFile();
}

} // namespace pages
