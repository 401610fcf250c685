// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "smoke/run_service.h"
#include <QTreeView>

class QStandardItemModel;

namespace pages {

// How far the run is: a line for each check, in groups that count. The choice of a line is a signal.
class SuiteTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit SuiteTree(QWidget *parent = nullptr);
    void show(const QList<smoke::Item> &items); // keeps the choice when only states changed
    int chosen() const; // index of an item; -1: none
    void choose(int item);

signals:
    void chosenChanged(int item);

protected:
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;

private:
    void build(const QList<smoke::Item> &items);
    void renew(int item, const smoke::Item &of);
    void count(const QList<smoke::Item> &items);
    QModelIndex indexOf(int item) const;
    int timeWidth() const;

    QStandardItemModel *m_model;
    QStringList m_names; // of the items shown
    QList<QPair<int, int>> m_places; // group and row of each item
};

} // namespace pages
