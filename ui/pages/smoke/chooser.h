// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTreeView;
namespace kit {
class ListPicker;
}

namespace pages {

// What to run: check boxes for the checks, and for the aliases; many aliases are searched instead.
class SmokeChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit SmokeChooser(const QString &kind); // of the gateway
    // What is chosen already stays. `answered`: the gateway was asked, so that an empty list is its word.
    void offer(const QList<Alias> &aliases, bool answered);
    QStringList checks() const; // full ids
    QStringList aliases() const;
    QString reason() const; // why nothing can run; empty: it can

signals:
    void changed();

private:
    void build();
    void fillChecks(const QString &kind);
    void showUnknown(bool unknown);
    void fillAliases(const QStringList &names, const QStringList &chosen);
    QStringList checkedBelow(int group) const;

    QTreeView *m_tree;
    QStandardItemModel *m_model;
    kit::ListPicker *m_picker;
    QWidget *m_search; // holds the picker
    QWidget *m_unknown; // without a list aliases are typed
    QLabel *m_why;
    QLineEdit *m_typed;
    QStringList m_names;
    bool m_offered = false;
};

} // namespace pages
