// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/storage_screen.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/layout.h"
#include "pages/words.h"
#include "store/fault.h"
#include "store/store.h"

using namespace Qt::StringLiterals;

namespace shell {

StorageScreen::StorageScreen(store::Store &store) : m_store(store), m_column(kit::pageColumn(this))
{
    m_tasks.run(look());
}

Task<> StorageScreen::look()
{
    const Result<> ready = co_await m_store.opened();
    m_failure = ready ? std::nullopt : std::optional(ready.error());
    if (m_failure)
        show();
    if (!m_failure && m_failedBefore)
        QMetaObject::invokeMethod(this, &StorageScreen::opened, Qt::QueuedConnection);
    m_failedBefore = m_failure.has_value();
    QMetaObject::invokeMethod(this, &StorageScreen::changed, Qt::QueuedConnection);
}

static QString titleOf(store::Fault fault)
{
    switch (fault) {
    case store::Fault::Newer:
        return StorageScreen::tr("The database is of a newer version");
    case store::Fault::Damaged:
        return StorageScreen::tr("The database is damaged");
    case store::Fault::Full:
        return StorageScreen::tr("The disk is full");
    case store::Fault::ReadOnly:
        return StorageScreen::tr("The database cannot be written");
    default:
        return StorageScreen::tr("The database cannot be opened");
    }
}

void StorageScreen::show()
{
    const store::Fault fault = store::faultOf(*m_failure);
    delete m_words;
    auto *words = new kit::EmptyState(kit::Glyph::Warn, titleOf(fault),
        tr("%1 File: %2. It is left as it is until you choose.").arg(pages::whyOf(*m_failure), m_store.path()));
    m_words = words;
    m_words->setParent(this);
    QPushButton *retry = words->setPrimary(tr("Try again"));
    retry->setObjectName(u"storageAgain"_s);
    connect(retry, &QPushButton::clicked, this, &StorageScreen::again);
    if (fault == store::Fault::Newer || fault == store::Fault::Damaged) {
        QPushButton *aside = words->addLink(tr("Keep the file under another name and start with a new one"));
        aside->setObjectName(u"storageAside"_s);
        connect(aside, &QPushButton::clicked, this, &StorageScreen::moveAside);
    }
    m_column->addWidget(m_words, 1);
}

void StorageScreen::moveAside()
{
    const Result<QString> moved = m_store.moveAside(QDateTime::currentDateTimeUtc());
    if (!moved)
        m_failure = moved.error();
    m_tasks.run(look());
}

void StorageScreen::again()
{
    m_store.reopen();
    m_tasks.run(look());
}

} // namespace shell
