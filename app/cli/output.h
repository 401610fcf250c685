// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cli/trouble.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace cli {

// Columns of text; the first row is their headings.
using Table = QList<QStringList>;

// Results go to stdout as text or as JSON; everything else goes to stderr.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}

    bool json() const { return m_json; }
    // One line of text for people; left out with --json.
    void line(const QString &text);
    void table(const Table &rows);
    // The one document of --json; left out without it.
    void document(const QJsonObject &object);
    // One line of JSON, with --json or without: for commands that stream.
    void jsonLine(const QJsonObject &object);
    // Progress and warnings, on stderr.
    void note(const QString &text);
    // Text as it comes, on stderr, without an end of line.
    void live(const QString &text);
    // Prints the trouble and gives its exit code. With --json it joins `with`, the one document there is.
    int failed(const Trouble &trouble, QJsonObject with = {});

private:
    bool m_json = false;
};

// {"items":[...],"next":null,"complete":true}
QJsonObject listDocument(const QJsonArray &items, bool complete, const QString &next = {});
// Whether a stream may be coloured: a terminal, and NO_COLOR is not set.
bool coloured(int fileDescriptor);

} // namespace cli
