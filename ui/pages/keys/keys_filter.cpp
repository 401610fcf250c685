// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/keys_filter.h"
#include "kit/cells.h"
#include "pages/keys/keys_model.h"

namespace pages {

bool belongs(const Key &key, KeyGroup group, const QDateTime &now)
{
    switch (group) {
    case KeyGroup::Active:
        return works(key, now);
    case KeyGroup::Expiring:
        return expiresSoon(key, now, 30);
    case KeyGroup::Unused:
        return unused(key, now);
    case KeyGroup::NoOwner:
        return key.passport.owner.isEmpty();
    case KeyGroup::All:
    case KeyGroup::Count:
        break;
    }
    return true;
}

static bool holds(const Key &key, const QString &word)
{
    const auto in = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return in(key.name) || in(prefixShown(key)) || in(key.passport.owner)
        || std::any_of(key.aliases.cbegin(), key.aliases.cend(), in);
}

KeysFilter::KeysFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(kit::cell::Order);
}

void KeysFilter::look(KeyGroup group, const QString &search, const QDateTime &now)
{
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    const bool same = group == m_group && words == m_words;
    m_now = now;
    if (same)
        return; // rows that changed are asked again by themselves
    m_group = group;
    m_words = words;
    invalidateFilter();
}

bool KeysFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const Key &key = static_cast<const KeysModel *>(sourceModel())->row(row).key;
    const auto held = [&key](const QString &word) { return holds(key, word); };
    return belongs(key, m_group, m_now) && std::all_of(m_words.cbegin(), m_words.cend(), held);
}

} // namespace pages
