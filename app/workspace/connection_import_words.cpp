// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_import_words.h"
#include "gateway/admin.h"
#include "workspace/connection_words.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;

namespace workspace {

QString titleOf(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Env:
        return Words::tr(".env file");
    case ImportFormat::Curl:
        return Words::tr("curl command");
    case ImportFormat::Link:
        return Words::tr("gatewright:// link");
    case ImportFormat::Yaml:
        break;
    }
    return Words::tr("YAML");
}

QString titleOf(Part part)
{
    static const QMap<Part, const char *> titles{{Part::Name, QT_TRANSLATE_NOOP("Words", "Name")},
        {Part::Kind, QT_TRANSLATE_NOOP("Words", "Kind")}, {Part::DataUrl, QT_TRANSLATE_NOOP("Words", "Address")},
        {Part::AdminUrl, QT_TRANSLATE_NOOP("Words", "Admin address")},
        {Part::DataKey, QT_TRANSLATE_NOOP("Words", "Data key")},
        {Part::AdminKey, QT_TRANSLATE_NOOP("Words", "Admin key")},
        {Part::UserId, QT_TRANSLATE_NOOP("Words", "User id")},
        {Part::Environment, QT_TRANSLATE_NOOP("Words", "Environment")},
        {Part::ReadOnly, QT_TRANSLATE_NOOP("Words", "Read only")},
        {Part::CaFile, QT_TRANSLATE_NOOP("Words", "CA file")}, {Part::Proxy, QT_TRANSLATE_NOOP("Words", "Proxy")}};
    return Words::tr(titles.value(part));
}

QString sentenceOf(const ConnectionImport &read)
{
    return Words::tr("%1: %2").arg(
        titleOf(read.format), Words::tr("%n connection(s) recognised", nullptr, int(read.connections.size())));
}

QString masked(const Secret &secret, const QString &reference)
{
    if (secret.isEmpty() && reference.startsWith(u"env:"_s))
        return Words::tr("the variable %1, read at each use").arg(reference.mid(4));
    if (secret.isEmpty() && reference.startsWith(u"file:"_s))
        return Words::tr("the file %1, read at each use").arg(reference.mid(5));
    if (secret.isEmpty())
        return reference.isEmpty() ? QString() : Words::tr("kept in the vault");
    return (u"•••• "_s + secret.lastFour()).trimmed();
}

static QString kindOf(const Profile &profile)
{
    const gateway::Adapter *adapter = gateway::adapterOf(profile.kind);
    return adapter ? titleOf(*adapter) : Words::tr("not told");
}

static QString nameOf(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return Words::tr("production");
    case Environment::Staging:
        return Words::tr("staging");
    case Environment::Development:
        break;
    }
    return Words::tr("development");
}

QList<PreviewLine> previewOf(const ImportedConnection &connection)
{
    const Profile &profile = connection.profile;
    QList<PreviewLine> lines;
    const auto add = [&](Part part, const QString &value) {
        if (!value.isEmpty())
            lines << PreviewLine{titleOf(part), value, connection.from.value(part)};
    };
    add(Part::Name, profile.name);
    add(Part::Kind, kindOf(profile));
    add(Part::DataUrl, profile.dataUrl.toString());
    add(Part::AdminUrl, profile.adminUrl.toString());
    add(Part::AdminKey, masked(connection.adminKey, profile.adminKeyRef));
    add(Part::DataKey, masked(connection.dataKey, profile.dataKeyRef));
    add(Part::UserId, profile.userId);
    if (connection.from.contains(Part::Environment))
        add(Part::Environment, nameOf(profile.environment));
    add(Part::ReadOnly, profile.readOnly ? Words::tr("yes") : QString());
    add(Part::CaFile, profile.caFile);
    add(Part::Proxy, profile.proxy);
    return lines;
}

} // namespace workspace
