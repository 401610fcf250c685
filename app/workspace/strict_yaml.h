// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <initializer_list>
#include <optional>
#include <QMap>
#include <QStringList>
#include <yaml-cpp/node/node.h>

namespace workspace {

// What is wrong with a file, and where. Lines and columns count from 1; line 0: the file as a whole.
struct FileProblem
{
    int line = 0;
    int column = 0;
    QString what;

    // "line 3, column 5: ..."
    QString text() const;
    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};

// Reads YAML as a strict reader must: unknown and doubled fields, wrong types and bad values are problems. The first
// problem is kept; everything after it reads as empty. yaml-cpp's own conversions (010 is 8, yes is true) are not used.
class StrictYaml
{
public:
    using Judge = std::function<QString(const QString &)>;

    // The root of one document; an empty one reads as an empty map.
    YAML::Node load(const QByteArray &text);
    // Notes a problem at a node.
    void reject(const YAML::Node &at, const QString &what);
    const std::optional<FileProblem> &problem() const { return m_problem; }

    // Checks that `map` is a map with these fields only.
    void fields(const YAML::Node &map, std::initializer_list<const char *> known);
    void fields(const YAML::Node &map, const QStringList &known);
    // The member, which may be missing: then IsDefined() is false.
    YAML::Node member(const YAML::Node &map, const char *field) const;
    QString text(const YAML::Node &map, const char *field);
    QString neededText(const YAML::Node &map, const char *field);
    // A list of texts, each once. `wrong` may say what is wrong with one; empty: nothing.
    QStringList texts(const YAML::Node &map, const char *field, const Judge &wrong = {});
    // A list of whole numbers.
    QList<qint64> integers(const YAML::Node &map, const char *field, qint64 least, qint64 most);
    std::optional<qint64> integer(const YAML::Node &map, const char *field, qint64 least, qint64 most);
    // An amount of money, exactly; in nanos.
    std::optional<qint64> amount(const YAML::Node &map, const char *field);
    // A date (its start in UTC) or an ISO 8601 time, in microseconds since 1970.
    std::optional<qint64> moment(const YAML::Node &map, const char *field);
    std::optional<bool> flag(const YAML::Node &map, const char *field);
    // A map of free names to texts.
    QMap<QString, QString> pairs(const YAML::Node &map, const char *field);
    // The members of a list of maps.
    QList<YAML::Node> maps(const YAML::Node &map, const char *field);

private:
    QString textOf(const YAML::Node &node, const char *field);
    QList<YAML::Node> entries(const YAML::Node &map, const char *field);
    QString plainOf(const YAML::Node &node, const char *field, const QString &wanted);
    // The value of an unquoted scalar as `reader` makes it of the text; what it cannot read is rejected.
    template<typename Value, typename Reader>
    std::optional<Value> read(const YAML::Node &node, const char *field, const QString &wanted, const Reader &reader);
    std::optional<qint64> integerOf(const YAML::Node &node, const char *field, qint64 least, qint64 most);

    std::optional<FileProblem> m_problem;
};

} // namespace workspace
