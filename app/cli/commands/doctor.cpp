// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"
#include "cli/words.h"
#include "secrets/vaults.h"
#include "workspace/gateway_lock.h"
#include <openssl/crypto.h>
#include <QStorageInfo>
#include <QSysInfo>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace cli {

// One line of the report.
struct Finding
{
    QString id;
    bool well = true;
    QString text;
};

static QList<Finding> versions()
{
    return {{u"gatewright"_s, true, QStringLiteral(GW_VERSION)}, {u"qt"_s, true, QString::fromLatin1(qVersion())},
        {u"sqlite"_s, true, QString::fromLatin1(sqlite3_libversion())},
        {u"openssl"_s, true, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION))},
        {u"system"_s, true, QSysInfo::prettyProductName() + u", "_s + QSysInfo::kernelVersion()}};
}

static Finding disk(const QString &dir)
{
    const QStorageInfo storage(dir);
    const qint64 free = storage.bytesAvailable() / (1 << 20);
    return {u"disk"_s, free >= 100 && !storage.isReadOnly(), Words::tr("%1 MB free in %2").arg(free).arg(dir)};
}

static Finding clock()
{
    const QDateTime now = Clock().now();
    return {u"clock"_s, now.date().year() >= 2025,
        Words::tr("%1, local time zone %2")
            .arg(now.toString(Qt::ISODate), QString::fromLatin1(QTimeZone::systemTimeZoneId()))};
}

static Finding gatewayIn(const QString &dir)
{
    const auto owner = workspace::ownerOf(dir);
    if (!owner)
        return {u"gateway"_s, true, Words::tr("the embedded gateway does not run; gwctl gateway serve starts it")};
    return {u"gateway"_s, true,
        Words::tr("the embedded gateway is run by %1, pid %2, at %3")
            .arg(owner->program)
            .arg(owner->pid)
            .arg(owner->dataUrl.toString())};
}

static Task<Finding> vault(secrets::Vaults &vaults)
{
    const Result<> opened = co_await vaults.open();
    const auto &state = vaults.state();
    const QString why = state.failure ? u" ("_s + state.failure->detail + u')' : QString();
    if (!opened || state.locked)
        co_return Finding{u"vault"_s, false, Words::tr("the vault file is locked") + why};
    if (state.kind == secrets::VaultKind::Keychain)
        co_return Finding{u"vault"_s, true, Words::tr("secrets are kept in the keychain")};
    if (state.kind == secrets::VaultKind::File)
        co_return Finding{u"vault"_s, true, Words::tr("secrets are kept in the vault file") + why};
    co_return Finding{u"vault"_s, true, Words::tr("no keychain: secrets are kept in memory only") + why};
}

static int print(Context &context, const QList<Finding> &findings)
{
    QJsonArray items;
    Table rows;
    bool well = true;
    for (const Finding &finding : findings) {
        well = well && finding.well;
        items.append(QJsonObject{{u"id"_s, finding.id}, {u"ok"_s, finding.well}, {u"text"_s, finding.text}});
        rows << QStringList{finding.well ? Words::tr("ok") : Words::tr("BAD"), finding.id, finding.text};
    }
    context.out.document(listDocument(items, true));
    context.out.table(rows);
    return well ? AllWell : CheckFailed;
}

static Task<int> run(Context &context)
{
    QList<Finding> findings = versions();
    workspace::LiveWorkspace &workspace = context.workspace();
    const Result<> opened = co_await workspace.opened();
    findings << Finding{u"data_dir"_s, QFileInfo(context.dataDir()).isWritable(), context.dataDir()};
    const QString database = opened ? Words::tr("%1 can be used").arg(workspace.store().path())
                                    : workspace.store().path() + u": "_s + opened.error().detail;
    findings << Finding{u"database"_s, opened.has_value(), database} << disk(context.dataDir()) << clock();
    const Finding kept = co_await vault(workspace.vaults());
    findings << kept << gatewayIn(context.dataDir());
    findings << Finding{
        u"profiles"_s, true, Words::tr("%n profile(s)", nullptr, int(workspace.state().profiles.size()))};
    co_return print(context, findings);
}

extern const Command doctor;
const Command doctor{"doctor", "",
    QT_TRANSLATE_NOOP("Words", "says what works here: versions, paths, vault, clock, disk"), "doctor --json", {}, run};

} // namespace cli
