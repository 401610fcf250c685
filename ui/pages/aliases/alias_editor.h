// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/aliases/alias_draft.h"
#include "pages/aliases/alias_place.h"
#include "workspace/edit_preview.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kit {
class DiffView;
class FormRow;
class PageHeader;
} // namespace kit

namespace pages {

class CallersCard;
class NamesField;
class RoutesField;
class SimulationCard;

// The full-page form for an alias that is made, changed or removed: form at the left; at the right what changes, where a
// hundred calls would go and who makes them; the reason why it cannot be staged yet beside the verb. The page owns it.
class AliasEditor final : public QWidget
{
    Q_OBJECT

public:
    // `catalog`: with what is staged, so that aliases can lead to new ones.
    AliasEditor(const AliasPlace &place, workspace::EditPreview &preview);
    void create(const QList<Alias> &catalog);
    // `before`: as the gateway has it, empty if it is staged as a new one. `now`: with what is staged of it already.
    void edit(const std::optional<Alias> &before, const Alias &now, const QList<Alias> &catalog);
    void remove(const Alias &alias, const QList<Alias> &catalog);
    bool isDirty() const; // it would be a pity to lose it
    bool ask(); // whether to leave, in place; false: nothing would be lost
    bool unask(); // takes the question back; false: there was none
    void setFreshness(const QString &words); // how old the catalog is that it was made over; empty: as told right now

signals:
    void stageWanted(const changes::AliasChange &change); // nothing is sent
    void cancelled();

private:
    enum class Mode { New, Change, Removal };
    QWidget *naming(); // alias_editor_fields.cpp
    QWidget *routing();
    QWidget *pricing();
    QWidget *failing();
    void grey(kit::FormRow *row, QWidget *field, AliasPart part);
    void fill(const AliasDraft &draft);
    void fillStrategies();
    AliasDraft draft() const;

    void build();
    QWidget *effect();
    QWidget *foot();
    void open(Mode mode, const QList<Alias> &catalog);
    void showMode();
    changes::AliasChange change() const;
    void judge();
    void showEffect(const changes::AliasChange &change);
    void showProblems(const QList<AliasProblem> &found);
    QString reasonAgainstVerb(const changes::AliasChange &change, const QList<AliasProblem> &found) const;
    AliasGround ground() const;

    const AliasPlace &m_place;
    workspace::EditPreview &m_preview;
    QList<Alias> m_catalog;
    Mode m_mode = Mode::New;
    std::optional<Alias> m_before;
    Alias m_base; // what the draft is laid over
    AliasDraft m_opened; // as it was when the form opened
    bool m_filling = false;
    kit::PageHeader *m_header;
    QWidget *m_notices;
    QWidget *m_form = nullptr;
    QLineEdit *m_name;
    NamesField *m_families;
    QComboBox *m_strategy;
    RoutesField *m_routes;
    QLineEdit *m_in;
    QLineEdit *m_out;
    QLineEdit *m_cached;
    QLineEdit *m_context;
    NamesField *m_fallbacks;
    QMap<AliasField, kit::FormRow *> m_rows;
    kit::DiffView *m_lines;
    QLabel *m_same;
    SimulationCard *m_simulation;
    CallersCard *m_callers;
    QLabel *m_reason = nullptr;
    QPushButton *m_stage;
    QWidget *m_question = nullptr; // whether to leave
};

} // namespace pages
