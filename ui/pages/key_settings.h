// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/change.h"
#include "kit/diff_view.h"
#include <QTimeZone>

// The settings of a key in words, and how two states of it differ. Pure.
namespace pages {

// A setting with its value before and after; no value: the key was not, or will not be, there.
struct KeySetting
{
    QString name;
    std::optional<QString> before;
    std::optional<QString> after;
};
// Every setting, in the order of the form.
QList<KeySetting> keySettings(const std::optional<Key> &before, const std::optional<Key> &after, const QTimeZone &zone);
QList<KeySetting> differentSettings(
    const std::optional<Key> &before, const std::optional<Key> &after, const QTimeZone &zone);

// Before and after of each setting that differs, as lines with signs. Empty: nothing differs.
QList<kit::DiffLine> differencesOf(const Key &before, const Key &after, const QTimeZone &zone);
// The whole key as lines, those that differ with their signs.
QList<kit::DiffLine> keyLines(const changes::Change &change, const QTimeZone &zone);
// What it does in one line: "budget 300 USD → 400 USD, owner none → team-a", "delete".
QString keyInOneLine(const changes::Change &change, const QTimeZone &zone);

} // namespace pages
