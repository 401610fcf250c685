// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/connection_import.h"
#include "workspace/connection_parts.h"
#include "workspace/words.h"
#include <optional>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype mostSentences = 30;

static const QRegularExpression &link()
{
    static const QRegularExpression all(
        u"^[ \\t]*gatewright:"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return all;
}
static const QRegularExpression &assignment()
{
    static const QRegularExpression all(u"^[ \\t]*((export|set|setx)[ \\t]+|\\$env:)?[A-Za-z_][\\w.]*[ \\t]*=[^=]"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return all;
}
static const QRegularExpression &field()
{
    static const QRegularExpression all(
        u"^[ \\t]*(- )*[\"']?[A-Za-z_][\\w.-]*[\"']?[ \\t]*:([ \\t]|\\r?$)|^[ \\t]*[\\[{]"_s,
        QRegularExpression::MultilineOption);
    return all;
}

static std::optional<ImportFormat> formatOf(const QString &text)
{
    if (holdsCurl(text))
        return ImportFormat::Curl;
    if (link().match(text).hasMatch())
        return ImportFormat::Link;
    if (assignment().match(text).hasMatch())
        return ImportFormat::Env;
    if (field().match(text).hasMatch())
        return ImportFormat::Yaml;
    return {};
}

static RawImport rawOf(ImportFormat format, const QString &text)
{
    switch (format) {
    case ImportFormat::Curl:
        return readCurl(text);
    case ImportFormat::Link:
        return readLinks(text);
    case ImportFormat::Env:
        return readEnv(text);
    case ImportFormat::Yaml:
        break;
    }
    return readYaml(text.toUtf8());
}

static bool sameGateway(const ImportedConnection &a, const ImportedConnection &b)
{
    const auto keys = [](const ImportedConnection &c) {
        return std::tie(c.adminKey, c.dataKey, c.profile.adminKeyRef, c.profile.dataKeyRef);
    };
    return a.profile.dataUrl == b.profile.dataUrl && a.profile.name == b.profile.name && keys(a) == keys(b);
}

static void cutOff(QStringList &sentences)
{
    const qsizetype more = sentences.size() - mostSentences;
    if (more <= 0)
        return;
    sentences.resize(mostSentences);
    sentences << Words::tr("And %n more that were not used.", nullptr, int(more));
}

static void finish(const RawImport &raw, ConnectionImport &out)
{
    out.unused = raw.unused;
    for (const RawConnection &each : raw.connections) {
        if (out.connections.size() == mostConnections) {
            out.unused << Words::tr("Only the first %1 connections were read.").arg(mostConnections);
            return;
        }
        const auto made = finished(each, out.unused);
        const auto twice = [&made](const ImportedConnection &other) { return sameGateway(*made, other); };
        if (made && std::ranges::none_of(std::as_const(out.connections), twice))
            out.connections << *made;
    }
}

static QString nothingIn(const ConnectionImport &read)
{
    return Words::tr("No connection was found in it: an address is needed, https://gateway.example/v1.") + u' '
        + read.unused.mid(0, 3).join(u' ');
}

static QString unreadable(const QByteArray &text)
{
    if (text.size() > largestImport)
        return Words::tr("This is larger than 256 kB. Take the lines about the gateway only.");
    if (text.contains('\0'))
        return Words::tr("This is no text. Give a .env file, a curl command, YAML or a gatewright:// link as UTF-8.");
    return {};
}

tl::expected<ConnectionImport, QString> readConnections(const QByteArray &bytes)
{
    if (const QString why = unreadable(bytes); !why.isEmpty())
        return tl::unexpected<QString>(why);
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark away
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return tl::unexpected<QString>(unreadable(QByteArray(1, '\0')));
    const auto format = formatOf(text);
    if (!format)
        return tl::unexpected<QString>(
            Words::tr("Nothing in it is known: neither NAME=value lines, nor a curl command, "
                      "YAML fields or a gatewright:// link."));
    const RawImport raw = rawOf(*format, text);
    if (!raw.problem.isEmpty())
        return tl::unexpected<QString>(raw.problem);
    ConnectionImport out{*format, {}, {}};
    finish(raw, out);
    cutOff(out.unused);
    if (out.connections.isEmpty())
        return tl::unexpected<QString>(nothingIn(out).trimmed());
    return out;
}

bool mayHoldConnections(const QString &text)
{
    return formatOf(text).has_value();
}

QString nameFor(const QUrl &address)
{
    const QString host = address.host();
    const QString first = host.section(u'.', 0, 0);
    return first == u"api"_s || first == u"www"_s ? host.section(u'.', 1, 1) : host;
}

QString freeName(const QString &wanted, const QList<Profile> &taken)
{
    const auto used = [&taken](const QString &name) {
        return std::ranges::any_of(
            taken, [&name](const Profile &p) { return p.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    QString name = wanted;
    for (int number = 2; used(name); ++number)
        name = u"%1-%2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace workspace
