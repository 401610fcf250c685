// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

// Who may know whom: sections 1 to 3 of the architecture, as a search of #include lines.
namespace house {

// A folder sees lower layers and itself; an unknown one sees nothing, so that a new part is placed before it is used.
inline int layerOf(const QString &folder)
{
    static const QHash<QString, int> layers{
        {u"base"_qs, 0},
        {u"net"_qs, 1},
        {u"domain"_qs, 1},
        {u"text"_qs, 1},
        {u"gateway"_qs, 2},
        {u"store"_qs, 2},
        {u"secrets"_qs, 2},
        {u"changes"_qs, 3},
        {u"keys"_qs, 4},
        {u"guards"_qs, 4},
        {u"aliases"_qs, 4},
        {u"usage"_qs, 4},
        {u"alerts"_qs, 4},
        {u"smoke"_qs, 4},
        {u"migration"_qs, 4},
        {u"evidence"_qs, 4},
        {u"diagnosis"_qs, 4},
        {u"print"_qs, 5},
        {u"workspace"_qs, 5},
        {u"cli"_qs, 6},
        {u"kit"_qs, 6},
        {u"pages"_qs, 7},
        {u"shell"_qs, 8},
    };
    return layers.value(folder, -1);
}

// Parts beside the layers: what they know of ours, and who knows them (the tests apart). `workspace` wraps the proxy:
// nothing of it is seen past that folder. Of `cli` nobody knows anything.
struct Beside
{
    QStringList knows;
    QStringList knownTo;
};

inline std::optional<Beside> besideOf(const QString &folder)
{
    static const QHash<QString, Beside> parts{
        {u"sql"_qs, {{}, {u"store"_qs, u"proxy"_qs}}},
        {u"proxy"_qs, {{u"sql"_qs}, {u"workspace"_qs}}},
        {u"cli"_qs, {{}, {}}},
    };
    const auto found = parts.find(folder);
    return found == parts.end() ? std::nullopt : std::optional(*found);
}

// gateway/<kind>/: seen by itself and by the registry, which alone knows every kind.
inline bool mayKnowAdapter(const QString &path, const QStringList &from, const QStringList &to)
{
    return path == u"app/gateway/registry.cpp"
        || (from.first() == u"gateway" && from.size() > 2 && from.at(1) == to.at(1));
}

// pages/<area>/: seen by itself and by the list of pages. The window shows the sheets of `connections` itself, because
// they are there before any page is.
inline bool mayKnowPage(const QString &path, const QStringList &from, const QStringList &to)
{
    const bool window = path == u"ui/shell/main_window.cpp" || path == u"ui/shell/steering.cpp";
    return path == u"ui/shell/pages.cpp" || (window && to.at(1) == u"connections")
        || (from.first() == u"pages" && from.size() > 2 && from.at(1) == to.at(1));
}

// `path` as "app/net/x.cpp", `header` as it is included: "base/task.h".
inline bool mayInclude(const QString &path, const QString &header)
{
    const QStringList from = path.split(u'/').mid(1);
    const QStringList to = header.split(u'/');
    if (to.first() == u"gateway" && to.size() > 2)
        return mayKnowAdapter(path, from, to) && (from.first() == to.first());
    if (to.first() == u"pages" && to.size() > 2)
        return mayKnowPage(path, from, to);
    if (from.first() == to.first())
        return true;
    if (const auto part = besideOf(to.first()); part && !part->knownTo.contains(from.first()))
        return false;
    if (const auto part = besideOf(from.first()); part && from.first() != u"cli")
        return part->knows.contains(to.first());
    if (besideOf(to.first()))
        return true;
    if (from.first() == u"kit")
        return false; // the visual language knows no domain words
    const bool atTheTop = from.size() == 1; // main.cpp and the precompiled headers
    return layerOf(to.first()) >= 0 && (atTheTop || layerOf(to.first()) < layerOf(from.first()));
}

// The module of Qt that has this header, "QtGui" for <QColor> and <qcolor.h>; empty: none has.
inline QString qtModuleOf(const QString &header)
{
    static const QHash<QString, QString> modules = [] {
        QHash<QString, QString> out;
        const QDir root(QLibraryInfo::path(QLibraryInfo::HeadersPath));
        QStringList names = root.entryList({u"Qt*"_qs}, QDir::Dirs);
        names << u"QtNetwork"_qs << u"QtCore"_qs; // last: they win
        for (const QString &name : names)
            for (const QString &file : QDir(root.filePath(name)).entryList(QDir::Files))
                out[file] = name;
        return out;
    }();
    static const QRegularExpression whole(u"^Qt[A-Z]\\w+$"_qs);
    const QString first = header.section(u'/', 0, 0);
    return header.contains(u'/') && whole.match(first).hasMatch() ? first : modules.value(header);
}

// What the parts without Qt may take from elsewhere: std, POSIX, and the libraries the architecture names.
inline bool mayUse(const QString &folder, const QString &header)
{
    static const QRegularExpression both(u"^([a-z_]+|tl/expected\\.hpp|(arpa|netinet|sys)/"
                                         u"\\w+\\.h|(unistd|fcntl|netdb|strings|poll|signal|pthread|sched)"
                                         u"\\.h)$"_qs);
    static const QRegularExpression proxy(u"^(boost/.+|openssl/.+|simdjson\\.h|emmintrin\\.h)$"_qs);
    return both.match(header).hasMatch()
        || (folder == u"proxy" ? proxy.match(header).hasMatch() : header == u"sqlite3.h");
}

inline bool isForbiddenLibrary(const QString &path, const QString &header)
{
    const QString folder = path.section(u'/', 1, 1);
    if (folder == u"sql" || folder == u"proxy")
        return qtModuleOf(header).isEmpty() && !mayUse(folder, header); // of Qt the rule "qt" speaks
    if (header.startsWith(u"boost/") || header == u"simdjson.h")
        return true;
    if (!path.startsWith(u"app/") || folder == u"print")
        return false;
    const QString module = qtModuleOf(header);
    if (module == u"QtDBus")
        return path != u"app/secrets/keyring.cpp"; // the session bus has this one door
    return !module.isEmpty() && module != u"QtCore" && module != u"QtNetwork";
}

inline QStringList forbiddenIncludes(const QString &path, const QString &code)
{
    static const QRegularExpression line(u"#\\s*include\\s*([\"<])([^\">]+)[\">]"_qs);
    QStringList out;
    for (const auto &match : line.globalMatch(code)) {
        const QString header = match.captured(2);
        const QString folder = header.section(u'/', 0, 0);
        const bool named = header.contains(u'/') && (layerOf(folder) >= 0 || besideOf(folder)) && folder != u"net";
        const bool own = match.captured(1) == u"\"" ? header.contains(u'/') : named;
        if (own ? !mayInclude(path, header) : isForbiddenLibrary(path, header))
            out << header;
    }
    return out;
}

} // namespace house
