// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <string>
#include <vector>

namespace workspace {

// Lists of texts, from the embedded gateway (std) to the program (Qt) and back.
inline QStringList qtTexts(const std::vector<std::string> &texts)
{
    QStringList out;
    for (const std::string &text : texts)
        out << QString::fromStdString(text);
    return out;
}

inline std::vector<std::string> stdTexts(const QStringList &texts)
{
    std::vector<std::string> out;
    for (const QString &text : texts)
        out.push_back(text.toStdString());
    return out;
}

} // namespace workspace
