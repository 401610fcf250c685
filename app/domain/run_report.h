// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

// In rising order of weight: a verdict is as heavy as its heaviest reason.
enum class Outcome { Passed, Skipped, Unsupported, Warned, Inconclusive, Failed };

// One assertion of a check, by its id in the smoke-test specification: "T03.V4".
struct Reason
{
    QString id;
    Outcome outcome = Outcome::Passed;
    QString text; // one sentence: what was seen, and the next step where one follows
    QMap<QString, double> numbers;
    QString entry; // of the diagnosis dictionary: "D101"; empty: none

    friend bool operator==(const Reason &, const Reason &) = default;
};

// What one check said about one alias.
struct CheckReport
{
    QString check; // "T03"
    QString variant; // "a"; empty: the check has none
    QString title;
    QString alias;
    Outcome outcome = Outcome::Passed;
    QList<Reason> reasons; // every assertion, passed ones too
    QList<QString> requestIds; // of the calls it made: they tie it to usage rows
    QDateTime started; // UTC
    std::optional<qint64> ttfbMs; // first header byte
    std::optional<qint64> firstTokenMs;
    std::optional<qint64> longestGapMs;
    std::optional<qint64> totalMs;
    int chunks = 0;
    QString servedModel;
    std::optional<qint64> costNanos; // empty: unknown
    QString evidenceFile; // relative to the run's folder; empty: none
    std::optional<qint64> gapP50Ms; // between two pieces of the answer
    std::optional<qint64> gapP95Ms;
    QString next; // who does what about it, in one sentence; empty: nothing is to be done

    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

// One smoke run, as kept and as reported. Without secrets.
struct RunReport
{
    QString id; // ULID
    QString suite;
    QString profile; // name
    QString gatewayKind;
    QString gatewayVersion;
    QString keyFingerprint; // first 12 hex of SHA-256 and last four characters
    QDateTime started;
    std::optional<QDateTime> ended; // empty: it was cut off
    QString endedBy; // "", "cancelled", "cost cap", "auth failures"
    qint64 costCapNanos = 0;
    QList<CheckReport> checks;
    QMap<QString, QString> context; // what else was in force: addresses, limits, clock offset, program version

    Outcome outcome() const; // the heaviest of its checks
    friend bool operator==(const RunReport &, const RunReport &) = default;
};

// "T03a fast": which check of a run this is. Calls kept as evidence carry it as their subject.
QString nameOf(const CheckReport &report);
