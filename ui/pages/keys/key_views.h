// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alias.h"
#include "domain/rotation_schedule.h"
#include "guards/guard_service.h"
#include "keys/rotation.h"
#include "pages/keys/key_traces.h"
#include "pages/keys/keys_model.h"
#include <functional>

class QWidget;

// What stands below the tabs of the key beside the table. Each makes its widget anew.
namespace pages {

// All that is known of one key.
struct KeyKnown
{
    KeyRow row;
    QList<Alias> offered; // by the gateway; empty: not told
    KeyTraces traces;
    QList<guards::GuardService::Line> guards; // kept by this program
    std::optional<keys::Rotation> rotation; // under way, of which it is the old or the new key
    std::optional<RotationSchedule> schedule;
    QStringList before; // names of the keys whose place it took, the nearest first
    QDateTime now;
    bool refusable = false; // it is off or expired, and calls can prove that it is refused
};

// Where its buttons lead.
struct KeyLeads
{
    std::function<void()> requests;
    std::function<void()> usage;
    std::function<void()> takeBack; // the newest change that stands
    std::function<void()> runbook; // the rotation under way
    std::function<void()> prove; // that it is refused
};

enum class KeyView { Passport, Reach, Usage, History };
bool hasFacts(KeyView view, const KeyKnown &known); // without them its tab does not exist
QString titleOf(KeyView view);

QWidget *passportView(const KeyPlace &place, const KeyKnown &known, const KeyLeads &leads);
QWidget *usageView(const KeyKnown &known, const KeyLeads &leads);
QWidget *historyView(const KeyPlace &place, const KeyKnown &known, const KeyLeads &leads);

} // namespace pages
