// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>

// What stands in a window, for tests that hold for every page.
namespace walk {

// Widgets a keyboard reaches that a screen reader has no name for.
inline QStringList nameless(const QWidget &root)
{
    QStringList out;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
            || widget->objectName().startsWith(u"qt_"))
            continue;
        const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
        if (reader && reader->text(QAccessible::Name).isEmpty())
            out << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return out;
}

inline QStringList textsOf(const QWidget &root)
{
    QStringList out;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            out << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            out << button->text();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            out << field->placeholderText();
        if (const auto *table = qobject_cast<const QTableView *>(widget))
            for (int column = 0; column < table->model()->columnCount(); ++column)
                out << table->model()->headerData(column, Qt::Horizontal).toString();
        out << widget->toolTip() << widget->accessibleName();
    }
    return out;
}

// Texts with a word in them that did not go through tr(), apart from data.
inline QStringList bare(const QWidget &root, const QStringList &data)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3}"));
    QStringList out;
    for (const QString &text : textsOf(root)) {
        QString rest = text;
        for (const QString &known : data)
            rest.remove(known);
        if (!rest.contains(u'[') && rest.contains(word))
            out << text;
    }
    out.removeDuplicates();
    return out;
}

} // namespace walk
