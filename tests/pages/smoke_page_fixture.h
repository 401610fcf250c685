// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/stream_view.h"
#include "pages/smoke/smoke_page.h"
#include "pages/smoke_session.h"
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace smoke_session {

// The page over a session, and ways to look at it.
struct Fixture
{
    Session session;
    Silent navigation;
    std::unique_ptr<pages::SmokePage> page;

    void open(QSize size = {1180, 836})
    {
        page = std::make_unique<pages::SmokePage>(session, navigation);
        page->resize(size);
        page->show();
        QTRY_VERIFY(session.service.state().recentLoaded);
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void check(int group, int row, Qt::CheckState state) const
    {
        QAbstractItemModel *model = find<QTreeView>("choose")->model();
        model->setData(model->index(row, 0, model->index(group, 0)), state, Qt::CheckStateRole);
    }
    QStringList visibleLabels() const
    {
        QStringList shown;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                shown << label->text();
        return shown;
    }
    QString text() const { return find<kit::StreamView>("text")->toPlainText(); }
    void waitForTheEnd() const { QTRY_VERIFY_WITH_TIMEOUT(!session.service.state().running, 20'000); }
    // PNGs land in the folder that GW_GRAB names, for eyes.
    void grab(const char *name) const
    {
        QTest::qWait(60);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            page->grab().save(qEnvironmentVariable("GW_GRAB") + u"/smoke-%1.png"_s.arg(QString::fromLatin1(name)));
    }
};

} // namespace smoke_session
