// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"
#include <QListView>

class QStandardItemModel;

namespace kit {

struct Step
{
    QString title;
    QString note; // "3 of 3 passed"; second line
    Status status = Status::Neutral; // Ok: done, Running: here, Neutral: ahead
};

// The steps of an assistant, joined by a line. Done steps can be opened again.
class StepList final : public QListView
{
    Q_OBJECT

public:
    explicit StepList(const QString &name, QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps);

private:
    QStandardItemModel *m_model;
};

} // namespace kit
