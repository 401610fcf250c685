// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fakes/fake_admin.h"
#include "fakes/fake_navigation.h"
#include "fakes/some_keys.h"
#include "kit/style.h"
#include "pages/keys/keys_page.h"
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

// The keys page in a window of its own, over a gateway in memory.
struct KeysWorld
{
    FakeAdmin admin;
    MemoryJournal journal;
    MemoryKeyCache cache;
    StillClock clock;
    FakeNavigation navigation;
    QWidget window;
    pages::KeyPlace place;
    keys::KeyService service;
    pages::KeySources sources;
    std::unique_ptr<pages::KeysPage> page;
    QTableView *table = nullptr;
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit KeysWorld(std::chrono::milliseconds hold = std::chrono::milliseconds(100))
        : service(admin, journal, cache, clock, hold)
    {
        kit::apply(*qApp, {kit::Scheme::Light, true});
        admin.rows = SomeKeys().keys();
        admin.offered = SomeKeys::aliases();
        admin.pageSize = 10'000;
        navigation.window = &window;
        window.resize(1200, 860);
        place.profile = QStringLiteral("acme-staging");
        place.gateway = QStringLiteral("LiteLLM");
        place.environment = Environment::Staging;
        place.dataUrl = QUrl(QStringLiteral("https://gw.acme.example/v1"));
        place.zone = QTimeZone::utc();
    }
    void open()
    {
        place.features = admin.can;
        page = std::make_unique<pages::KeysPage>(service, clock, place, navigation, std::move(sources));
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(page.get());
        table = page->findChild<QTableView *>(QStringLiteral("keysTable"));
        tester = std::make_unique<QAbstractItemModelTester>(table->model());
        window.show();
    }
    void openLoaded()
    {
        open();
        if (!QTest::qWaitFor([this] { return service.state().asOf && !service.state().loading; }))
            qFatal("no keys");
        QCoreApplication::processEvents();
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (cell(row, 0) == name)
                return row;
        return -1;
    }
    QStringList chosen() const
    {
        QStringList names;
        for (const QModelIndex &at : table->selectionModel()->selectedRows())
            names << at.data().toString();
        return names;
    }
    void choose(const QString &name) { table->selectRow(rowOf(name)); }
    // Every text that can be read at the moment.
    QString shown() const
    {
        QStringList out;
        for (const QLabel *label : window.findChildren<QLabel *>())
            if (label->isVisible())
                out << label->text();
        return out.join(QLatin1Char('\n'));
    }
};
