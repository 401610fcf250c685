// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/usage_record.h"
#include <optional>
#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kit {
class Pill;
class Waterfall;
} // namespace kit

namespace pages {

// One line of a record: its name and what the gateway told.
struct RecordLine
{
    QString name;
    QString value;
};

// The same lines in the same order for every gateway; what it does not tell says so.
QList<RecordLine> recordLines(const UsageRecord &row, const QTimeZone &zone);

// The chosen call as a record: its lines, its time line, why it ended and what to do next.
class RecordPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPane(const QTimeZone &zone, QWidget *parent = nullptr);
    void tell(const std::optional<UsageRecord> &row);

signals:
    void likeThisWanted(const QString &filter);

private:
    QWidget *sheet();
    QWidget *lines();
    void showEnding();
    void copyId();

    QTimeZone m_zone;
    std::optional<UsageRecord> m_row;
    QStackedWidget *m_sides;
    QLabel *m_title;
    QLabel *m_when;
    kit::Pill *m_pill;
    QList<QLabel *> m_values;
    kit::Waterfall *m_fall;
    QLabel *m_why;
    QPushButton *m_like;
};

} // namespace pages
