// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "keys/reach.h"
#include "kit/diff_view.h"
#include "kit/row_model.h"
#include "pages/key_place.h"
#include "pages/keys/key_draft.h"
#include <QWidget>

class QLabel;
namespace kit {
class Notice;
}

namespace pages {

// What a key will be able to do, told while it is being written. Part of the form.
class KeyEffect final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyEffect(const KeyPlace &place);
    void show(const KeyDraft &draft, const QList<Alias> &offered);
    void showNew(); // the key will be shown once
    void showChange(const QList<kit::DiffLine> &lines); // before and after; empty: nothing differs yet

private:
    const KeyPlace &m_place;
    kit::RowModel<keys::Reach> m_model;
    QLabel *m_bounds;
    QLabel *m_spends;
    QLabel *m_rates;
    QLabel *m_lasts;
    kit::Notice *m_once;
    QWidget *m_change;
    kit::DiffView *m_lines;
    QLabel *m_same;
};

} // namespace pages
