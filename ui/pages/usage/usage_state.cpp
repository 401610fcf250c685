// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/page_header.h"
#include "kit/pill.h"
#include "pages/sync_notice.h"
#include "pages/usage/usage_content.h"
#include "pages/usage/usage_filters.h"
#include "pages/usage/usage_page.h"
#include "pages/zone.h"
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace kit;

// The half of the page that follows the states it shows.
namespace pages {

enum Side { ContentSide, SkeletonSide, OtherSide };

static QDateTime stepEnd(const QDateTime &start, const usage::Explorer::Wish &wish)
{
    if (wish.step == usage::Step::Hour)
        return start.addSecs(3600).toUTC();
    return start.toTimeZone(wish.zone).date().addDays(1).startOfDay(wish.zone).toUTC();
}

Ground UsagePage::ground() const
{
    const usage::SyncService::State &sync = m_session.sync().state();
    Ground out{zoneOf(m_session.state().profile), m_workspace.clock().now(), {}, {}, sync.gaps};
    for (const usage::Bucket &bucket : m_around->state().series)
        if (bucket.totals.requests > 0 && (!out.since.isValid() || bucket.start < out.since))
            out.since = bucket.start;
    if (m_before->state().totals.requests > 0)
        out.since = m_before->state().wish.query.from;
    out.until = sync.syncedAt.value_or(QDateTime());
    if (!m_session.sync().supported()) // rows of files only: nothing is known after the last one
        for (const usage::Bucket &bucket : m_around->state().series)
            out.until = std::max(out.until, stepEnd(bucket.start, m_around->state().wish));
    return out;
}

Shown UsagePage::shown() const
{
    const QTimeZone zone = zoneOf(m_session.state().profile);
    const Span span = spanOf(m_asked.period, zone, m_workspace.clock().now());
    return {
        m_asked, span, spanBefore(span, zone, m_workspace.clock().now()), ground(), m_now->state(), m_before->state()};
}

void UsagePage::showState()
{
    const bool busy = m_now->state().loading || m_before->state().loading || m_around->state().loading;
    showNotice();
    if (busy)
        return; // one picture for the three answers
    m_patience.stop();
    followSync();
    if (nothingAround())
        m_newest->show({m_session.state().profile.id, {}, {}, {}, m_asked.samples});
    const Shown all = shown();
    if (m_now->state().loaded && !m_now->state().failure)
        m_content->tell(all);
    showHeader(all);
    showSide();
}

void UsagePage::showHeader(const Shown &shown)
{
    QStringList names[2];
    for (const usage::Bucket &bucket : m_around->state().series)
        if (!bucket.group.isEmpty() && !names[0].contains(bucket.group))
            names[0] << bucket.group;
    for (const usage::Bucket &bucket : m_around->state().breakdown)
        if (!bucket.group.isEmpty())
            names[1] << bucket.group;
    for (QStringList &list : names)
        list.sort(Qt::CaseInsensitive);
    m_filters->setNames(names[0], names[1]);

    const usage::Totals &totals = shown.now.totals;
    const bool samples = totals.sampleRows > 0;
    m_sample->show(Status::Demo,
        totals.sampleRows == totals.requests ? tr("sample data")
                                             : tr("%Ln sample row(s) among them", nullptr, int(totals.sampleRows)));
    m_sample->setVisible(samples);
    m_filters->offerSamples(samples || !shown.choice.samples || m_around->state().totals.sampleRows > 0);

    const QString zone = QString::fromUtf8(shown.ground.zone.id());
    m_header->setNote(m_session.sync().supported() && shown.ground.until.isValid()
            ? tr("as of %1, time zone %2")
                  .arg(momentName(shown.ground.until, shown.ground.zone, shown.ground.now), zone)
            : tr("rows stored here, time zone %1").arg(zone));
}

void UsagePage::showNotice()
{
    clearNotices(m_notices);
    if (const auto &failure = m_now->state().failure) {
        const QPushButton *again = addFailure(m_notices, Status::Bad,
            tr("The stored usage could not be read. The last figures stay."), *failure, tr("Try again"));
        connect(again, &QPushButton::clicked, this, &UsagePage::ask);
    }
    addSyncFailure(m_notices, m_session);
    if (m_exportFailure)
        addFailure(
            m_notices, Status::Bad, tr("The file could not be written. Choose another place."), *m_exportFailure, {});
    m_notices->setVisible(m_notices->layout()->count() > 0);
}

void UsagePage::showSide()
{
    const auto &state = m_now->state();
    if (state.loaded && state.totals.requests > 0)
        return m_sides->setCurrentIndex(ContentSide);
    if (state.loading)
        return m_sides->setCurrentIndex(SkeletonSide);
    const QWidget *old = m_sides->widget(OtherSide);
    m_sides->addWidget(state.loaded ? emptySide() : new QWidget);
    m_sides->setCurrentIndex(m_sides->count() - 1);
    delete old;
}

bool UsagePage::nothingAround() const
{
    return m_around->state().loaded && m_around->state().totals.requests == 0;
}

// The rows lie before the days shown, as those of an old file do.
QWidget *UsagePage::olderSide(const QDateTime &newest)
{
    const QDate last = newest.toTimeZone(zoneOf(m_session.state().profile)).date();
    auto *made = new EmptyState(Glyph::Calendar, tr("No usage in these days"),
        tr("The newest stored call is of %1.").arg(QLocale().toString(last, QLocale::LongFormat)));
    Choice there;
    there.period = {Range::Custom, last.addDays(-29), last};
    connect(made->setPrimary(tr("Show the 30 days up to it")), &QPushButton::clicked, this,
        [this, there] { choose(there); });
    return made;
}

QWidget *UsagePage::emptySide()
{
    const Choice &choice = m_filters->choice();
    if (nothingAround() && !m_newest->state().rows.isEmpty())
        return olderSide(m_newest->state().rows.first().at);
    if (choice == Choice() && !m_session.sync().supported())
        return new EmptyState(Glyph::Usage, tr("This gateway tells no usage"),
            tr("Its calls show here from a CSV file: “gwctl usage import” reads one."));
    if (choice == Choice()) {
        auto *made = new EmptyState(Glyph::Usage, tr("No usage in the last 30 days"),
            tr("Calls show here once the gateway has recorded them. A CSV file joins with “gwctl usage import”."));
        connect(made->setPrimary(tr("Fetch now")), &QPushButton::clicked, &m_session.sync(), &usage::SyncService::sync);
        return made;
    }
    auto *made = new EmptyState(Glyph::Filter, tr("No requests match"),
        tr("In this period no call went through this choice of alias and key."));
    connect(made->setPrimary(tr("Show the last 30 days")), &QPushButton::clicked, this, [this] { choose({}); });
    return made;
}

} // namespace pages
