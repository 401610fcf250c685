// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sync_notice.h"
#include "kit/notice.h"
#include "text/words.h"
#include "usage/sync_service.h"
#include "workspace/workspace.h"
#include <QCoreApplication>
#include <QLayout>
#include <QPushButton>

namespace pages {

struct SyncNotice
{
    Q_DECLARE_TR_FUNCTIONS(SyncNotice)
};

QPushButton *addFailure(
    QWidget *holder, kit::Status status, const QString &title, const Failure &failure, const QString &verb)
{
    const text::Words words = text::wordsOf(failure);
    auto *notice = new kit::Notice(status, title, words.why + QLatin1Char(' ') + words.next);
    holder->layout()->addWidget(notice);
    return verb.isEmpty() ? nullptr : notice->addAction(verb);
}

void addSyncFailure(QWidget *holder, workspace::Session &session)
{
    const auto &sync = session.sync().state();
    if (!sync.failure || session.state().reach == workspace::Session::Reach::Offline)
        return;
    const QPushButton *again = addFailure(holder, kit::Status::Warn,
        SyncNotice::tr("The newest usage could not be fetched. You see the rows stored here."), *sync.failure,
        SyncNotice::tr("Fetch again"));
    QObject::connect(again, &QPushButton::clicked, &session.sync(), &usage::SyncService::sync);
}

void clearNotices(QWidget *holder)
{
    qDeleteAll(holder->findChildren<kit::Notice *>(Qt::FindDirectChildrenOnly));
}

} // namespace pages
