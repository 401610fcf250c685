// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/run_folder.h"
#include "evidence/call_json.h"
#include "evidence/writer.h"
#include "net/redactor.h"
#include "store/run_json.h"
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace evidence {

RunReport redacted(RunReport report, const net::Redactor &redactor)
{
    for (CheckReport &check : report.checks)
        for (Reason &reason : check.reasons)
            reason.text = redactor.clean(reason.text);
    for (QString &value : report.context)
        value = redactor.clean(value);
    return report;
}

// Model names hold '/' and ':'; two that become equal here are kept apart by their place in the run.
static QString fileNameOf(const CheckReport &check, qsizetype at)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9._-]+"_s);
    const QString name = nameOf(check).replace(odd, u"-"_s).left(80);
    return u"%1-%2.json"_s.arg(at + 1, 2, 10, QLatin1Char('0')).arg(name);
}

// Entries of the diagnosis dictionary.
static QJsonArray entriesUsed(const CheckReport &check)
{
    QJsonArray used;
    for (const Reason &reason : check.reasons)
        if (!reason.entry.isEmpty())
            used << reason.entry;
    return used;
}

static QByteArray checkEvidence(
    const CheckReport &check, const RunReport &run, const QList<net::Recorded> &calls, const net::Redactor &redactor)
{
    RunReport one = run;
    one.checks = QList<CheckReport>{check};
    QJsonObject out = store::runJson(one)[u"checks"_s][0].toObject();
    QMap<QString, int> attempts;
    QJsonArray list;
    for (const net::Recorded &call : calls) {
        if (call.subject != nameOf(check))
            continue;
        QJsonObject object = callJson(call, redactor);
        object[u"attempt"_s] = ++attempts[call.label];
        list << object;
    }
    out[u"run"_s] = run.id;
    out[u"test"_s] = check.check + check.variant;
    out[u"dictionary"_s] = entriesUsed(check);
    out[u"calls"_s] = list;
    out[u"sha256"_s] = sha256(QJsonDocument(out).toJson(QJsonDocument::Compact)); // of all the rest, compact
    return QJsonDocument(out).toJson();
}

static Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(FailureKind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<RunReport> writeRun(
    const QString &root, RunReport report, const QList<net::Recorded> &calls, const net::Redactor &redactor)
{
    const QString folder = root + u'/' + report.id;
    if (!QDir().mkpath(folder))
        return fail(FailureKind::Storage, u"%1: the folder cannot be made"_s.arg(folder));
    for (const QString &closed : {root, folder})
        QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    report = redacted(std::move(report), redactor);
    for (qsizetype at = 0; at < report.checks.size(); ++at) {
        CheckReport &check = report.checks[at];
        check.evidenceFile = fileNameOf(check, at);
        const QByteArray bytes = checkEvidence(check, report, calls, redactor);
        if (const auto written = writeFile(folder + u'/' + check.evidenceFile, bytes); !written)
            return tl::unexpected(written.error());
    }
    for (const Writer *writer : writers()) {
        const QString path = folder + u'/' + QString::fromLatin1(writer->file);
        if (const auto written = writeFile(path, writer->write(report)); !written)
            return tl::unexpected(written.error());
    }
    return report;
}

} // namespace evidence
