// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/references.h"
#include "base/log.h"
#include <QFile>

using namespace Qt::StringLiterals;

namespace secrets {

static constexpr qint64 maxSecret = 64 << 10;

Result<Reference> referenceOf(const QString &text)
{
    using enum Reference::Place;
    if (text.isEmpty())
        return Reference();
    const QString name = text.section(u':', 1);
    const QString place = text.section(u':', 0, 0);
    const bool known = place == u"vault"_s || place == u"env"_s || place == u"file"_s;
    if (!known || name.isEmpty())
        return fail(
            FailureKind::Secret, u"not a reference (vault:ID, env:VAR or file:PATH)"_s); // perhaps a secret itself
    return Reference{place == u"vault"_s ? Vault : place == u"env"_s ? Environment : File, name};
}

Result<Secret> fromEnvironment(const QString &variable)
{
    const QByteArray value = qgetenv(variable.toLocal8Bit().constData());
    if (value.isEmpty())
        return fail(FailureKind::Secret, u"the variable %1 is not set"_s.arg(variable));
    return Secret(value);
}

Result<Secret> fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::Secret, u"%1: %2"_s.arg(path, file.errorString()));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    if (file.permissions() & others)
        qCWarning(gwSecrets).noquote() << path << "can be read by other users: chmod 600 keeps it private";
    QByteArray text = file.read(maxSecret + 1);
    if (text.size() > maxSecret)
        return fail(FailureKind::Secret, u"%1: more than %2 bytes"_s.arg(path).arg(maxSecret));
    if (text.endsWith('\n'))
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    if (text.isEmpty())
        return fail(FailureKind::Secret, u"%1 is empty"_s.arg(path));
    return Secret(std::move(text));
}

} // namespace secrets
