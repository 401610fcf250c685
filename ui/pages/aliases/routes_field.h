// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/alias_place.h"
#include "pages/aliases/route_drafts.h"
#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;

namespace kit {
class FormRow;
class Table;
} // namespace kit

namespace pages {

// The routes of an alias: a table to add to, take from and order (by button, Alt+Up and Alt+Down, or by dragging), and the
// fields of the chosen route below it.
class RoutesField final : public QWidget
{
    Q_OBJECT

public:
    explicit RoutesField(const AliasPlace &place);
    void setKnown(const QList<Alias> &catalog); // upstreams and models to complete from
    void setValues(const QList<RouteDraft> &routes);
    const QList<RouteDraft> &values() const { return m_routes; }
    void show(const QList<AliasProblem> &problems); // those of the chosen route

signals:
    void changed();

private:
    void build();
    QWidget *verbs();
    QWidget *fields();
    QAction *act(const QString &name, const QString &words, const QKeySequence &keys, void (RoutesField::*verb)());
    void add();
    void remove();
    void up() { move(chosen(), chosen() - 1); }
    void down() { move(chosen(), chosen() + 1); }
    void move(int from, int to);
    int chosen() const;
    void showRows(int choose);
    void showChosen();
    void readChosen();
    void complete();

    const AliasPlace &m_place;
    QList<RouteDraft> m_routes;
    QList<AliasProblem> m_problems;
    QList<Alias> m_catalog;
    int m_lastId = 0;
    bool m_filling = false; // the fields are being written by the program
    RouteDrafts m_model;
    kit::Table *m_table;
    QWidget *m_fields = nullptr;
    QLineEdit *m_upstream;
    QLineEdit *m_asked; // the model there
    QLineEdit *m_weight;
    QMap<AliasField, kit::FormRow *> m_rows;
    QAction *m_up;
    QAction *m_down;
    QAction *m_remove;
};

} // namespace pages
