// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"
#include "base/task.h"
#include "keys/rotation.h"
#include "keys/rotation_course.h"
#include <QJsonObject>

namespace store {
class Store;
}

namespace keys {

// The rotations of one profile, in the store: what was done, and what stored usage says of the old key. Main thread.
class Rotations
{
public:
    Rotations(store::Store &store, QString profile) : m_store(store), m_profile(std::move(profile)) {}

    // With its id. Conflict: that key is being rotated already.
    Task<Result<Rotation>> begin(Rotation rotation) const;
    Task<Result<QList<Rotation>>> list() const; // newest first
    Task<Result<Rotation>> rotation(qint64 id) const; // NotFound
    // Kept as done. Input: another step is next.
    Task<Result<Rotation>> mark(qint64 id, RotationStep step, StepDone how) const;
    // The successor is there: its id and name, and the first step done.
    Task<Result<Rotation>> created(qint64 id, QString newId, QString newName, StepDone how) const;
    Task<Result<Rotation>> abandon(qint64 id) const; // Input: it has ended
    Task<Result<Drain>> drain(Rotation rotation, QDateTime now) const;
    Task<Result<RotationCourse>> course(Rotation rotation, QDateTime now) const;
    // The old key works again: what was done from the drain on is not done.
    Task<Result<Rotation>> reopen(qint64 id) const; // Input: the old key was not disabled, or is gone

private:
    store::Store &m_store;
    QString m_profile;
};

// A rotation as it is stored and as `gwctl key rotation --json` gives it.
QJsonObject jsonOf(const Rotation &rotation);
Rotation rotationFrom(const QJsonObject &object);

} // namespace keys
