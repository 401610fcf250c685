// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMultiHash>
#include <QStringList>

namespace cli {

// What stood behind the command: options and words, checked against its table.
class Args
{
public:
    QStringList words; // positional

    void add(const QString &option, const QString &value) { m_options[option] << value; }
    bool has(const char *option) const { return m_options.contains(QLatin1StringView(option)); }
    // The last one given; empty: not given.
    QString value(const char *option) const;
    // Every one, in order.
    QStringList values(const char *option) const { return m_options.value(QLatin1StringView(option)); }
    // The same, with commas inside one value taken as separators.
    QStringList list(const char *option) const;
    QString word(qsizetype index) const { return words.value(index); }

private:
    QHash<QString, QStringList> m_options;
};

} // namespace cli
