// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/smoke_reports.h"
#include "cli/words.h"
#include "evidence/run_folder.h"
#include "evidence/writer.h"
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

// Why a file cannot be written there; looks only, so that no empty file is left behind.
static QString unwritable(const QFileInfo &file)
{
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir())
        return Words::tr("there is no folder %1").arg(folder.filePath());
    if (file.isDir())
        return Words::tr("%1 is a folder").arg(file.filePath());
    if (!(file.exists() ? file.isWritable() : folder.isWritable()))
        return Words::tr("%1 cannot be written").arg(file.filePath());
    return {};
}

Maybe<QList<Report>> reportsOf(const Args &args)
{
    QList<Report> out;
    for (const QString &text : args.values("report")) {
        const qsizetype equals = text.indexOf(u'=');
        const evidence::Writer *writer = evidence::writerOf(text.left(equals));
        if (equals < 1 || !writer || equals + 1 == text.size())
            return misuse(u"--report"_s, Words::tr("\"%1\" is no FORMAT=FILE with junit, json or html").arg(text),
                u"--report junit=smoke.xml"_s);
        const QString file = text.mid(equals + 1);
        if (const QString why = unwritable(QFileInfo(file)); !why.isEmpty())
            return misuse(u"--report "_s + text, why, Words::tr("another file behind --report"));
        out.append(Report{writer, file});
    }
    return out;
}

Maybe<> writeReports(const QList<Report> &reports, const RunReport &run, const net::Redactor &redactor)
{
    for (const Report &report : reports) {
        QFile file(report.file);
        const QByteArray text = report.writer->write(evidence::redacted(run, redactor));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
            return misuse(report.file, file.errorString(), Words::tr("another file behind --report"));
    }
    return {};
}

} // namespace cli
