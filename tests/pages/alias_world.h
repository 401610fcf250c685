// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/noting_navigation.h"
#include "fakes/whole_workspace.h"
#include "kit/style.h"
#include "kit/table.h"
#include "pages/aliases/aliases_page.h"
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>

// The page Aliases over a gateway of some kind, in memory, with what forms and matrix need.
struct AliasWorld
{
    FakeWorkspace fake;
    NotingNavigation navigation;
    std::unique_ptr<pages::AliasesPage> page;

    static Route route(const QString &upstream, const QString &model, int weight = 1)
    {
        Route made;
        made.upstream = upstream;
        made.model = model;
        made.weight = weight;
        return made;
    }
    static Alias alias(const QString &name, const QList<Route> &routes)
    {
        Alias made;
        made.name = name;
        made.routes = routes;
        made.strategy = QStringLiteral("weighted");
        made.price = {150'000'000, 600'000'000, {}, QDate(2026, 6, 1)};
        return made;
    }

    explicit AliasWorld(const QString &kind = QStringLiteral("embedded"))
    {
        fake.add(QStringLiteral("acme-staging"), kind);
        admin().can = gateway::Features{gateway::Feature::ListAliases, gateway::Feature::EditAliases,
            gateway::Feature::AliasPrices, gateway::Feature::AliasFallbacks};
        admin().offered = {alias(QStringLiteral("chat"),
                               {route(QStringLiteral("openai"), QStringLiteral("mini"), 60),
                                   route(QStringLiteral("anthropic"), QStringLiteral("sonnet"), 40)}),
            alias(QStringLiteral("fast"), {route(QStringLiteral("openai"), QStringLiteral("nano"))})};
    }
    FakeAdmin &admin() const { return fake.opened->admin; }
    workspace::ChangeService &changes() const { return fake.opened->changeService; }

    void open()
    {
        page = std::make_unique<pages::AliasesPage>(fake, navigation);
        page->resize(1400, 860);
        page->show();
        QTRY_VERIFY(fake.opened->catalogService.state().asOf);
        QTRY_VERIFY(!fake.opened->catalogService.state().loading);
        QTRY_VERIFY(!changes().state().loading);
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
    QString cell(const char *name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString();
    }
    void click(const char *name) const { find<QAbstractButton>(name)->click(); }
    void act(const char *name) const { find<QAction>(name)->trigger(); }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    QString reason() const
    {
        for (const QLabel *label : page->findChildren<QLabel *>(QStringLiteral("reason")))
            if (label->isVisible())
                return label->text();
        return {};
    }
    QString shown() const
    {
        QStringList texts;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisible())
                texts << label->text();
        return texts.join(u'\n');
    }
    void openEdit(const QString &alias) const
    {
        page->setFilter(alias);
        QTRY_COMPARE(table("aliases")->currentIndex().data().toString(), alias);
        act("editAlias");
    }
    // The set that is open, once it has so many steps that wait.
    QList<changes::Step> staged(int count) const
    {
        QList<changes::Step> steps;
        const auto look = [&] {
            const qint64 set = changes().openSet();
            const auto found =
                set == 0 ? Result<changes::ChangeSet>(changes::ChangeSet()) : finished(changes().find(set));
            steps = found ? found->steps : QList<changes::Step>();
            return steps.size() == count;
        };
        if (!QTest::qWaitFor(look, 3000))
            qWarning("%d steps staged, not %d", int(steps.size()), count);
        return steps;
    }
    changes::AliasChange stagedOne() const
    {
        const auto steps = staged(1);
        return steps.isEmpty() ? changes::AliasChange() : std::get<changes::AliasChange>(steps.first().wanted);
    }
    // PNGs land in the folder that GW_GRAB names, for eyes.
    void grab(const char *name) const
    {
        QTest::qWait(150);
        if (qEnvironmentVariableIsSet("GW_GRAB"))
            page->grab().save(qEnvironmentVariable("GW_GRAB") + QStringLiteral("/alias-") + QString::fromLatin1(name)
                + QStringLiteral(".png"));
    }
};

inline void dressForAliases()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    kit::apply(*qApp, {qEnvironmentVariable("GW_DARK").isEmpty() ? kit::Scheme::Light : kit::Scheme::Dark, true});
}
