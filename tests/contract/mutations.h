// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

// Good answers of which one field is another thing than it should be.
namespace contract {

struct Mutation
{
    QStringList path; // keys and indices
    QJsonValue value;
    QStringList within; // the names in what it replaces: a reader may miss the first of them

    QString text() const
    {
        const QByteArray shown = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(60);
        return path.isEmpty() ? QString() : path.join(u'.') + u" = "_qs + QString::fromUtf8(shown);
    }
    // A detail that says where: any name on the way to the field (or nothing was mutated by name).
    bool names(const QString &detail) const
    {
        bool named = false;
        bool any = false;
        for (const QString &part : path) {
            const bool isName = !part.at(0).isDigit();
            any = any || isName;
            named = named || (detail.contains(isName ? part : u'[' + part + u']'));
        }
        named = named || (value.isArray() && detail.contains(u"[0]"_qs));
        for (const QString &part : within)
            named = named || detail.contains(part);
        return named || !any;
    }
};

inline QStringList namesIn(const QJsonValue &value)
{
    return (value.isArray() ? value.toArray().first().toObject() : value.toObject()).keys();
}

inline void collect(const QJsonValue &value, const QStringList &path, QList<Mutation> &paths)
{
    if (!path.isEmpty())
        paths << Mutation{path, {}, namesIn(value)};
    if (value.isArray() && !value.toArray().isEmpty()) {
        collect(value.toArray().first(), path + QStringList{QStringLiteral("0")}, paths);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end(); ++field)
            if (!field.key().isEmpty())
                collect(field.value(), path + QStringList{field.key()}, paths);
    }
}

inline QList<Mutation> mutationsOf(const QJsonDocument &document)
{
    QList<Mutation> paths;
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, paths);
    const QList<QJsonValue> values{QJsonValue::Null, 7.5, -1, QStringLiteral("“odd” text"), true, QJsonArray{1},
        QJsonObject{{QStringLiteral("odd"), 1}}};
    QList<Mutation> all;
    for (const Mutation &one : paths)
        for (const QJsonValue &value : values)
            all << Mutation{one.path, value, one.within};
    return all;
}

inline QList<Mutation> some(QList<Mutation> all, qsizetype most, QRandomGenerator &random)
{
    std::shuffle(all.begin(), all.end(), random);
    return all.mid(0, most);
}

inline QJsonValue with(const QJsonValue &whole, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (whole.isArray()) {
        QJsonArray array = whole.toArray();
        array[0] = with(array[0], path.mid(1), value);
        return array;
    }
    QJsonObject object = whole.toObject();
    object[path.first()] = with(object[path.first()], path.mid(1), value);
    return object;
}

inline QByteArray mutated(const QJsonDocument &document, const Mutation &what)
{
    const QJsonValue whole = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const QJsonValue out = with(whole, what.path, what.value);
    return (out.isArray() ? QJsonDocument(out.toArray()) : QJsonDocument(out.toObject()))
        .toJson(QJsonDocument::Compact);
}

} // namespace contract
