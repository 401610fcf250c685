// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/concerns.h"
#include "changes/radius.h"
#include "cli/context.h"
#include <QHash>

namespace cli {

// The secrets of keys that a set created, by the places of their steps, ready for the one document that shows them.
using SecretsOnce = QHash<int, QJsonValue>;

// A change set as the contract names its fields; `profile` is the connection's name.
QJsonObject jsonOf(const changes::ChangeSet &set, const QString &profile, const SecretsOnce &secrets = {});
// Without its steps, for lists.
QJsonObject summaryOf(const changes::SetSummary &summary, const QString &profile);
QJsonObject jsonOf(const changes::Radius &radius);
QJsonArray jsonOf(const QList<changes::Concern> &concerns);

// The steps as a table.
Table rowsOf(const changes::ChangeSet &set);
// Who would feel it, and what is to be said before it is applied; on stdout.
void printRadius(Context &context, const changes::Radius &radius);
void printConcerns(Context &context, const QList<changes::Concern> &concerns);
// The settings that a set changes, each with before and after.
void printFields(Context &context, const changes::ChangeSet &set);
// "calls in the last 30 days: 14 by 2 keys", or that nothing is known.
QString inShort(const changes::Radius &radius);

} // namespace cli
