// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QString>

namespace aliases {

// The day on which a model's provider ends it, as the list says that comes with the program (its date and source stand at
// its head, resources/models/retirements.txt). Invalid: none is known.
QDate retirementOf(const QString &model);

// The end of one model.
struct Retirement
{
    QDate day;
    QString successor; // the model that follows, where the list names one; empty: it does not
};
// Lines "day model" or "day model successor"; those that begin with # tell where they come from.
QHash<QString, Retirement> readRetirements(const QByteArray &lines);
// What follows a model, as the same list says. Empty: no replacement is named.
QString successorOf(const QString &model);

} // namespace aliases
