// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include <QSortFilterProxyModel>

namespace pages {

// Which keys are looked at. The order is that of the choices over the table.
enum class KeyGroup { All, Active, Expiring, Unused, NoOwner, Count };
bool belongs(const Key &key, KeyGroup group, const QDateTime &now);

// Keeps the keys of one group whose name, prefix, owner or aliases hold every word searched for. Sorts by cell::Order.
class KeysFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit KeysFilter(QObject *parent = nullptr);
    void look(KeyGroup group, const QString &search, const QDateTime &now);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    KeyGroup m_group = KeyGroup::All;
    QStringList m_words;
    QDateTime m_now;
};

} // namespace pages
