// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/fake_process.h"
#include "fakes/json_gateway.h"
#include "fakes/noting_navigation.h"
#include "fakes/whole_workspace.h"
#include "fakes/window_walk.h"
#include "kit/sheet.h"
#include "pages/connections/add_sheet.h"
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

// The sheet, and a server that answers as a LiteLLM does.
struct ConnectSheet
{
    FakeWorkspace workspace;
    NotingNavigation navigation;
    QWidget home;
    JsonGateway server;
    QPointer<kit::Sheet> sheet;

    explicit ConnectSheet(const QString &address = {})
    {
        workspace.add(u"Bench"_s, u"embedded"_s);
        server.bodies = {{u"GET /health/liveliness"_s, "\"I'm alive!\""},
            {u"GET /health/readiness"_s, R"({"status":"healthy","db":"connected","litellm_version":"1.83.0"})"},
            {u"GET /v1/models"_s, R"({"data":[{"id":"fast","object":"model"}],"object":"list"})"}};
        home.resize(1400, 1200);
        home.show();
        navigation.home = &home;
        sheet = pages::openAddSheet(workspace, navigation, address);
    }
    // The form as it stands before somebody signs in on a Flatkey.
    contract::FakeProcess &toFlatkey() const
    {
        contract::FakeProcess &flatkey = contract::FakeProcess::of(u"flatkey"_s);
        flatkey.control("reset");
        choose("newapi");
        type("address", flatkey.text("data_url"));
        return flatkey;
    }
    Secret secretOf(const QString &reference)
    {
        return finished(workspace.vaults().resolve(reference)).value_or(Secret());
    }
    template<typename Widget>
    Widget *find(const char *name) const
    {
        return sheet ? sheet->findChild<Widget *>(QString::fromLatin1(name)) : nullptr;
    }
    void type(const char *name, const QString &text) const { find<QLineEdit>(name)->setText(text); }
    void click(const char *name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString kind() const { return find<QComboBox>("kind")->currentData().toString(); }
    void choose(const char *kind) const
    {
        auto *kinds = find<QComboBox>("kind");
        kinds->setCurrentIndex(kinds->findData(QString::fromLatin1(kind)));
        emit kinds->activated(kinds->currentIndex());
    }
    bool says(const QString &what) const { return walk::textsOf(*sheet).join(u'\n').contains(what); }
    // The rows of a table, by its name, a cell a line.
    QString cells(const char *name) const
    {
        QString all;
        for (const auto *table : sheet->findChildren<QTableView *>())
            if (table->accessibleName() == QString::fromLatin1(name))
                for (int row = 0; row < table->model()->rowCount(); ++row)
                    for (int column = 0; column < table->model()->columnCount(); ++column)
                        all += table->model()->index(row, column).data().toString() + u'\n';
        return all;
    }
};
