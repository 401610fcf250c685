// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;

namespace pages {

// The one query field of the page: filter language, checked while one types, the fault said with its place.
class QueryBar final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryBar(QWidget *parent = nullptr);
    QString text() const;
    void setText(const QString &text); // at once
    void refuse(const QString &why); // empty: accepted
    void addTool(QWidget *tool); // at the end of the line
    void focusField();

signals:
    void queryWanted(const QString &text);

private:
    QWidget *hint();
    QMenu *examples();
    void ask();

    QLineEdit *m_field;
    QWidget *m_line;
    QWidget *m_hint;
    QLabel *m_why;
    QString m_asked;
    QTimer m_idle; // a pause in typing
};

} // namespace pages
