// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <QRegularExpression>
#include <QStringList>

// Finds words that reach a widget without passing a translation.
namespace house {

// The text without its comments. What looks like one within a literal stays.
inline QString withoutComments(const QString &text)
{
    static const QRegularExpression token(
        u"R\"(\\w*)\\([\\s\\S]*?\\)\\1\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*[\\s\\S]*?\\*/"_qs);
    QString out;
    qsizetype done = 0;
    for (const auto &match : token.globalMatch(text)) {
        out += QStringView(text).mid(done, match.capturedStart() - done);
        if (!match.capturedView().startsWith(u'/'))
            out += match.capturedView();
        done = match.capturedEnd();
    }
    return out + text.mid(done);
}

// Calls and constructors whose texts a person reads.
inline const QRegularExpression &sinks()
{
    static const QRegularExpression names(
        u"\\b(setText|setToolTip|setStatusTip|setWhatsThis|setWindowTitle|setPlaceholderText|setAccessibleName|"
        u"setAccessibleDescription|setTitle|setTitleText|setPrefix|setSuffix|setSpecialValueText|addItem|addItems|"
        u"addAction|addTab|addRow|addButton|button|iconButton|tabBar|label|elided|wrapped|paragraph|QLabel|QPushButton|"
        u"QToolButton|QCheckBox|QRadioButton|QGroupBox|QAction|Notice|failureNotice|addNotice|EmptyState|Card|Pill|"
        u"Toast|Sheet|Popover|PageHeader|FormRow|Segmented|Switch|Table|Chip|ChipField|DropTarget|ChartPanel|"
        u"EnvironmentStrip|CommandPalette|ListPicker|NavList|WorkList|StepList|StreamView|DiffView|HeatMap|Legend|"
        u"Waterfall)(?:\\s+\\w+)?\\s*[({]"_qs);
    return names;
}

// Reads the arguments that begin at `at`, behind the opening bracket, and gives the first literal with a word in it that
// stands in no call but those that only make a string. What addItem() takes after its text is data.
inline QString bareWordIn(const QString &code, qsizetype at, bool textThenData)
{
    static const QRegularExpression piece(
        u"\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\\n])'|(\\w*)\\s*([({])|[)};,]"_qs);
    static const QRegularExpression word(u"[A-Za-z]{3}"_qs);
    static const QRegularExpression compared(u"([=!]=\\s*|\\[)u?$"_qs);
    static const QStringList transparent{{}, u"QString"_qs, u"QStringList"_qs, u"QStringLiteral"_qs,
        u"QLatin1String"_qs, u"QStringView"_qs, u"fromLatin1"_qs, u"fromUtf8"_qs, u"fromUtf16"_qs};
    QStringList calls;
    for (auto it = piece.globalMatch(code, at); it.hasNext();) {
        const auto match = it.next();
        const QStringView text = match.capturedView();
        if (text.startsWith(u'"') && compared.match(code.mid(match.capturedStart() - 6, 6)).hasMatch()) {
            continue; // a value looked at, not shown
        } else if (text.startsWith(u'"')) {
            const bool seen = std::ranges::all_of(calls, [](const QString &c) { return transparent.contains(c); });
            if (seen && word.match(match.captured(1)).hasMatch())
                return match.captured(1);
        } else if (!match.captured(3).isEmpty()) {
            calls << match.captured(2);
        } else if (text == u",") {
            const QString before = code.mid(at, match.capturedStart() - at);
            if (textThenData && calls.isEmpty() && !before.contains(u"icon", Qt::CaseInsensitive))
                return {};
        } else if (calls.isEmpty()) {
            return {};
        } else if (text != u";") {
            calls.removeLast();
        }
    }
    return {};
}

inline QStringList bareWords(const QString &code)
{
    QStringList out;
    for (const auto &match : sinks().globalMatch(code))
        if (const QString word = bareWordIn(code, match.capturedEnd(), match.captured(1) == u"addItem");
            !word.isEmpty())
            out << word;
    return out;
}

} // namespace house
