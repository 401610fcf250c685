// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/words.h"
#include "secrets/vaults.h"
#include "workspace/gateway_database.h"
#include "workspace/gateway_lock.h"
#include <openssl/crypto.h>
#include <QStorageInfo>
#include <QSysInfo>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace cli {

enum class Level { Ok, Warn, Bad };

// One line of the report.
struct Finding
{
    QString id;
    Level level = Level::Ok;
    QString text;
    QString next = {}; // what to do about it; empty where all is well
};

static QList<Finding> versions()
{
    return {{u"gatewright"_s, Level::Ok, QStringLiteral(GW_VERSION)},
        {u"qt"_s, Level::Ok, QString::fromLatin1(qVersion())},
        {u"sqlite"_s, Level::Ok, QString::fromLatin1(sqlite3_libversion())},
        {u"openssl"_s, Level::Ok, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION))},
        {u"system"_s, Level::Ok, QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelVersion()}};
}

static Finding folder(const QString &dir)
{
    if (QFileInfo(dir).isWritable())
        return {u"data_dir"_s, Level::Ok, dir};
    return {u"data_dir"_s, Level::Bad, Words::tr("%1 is not there or cannot be written").arg(dir),
        Words::tr("Make the folder your own (chown, chmod 700), or name another one with --data-dir.")};
}

static Finding database(const QString &path, const Result<> &opened)
{
    if (opened)
        return {u"database"_s, Level::Ok, Words::tr("%1 can be used").arg(path)};
    const text::Words words = text::wordsOf(opened.error());
    return {u"database"_s, Level::Bad, path + u": "_s + words.why, words.next};
}

// The database of the embedded gateway, whether it runs or not.
static Finding gatewayDatabase(const QString &path)
{
    const Result<> usable = workspace::checkGatewayDatabase(path);
    if (!usable) {
        const text::Words words = text::wordsOf(usable.error());
        return {u"gateway_db"_s, Level::Bad, path + u": "_s + words.why, words.next};
    }
    if (!QFileInfo::exists(path))
        return {u"gateway_db"_s, Level::Ok, Words::tr("%1 is made when the embedded gateway starts").arg(path)};
    return {u"gateway_db"_s, Level::Ok, Words::tr("%1 can be used").arg(path)};
}

static Finding disk(const QString &dir)
{
    const QStorageInfo storage(dir);
    const qint64 free = storage.bytesAvailable() / (1 << 20);
    const QString text = Words::tr("%1 MB free in %2").arg(free).arg(dir);
    if (free >= 100 && !storage.isReadOnly())
        return {u"disk"_s, Level::Ok, text};
    return {u"disk"_s, Level::Bad, text,
        storage.isReadOnly() ? Words::tr("Mount the disk for writing, or name another folder with --data-dir.")
                             : Words::tr("Free some space on that disk, or name another folder with --data-dir.")};
}

static Finding clock()
{
    const QDateTime now = Clock().now();
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    const QString text = Words::tr("%1, local time zone %2").arg(now.toString(Qt::ISODate), zone);
    if (now.date().year() >= 2025)
        return {u"clock"_s, Level::Ok, text};
    return {u"clock"_s, Level::Bad, text, Words::tr("Set the clock of this computer, best by NTP.")};
}

static Finding gatewayIn(const Context &context)
{
    const auto owner = workspace::ownerOf(context.dataDir());
    if (!owner)
        return {u"gateway"_s, Level::Ok,
            Words::tr("the embedded gateway does not run; %1 starts it").arg(context.hint(u"gateway serve"_s))};
    return {u"gateway"_s, Level::Ok,
        Words::tr("the embedded gateway is run by %1, pid %2, at %3")
            .arg(owner->program)
            .arg(owner->pid)
            .arg(owner->dataUrl.toString())};
}

static Task<Finding> vault(secrets::Vaults &vaults)
{
    const Result<> opened = co_await vaults.open();
    const auto &state = vaults.state();
    const auto words = text::wordsOf(state.failure.value_or(Failure{FailureKind::PassphraseNeeded, {}, 0}));
    const QString why = state.failure ? u" "_s + words.why : QString();
    Finding found{u"vault"_s, Level::Ok, {}};
    if (!opened || state.locked) {
        found.level = Level::Bad;
        found.text = Words::tr("The vault file is locked.") + why;
        found.next = words.next;
    } else if (state.kind == secrets::VaultKind::Session) {
        found.level = Level::Warn;
        found.text = Words::tr("Secrets are kept in memory only: they are gone when a program ends.") + why;
        found.next = Words::tr("Start a keyring, or name a passphrase file in GATEWRIGHT_VAULT_PASSPHRASE_FILE.");
    } else if (state.kind == secrets::VaultKind::Keychain) {
        found.text = Words::tr("Secrets are kept in the keychain.");
    } else {
        found.text = Words::tr("Secrets are kept in the vault file.") + why;
    }
    co_return found;
}

static Finding profiles(const Result<> &opened, qsizetype count)
{
    if (opened)
        return {u"profiles"_s, Level::Ok, Words::tr("%n profile(s)", nullptr, int(count))};
    return {u"profiles"_s, Level::Warn, Words::tr("unknown: the database cannot be read"),
        Words::tr("Mend the database first; its line says how.")};
}

static QString nameOf(Level level)
{
    return level == Level::Ok ? u"ok"_s : level == Level::Warn ? u"warn"_s : u"bad"_s;
}

static QString wordOf(Level level)
{
    return level == Level::Ok ? Words::tr("ok") : level == Level::Warn ? Words::tr("warn") : Words::tr("BAD");
}

static int print(Context &context, const QList<Finding> &findings)
{
    QJsonArray items;
    Table rows;
    for (const Finding &finding : findings) {
        items.append(QJsonObject{{u"id"_s, finding.id}, {u"ok"_s, finding.level == Level::Ok},
            {u"level"_s, nameOf(finding.level)}, {u"text"_s, finding.text},
            {u"next"_s, finding.next.isEmpty() ? QJsonValue() : QJsonValue(finding.next)}});
        rows << QStringList{wordOf(finding.level), finding.id, finding.text};
        if (!finding.next.isEmpty())
            rows << QStringList{QString(), QString(), u"%1 %2"_s.arg(Words::tr("try:"), finding.next)};
    }
    context.out.document(listDocument(items, true));
    context.out.table(rows);
    const bool bad = std::ranges::any_of(findings, [](const Finding &found) { return found.level == Level::Bad; });
    return bad ? CheckFailed : AllWell;
}

static Task<int> run(Context &context)
{
    QList<Finding> findings = versions();
    workspace::LiveWorkspace &workspace = context.workspace();
    const Result<> opened = co_await workspace.opened();
    findings << folder(context.dataDir()) << database(workspace.store().path(), opened)
             << gatewayDatabase(workspace::gatewayDatabaseIn(context.dataDir())) << disk(context.dataDir()) << clock();
    const Finding kept = co_await vault(workspace.vaults());
    findings << kept << gatewayIn(context) << profiles(opened, workspace.state().profiles.size());
    co_return print(context, findings);
}

extern const Command doctor;
const Command doctor{"doctor", "",
    QT_TRANSLATE_NOOP("Words", "says what works here: versions, paths, vault, clock, disk"), "doctor --json", {}, run};

} // namespace cli
