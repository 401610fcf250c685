// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <QDateTime>
#include <QTimer>
#include <QTimeZone>
#include <QWidget>

class QComboBox;
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
    QDateTime since(const QDateTime &now, const QTimeZone &zone) const; // start of the period; invalid: no limit
    void setAnyTime();
    void focusField();

signals:
    void queryWanted(const QString &text); // or the period changed

private:
    QWidget *hint();
    QMenu *examples();
    void ask();

    QComboBox *m_period;
    QLineEdit *m_field;
    QWidget *m_line;
    QWidget *m_hint;
    QLabel *m_why;
    std::optional<QString> m_asked{QString()};
    QTimer m_idle; // a pause in typing
};

} // namespace pages
