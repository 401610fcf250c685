// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/noting_navigation.h"
#include "fakes/whole_workspace.h"
#include "fakes/window_walk.h"
#include "kit/notice.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/changes/changes_page.h"
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

inline Key namedKey(const QString &name)
{
    Key key;
    key.id = QStringLiteral("id-") + name;
    key.name = name;
    key.aliases = QStringList{QStringLiteral("fast")};
    key.budgets = {Budget{300'000'000'000, QStringLiteral("month"), {}}};
    key.passport.owner = QStringLiteral("team-a");
    return key;
}

// The page Changes over a gateway in memory with three keys.
struct ChangesWorld
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    QWidget frame;
    std::unique_ptr<pages::ChangesPage> page;

    explicit ChangesWorld(Environment environment = Environment::Staging)
    {
        navigation.home = &frame;
        frame.resize(1180, 836);
        fake.add(QStringLiteral("acme"), QStringLiteral("plain_openai"), environment);
        fake.opened->admin.rows = {
            namedKey(QStringLiteral("one")), namedKey(QStringLiteral("two")), namedKey(QStringLiteral("three"))};
        fake.opened->now.aliases = {Alias{QStringLiteral("fast"), {}, {}, {}}};
    }
    FakeAdmin &admin() const { return fake.opened->admin; }
    workspace::ChangeService &service() const { return fake.opened->changeService; }
    qint64 stage(const QList<changes::Edit> &edits, const QString &title = {}) const
    {
        return finished(service().staged(edits, 0, {title, {}}))->id;
    }
    changes::Change off(int row) const
    {
        changes::Change change{admin().rows.at(row), admin().rows.at(row)};
        change.after->enabled = false;
        return change;
    }
    changes::Change dearer(int row) const
    {
        changes::Change change{admin().rows.at(row), admin().rows.at(row)};
        change.after->budgets.first().nanos = 400'000'000'000;
        return change;
    }
    changes::Change gone(int row) const { return {admin().rows.at(row), {}}; }
    void open()
    {
        page = std::make_unique<pages::ChangesPage>(fake, navigation);
        page->resize(1180, 836);
        page->show();
        QTRY_VERIFY(!service().state().loading);
    }
    void openWith(int steps)
    {
        open();
        QTRY_COMPARE(table("steps")->model()->rowCount(), steps);
        QTRY_VERIFY(table("steps")->isVisible());
    }
    template<typename T>
    T *find(const char *name) const
    {
        T *found = page->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    kit::Table *table(const char *name) const { return find<kit::Table>(name); }
    QString cell(int row, pages::StepModel::Column column) const
    {
        return table("steps")->model()->index(row, column).data().toString();
    }
    void press(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString visibleText() const
    {
        QStringList shown;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                shown << label->text();
        return shown.join(u'\n');
    }
    changes::SetState stateOf(qint64 set) const { return finished(service().find(set))->state; }
    // PNGs land in the folder that GW_GRAB names, for eyes.
    void grab(const char *name) const
    {
        QTest::qWait(60);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            page->grab().save(
                qEnvironmentVariable("GW_GRAB") + QStringLiteral("/changes-%1.png").arg(QString::fromLatin1(name)));
    }
};
