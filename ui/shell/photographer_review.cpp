// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/segmented.h"
#include "shell/photographer.h"
#include "shell/photographer_hands.h"
#include <QAbstractItemView>

using namespace Qt::StringLiterals;

// The access review: of now, kept with decisions, closed to those that are missing.
namespace shell {

static void decide(MainWindow &window, int row, int decision)
{
    auto *table = find<QAbstractItemView>(window, u"reviewTable"_s);
    auto *choice = find<kit::Segmented>(window, u"reviewDecision"_s);
    if (!table || !choice)
        return;
    table->setCurrentIndex(table->model()->index(row, 0));
    choice->setCurrent(decision);
    emit choice->chosen(decision);
}

Task<> Photographer::keyReview(Scene scene)
{
    m_window->open(u"keys"_s, {});
    m_window->perform(u"keys"_s, u"review"_s);
    co_await settle(400);
    take(scene, u"keys-review"_s);
    click(*m_window, u"reviewPrimary"_s);
    co_await settle(300);
    type(*m_window, u"reviewNote"_s, u"Asked the team, still needed"_s);
    decide(*m_window, 0, 1);
    co_await settle(300);
    decide(*m_window, 1, 3);
    co_await settle(300);
    take(scene, u"keys-review-kept"_s);
    click(*m_window, u"reviewBack"_s);
}

} // namespace shell
