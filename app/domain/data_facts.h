// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDate>
#include <QString>

// What becomes of prompts and answers on their way through a connection, as its operator found out: no gateway tells it
// in a form that could be read. Reviewers ask for it.
struct DataFacts
{
    enum class Kept { Unknown, No, Yes };

    Kept byGateway = Kept::Unknown; // stores what is asked and answered
    Kept byProvider = Kept::Unknown;
    std::optional<int> days; // for so long; empty: not known
    QString region; // where it lies
    QString readers; // who can read it
    QString source; // where that is written: a page of settings, a contract
    std::optional<QDate> asOf; // when it was looked up
    QString by; // operating-system user

    friend bool operator==(const DataFacts &, const DataFacts &) = default;
};
