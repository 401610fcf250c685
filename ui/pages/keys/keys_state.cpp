// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/format.h"
#include "kit/notice.h"
#include "kit/page_header.h"
#include "kit/segmented.h"
#include "kit/skeleton.h"
#include "kit/table.h"
#include "pages/keys/key_detail.h"
#include "pages/keys/key_form.h"
#include "pages/keys/keys_model.h"
#include "pages/keys/keys_page.h"
#include "pages/navigation.h"
#include "pages/secret_sheet.h"
#include "pages/words.h"
#include <algorithm>
#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

// The half of the page that follows the service's state.
namespace pages {

using namespace kit;
using gateway::Feature;

static void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

static bool isReach(const Failure &failure)
{
    return failure.httpStatus == 0 && (failure.kind == FailureKind::Network || failure.kind == FailureKind::Timeout);
}

QList<Key> KeysPage::keysShown() const
{
    const auto &state = m_service.state();
    QList<Key> keys = state.keys;
    if (!state.leaving.isEmpty())
        keys.removeIf([&state](const Key &key) { return state.leaving.contains(key.id); });
    return keys;
}

void KeysPage::showState()
{
    m_sources.tracer->renew();
    showNotices();
    showRows();
    showCreate();
    showSave();
    showRotation();
    showReveal();
    showToggle();
}

void KeysPage::showHead()
{
    const auto &state = m_service.state();
    const QString count = tr("%Ln key(s)", nullptr, int(keysShown().size()));
    const QString why = reasonAgainst(m_place, Feature::CreateKey);
    m_create->setEnabled(why.isEmpty());
    m_create->setToolTip(why);
    m_create->setAccessibleDescription(why);
    m_refresh->setEnabled(!state.loading);
    if (!state.asOf)
        return m_header->setNote(state.loading ? tr("reading keys from %1").arg(m_place.profile) : QString());
    const QString at = moment(*state.asOf, m_place.zone, m_clock.now());
    m_header->setNote(state.failure ? tr("%1, data of %2").arg(count, at) : tr("%1, as of %2").arg(count, at));
}

// Of several keys their names; the reason beside it is the last one's.
static QString notMadeWords(const QList<keys::NotMade> &notMade)
{
    if (notMade.size() == 1)
        return KeysPage::tr("The change was not made");
    QStringList names;
    for (const keys::NotMade &each : notMade.first(qMin<qsizetype>(5, notMade.size())))
        names << u'“' + each.name + u'”';
    const QString rest = notMade.size() > names.size() ? u", …"_s : QString();
    return KeysPage::tr("%Ln change(s) were not made: %1", nullptr, int(notMade.size()))
        .arg(names.join(u", "_s) + rest);
}

void KeysPage::showNotices()
{
    const auto &state = m_service.state();
    std::optional<Failure> failure = state.asOf ? state.failure : std::nullopt; // without rows the page itself says it
    if (failure && isReach(*failure) && m_place.saidOffline())
        failure.reset();
    const QList<keys::NotMade> notMade = m_creating || m_saving ? m_shownNotMade : state.notMade;
    if (failure == m_shownFailure && notMade == m_shownNotMade)
        return;
    m_shownFailure = failure;
    m_shownNotMade = notMade;
    empty(m_notices);
    if (failure) {
        Notice *notice = failureNotice(
            tr("The keys could not be read; these are the last known ones"), *failure, attemptOn(m_place));
        connect(notice->addAction(tr("Try again")), &QPushButton::clicked, &m_service, &keys::KeyService::refresh);
        m_notices->addWidget(notice);
    }
    if (!notMade.isEmpty() && m_views->currentWidget() != m_form) {
        const QString what = m_revealing.isEmpty() ? notMadeWords(notMade) : tr("The secret was not shown");
        Notice *notice = failureNotice(what, notMade.last().failure, attemptOn(m_place));
        notice->addCloseButton();
        m_notices->addWidget(notice);
    }
}

void KeysPage::showRows()
{
    const QDateTime now = m_clock.now();
    const QList<Key> keys = keysShown();
    const auto &writing = m_service.state().writing;
    QList<KeyRow> rows;
    rows.reserve(keys.size());
    QList<int> counts(int(KeyGroup::Count), 0);
    for (const Key &key : keys) {
        rows << rowOf(key, now, writing.contains(key.id));
        for (int group = 0; group < counts.size(); ++group)
            counts[group] += belongs(key, KeyGroup(group), now) ? 1 : 0;
    }
    rememberRow();
    m_model->apply(rows);
    m_filter->look(KeyGroup(m_groups->current()), m_search->text(), now);
    const QStringList names{tr("All %L1"), tr("Active %L1"), tr("Expiring %L1"), tr("Unused %L1"), tr("No owner %L1")};
    for (int group = 0; group < names.size(); ++group)
        m_groups->setText(group, names.at(group).arg(counts.at(group)));
    showHead();
    showBody();
    chooseSome();
    showChosen();
}

void KeysPage::rememberRow()
{
    if (const QModelIndexList rows = m_table->selectionModel()->selectedRows(); !rows.isEmpty())
        m_row = rows.first().row();
}

// Some row is always chosen while there are rows; when the chosen one goes, its neighbour takes its place.
void KeysPage::chooseSome()
{
    if (!m_table->selectionModel()->hasSelection() && m_filter->rowCount() > 0)
        choose(qMin(m_row, m_filter->rowCount() - 1));
}

// QTableView::selectRow() finds no column from right to left while the table has no room yet.
void KeysPage::choose(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_filter->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void KeysPage::showBody()
{
    const auto &state = m_service.state();
    const bool none = m_model->rowCount() == 0;
    m_line->setVisible(!none);
    const bool waits = none && state.loading && !state.asOf;
    if (waits && !m_slow.isActive() && m_saidKey != u"slow"_s && sender() != &m_slow)
        m_slow.start();
    if (!waits)
        m_slow.stop();
    m_body->setCurrentIndex(m_filter->rowCount() == 0 ? 1 : 0);
    if (m_filter->rowCount() == 0)
        showEmpty();
}

// Why there are no rows: none were found, none were read, none are there, or they are still on their way.
void KeysPage::showEmpty()
{
    const auto &state = m_service.state();
    const bool waits = state.loading && !state.asOf;
    QString key = u"none"_s;
    if (waits)
        key = m_slow.isActive() ? u"fast"_s : u"slow"_s;
    else if (m_model->rowCount() > 0)
        key = u"filter"_s;
    else if (state.failure && !state.asOf)
        key = u"failure "_s + state.failure->detail;
    if (key == m_saidKey)
        return;
    m_saidKey = key;
    delete m_said;
    m_said = nullptr;
    if (key == u"slow"_s)
        m_said = new Skeleton(16);
    else if (key == u"filter"_s) {
        auto *said =
            new EmptyState(Glyph::Search, tr("No key matches"), tr("No key of this group holds what you search for."));
        connect(said->setPrimary(tr("Show all keys")), &QPushButton::clicked, this, [this] { setFilter({}); });
        m_said = said;
    } else if (key == u"none"_s) {
        auto *said = new EmptyState(Glyph::Keys, tr("No keys on this gateway yet"),
            tr("One key per application and environment keeps spend, limits and rollback apart."));
        QPushButton *create = said->setPrimary(tr("Create key…"));
        create->setEnabled(m_create->isEnabled());
        connect(create, &QPushButton::clicked, this, &KeysPage::openForm);
        m_said = said;
    } else if (key != u"fast"_s)
        m_said = noKeysRead(*state.failure);
    if (!m_said)
        m_said = new QWidget;
    m_instead->body()->addWidget(m_said, 1);
}

QWidget *KeysPage::noKeysRead(const Failure &failure)
{
    if (failure.kind == FailureKind::Unsupported) {
        auto *said = new EmptyState(Glyph::Keys, tr("No keys to show here"),
            tr("%1 Its keys are kept where it was set up.").arg(reasonAgainst(m_place, Feature::ListKeys)));
        connect(said->addLink(tr("Try it on the test gateway")), &QPushButton::clicked, this,
            [this] { m_navigation.open(u"gateway"_s); });
        return said;
    }
    const bool away = isReach(failure);
    auto *said = new EmptyState(away ? Glyph::Offline : Glyph::Bad, tr("The keys could not be read"),
        away ? tr("%1 does not answer, and its keys were never read before.").arg(m_place.profile)
             : whyOf(failure, attemptOn(m_place)));
    connect(said->setPrimary(tr("Try again")), &QPushButton::clicked, &m_service, &keys::KeyService::refresh);
    return said;
}

} // namespace pages
