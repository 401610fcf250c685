// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/args.h"
#include "cli/trouble.h"
#include "domain/run_report.h"

namespace evidence {
struct Writer;
}
namespace net {
class Redactor;
}

namespace cli {

// A report that --report asks for.
struct Report
{
    const evidence::Writer *writer = nullptr;
    QString file;
};
// Each must be able to be written: that is known before anything is spent.
Maybe<QList<Report>> reportsOf(const Args &args);
// Writes them; a file that cannot be written is wrong usage.
Maybe<> writeReports(const QList<Report> &reports, const RunReport &run, const net::Redactor &redactor);

} // namespace cli
