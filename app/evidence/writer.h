// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/run_report.h"

namespace evidence {

// A format that a run can be reported in. The report has passed the redactor.
struct Writer
{
    const char *id; // of --report: "junit"
    const char *file; // its name in the run's folder
    QByteArray (*write)(const RunReport &report);
};

const QList<const Writer *> &writers(); // catalog.cpp: one line each
const Writer *writerOf(QStringView id); // null: no such format

// What the formats share.
QString outcomeName(Outcome outcome); // "passed"; never translated
QString outcomeWord(Outcome outcome); // in the reader's language
int countOf(const CheckReport &check, Outcome outcome); // reasons of that weight
QString printable(QString text); // without what XML 1.0 cannot hold

} // namespace evidence
