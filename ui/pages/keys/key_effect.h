// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/row_model.h"
#include "pages/keys/key_draft.h"
#include "pages/keys/key_place.h"
#include <QWidget>

class QLabel;

namespace pages {

// What a key will be able to do, told while it is being written. Part of the form.
class KeyEffect final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyEffect(const KeyPlace &place);
    void show(const KeyDraft &draft, const QList<Alias> &offered);

private:
    const KeyPlace &m_place;
    kit::RowModel<KeyReach> m_model;
    QLabel *m_spends;
    QLabel *m_lasts;
};

} // namespace pages
