// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "aliases/lint.h"
#include "base/result.h"
#include "changes/change_set.h"
#include "domain/key.h"
#include "domain/rotation_schedule.h"
#include "domain/run_report.h"
#include "guards/guard_service.h"
#include "keys/rotation.h"
#include "kit/status.h"
#include "text/words.h"
#include <QList>

namespace pages {

// How far "nothing needs you" can be trusted: the gateway has not answered yet, does not answer now, or has told its facts.
enum class Known { Waiting, Away, Told };

// What is known when the overview judges. Times are UTC.
struct Facts
{
    QDateTime now;
    std::optional<RunReport> lastRun;
    bool syncs = false; // the gateway has usage to read
    bool syncing = false;
    std::optional<QDateTime> syncedAt;
    std::optional<Failure> syncFailure;
    text::Attempt attempt; // names the connection
    QList<Key> keys;
    QList<changes::SetSummary> sets; // change sets, newest first
    QList<guards::GuardService::Line> guards;
    QList<RotationSchedule> schedules;
    QList<keys::Rotation> rotations;
    bool rotates = false; // the gateway gives keys new secrets
    QList<aliases::Finding> findings; // on the catalog
    QString since; // start of the day in the filter language's time, for the rows of unknown cost
    qint64 requests = 0;
    qint64 unknownCostRows = 0;
    bool embedded = false; // the connection is the gateway of this machine,
    bool gatewayOff = false; // and that one is stopped
};

// One thing that needs a person: subject, fact and size; then the numbers; then what to do.
struct Attention
{
    enum class Act { Open, Sync, StartGateway, StageRotation };
    kit::Status status = kit::Status::Warn; // Bad or Warn
    QString title;
    QString detail;
    QString since; // "for 38 min"; empty: not known
    QString verb;
    Act act = Act::Open;
    QString page; // of Act::Open; so the filter, which is a key's name else
    QString filter;

    friend bool operator==(const Attention &, const Attention &) = default;
};

// The worst first; within the same weight: gateway, sync, run, change sets, guards, rotations, keys, models that end, rows.
QList<Attention> attentionLines(const Facts &facts);

} // namespace pages
