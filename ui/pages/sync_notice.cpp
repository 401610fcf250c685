// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/sync_notice.h"
#include "kit/notice.h"
#include "pages/words.h"
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

static QPushButton *addNotice(QWidget *holder, kit::Notice *notice, const QString &verb)
{
    holder->layout()->addWidget(notice);
    return verb.isEmpty() ? nullptr : notice->addAction(verb);
}

QPushButton *addFailure(
    QWidget *holder, kit::Status status, const QString &title, const Failure &failure, const QString &verb)
{
    return addNotice(holder, new kit::Notice(status, title, whyOf(failure)), verb);
}

void addSyncFailure(QWidget *holder, workspace::Session &session)
{
    const auto &sync = session.sync().state();
    if (!sync.failure || session.state().reach == workspace::Session::Reach::Offline)
        return;
    auto *notice = new kit::Notice(kit::Status::Warn,
        SyncNotice::tr("The newest usage could not be fetched. You see the rows stored here."),
        whyOf(*sync.failure, session.attempt()));
    const QPushButton *again = addNotice(holder, notice, SyncNotice::tr("Fetch again"));
    QObject::connect(again, &QPushButton::clicked, &session.sync(), &usage::SyncService::sync);
}

void clearNotices(QWidget *holder)
{
    qDeleteAll(holder->findChildren<kit::Notice *>(Qt::FindDirectChildrenOnly));
}

} // namespace pages
