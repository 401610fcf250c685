// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace kit {

struct Work
{
    QString id;
    QString title;
    QString note; // "day 4 of 7, 38,204 rows"
    QString elapsed; // "1 min 12 s"
    double share = -1; // negative: not known, the bar is hatched and still
    bool stoppable = true;
};

class WorkRow;

// What runs in the background: a bar, how long, Cancel. Rows are kept by id, so the focus stays while figures change.
class WorkList final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkList(const QString &name, QWidget *parent = nullptr);
    void setWork(const QList<Work> &work);

signals:
    void cancelWanted(const QString &id);

private:
    WorkRow *rowFor(const QString &id);

    QVBoxLayout *m_column;
    QWidget *m_nothing;
    QMap<QString, WorkRow *> m_rows;
};

} // namespace kit
