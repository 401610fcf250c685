// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"
#include "smoke/run_service.h"
#include <QCoreApplication>

// The words and shapes that the panes of this page share.
namespace pages::smoke_words {

// Words of this page that belong to no widget.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::SmokePage)
};

kit::Status statusOf(Outcome outcome);
kit::Status statusOf(const smoke::Item &item); // waiting and running too
QString wordOf(Outcome outcome); // "passed"
QString titleOf(const CheckReport &report); // "T03a Streaming with usage"
QString fullTitleOf(const CheckReport &report); // with its alias
QString time(const std::optional<qint64> &ms); // em dash when unknown
QString keyShown(const QString &fingerprint); // "…FP6G"
QString groupOf(const QString &check); // "Reach"

} // namespace pages::smoke_words
