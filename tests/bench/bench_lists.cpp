// SPDX-License-Identifier: GPL-3.0-or-later
// The window's lists as long as those of a large company, beside Qt's own views over the same texts, in one run.
// Each figure is what the main thread is busy with until the new rows are painted, the median of several. A form that opens
// for the first time stands beside the same one opened again.
#include "fakes/keys_world.h"
#include "pages/alias_world.h"
#include "workspace/stored_catalogs.h"
#include <cstdio>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int keyCount = 5'000;
constexpr int aliasCount = 10'000;
constexpr int times = 7;

// What acting takes until nothing is left to do, ms.
template<class Act>
double took(Act act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return double(timer.nsecsElapsed()) / 1e6;
}

// The median; before each time the list is put back.
template<class Act, class Back>
double median(Act act, Back back)
{
    QList<double> all;
    for (int i = 0; i < times; ++i) {
        all << took(act);
        took(back);
    }
    std::ranges::sort(all);
    return all.at(times / 2);
}

void say(const char *what, double ours, double reference, const char *aim)
{
    std::printf("%-44s %7.1f ms   beside %7.1f ms   ratio %6.2f   %s\n", what, ours, reference, ours / reference, aim);
    std::fflush(stdout);
}

// Qt's own table over the texts of another one, with its own filter and order.
class Plain final
{
public:
    explicit Plain(const QAbstractItemModel &from)
    {
        m_model.setColumnCount(from.columnCount());
        for (int row = 0; row < from.rowCount(); ++row) {
            QList<QStandardItem *> cells;
            for (int column = 0; column < from.columnCount(); ++column)
                cells << new QStandardItem(from.index(row, column).data().toString());
            m_model.appendRow(cells);
        }
        m_proxy.setSourceModel(&m_model);
        m_view.setModel(&m_proxy);
        m_view.resize(1000, 700);
        m_view.show();
        took([] {});
    }
    double filter(const QString &text)
    {
        return median([&] { m_proxy.setFilterFixedString(text); }, [&] { m_proxy.setFilterFixedString({}); });
    }
    double sort(int column)
    {
        return median([&] { m_proxy.sort(column); }, [&] { m_proxy.sort(column, Qt::DescendingOrder); });
    }

private:
    QStandardItemModel m_model;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

QList<Key> manyKeys()
{
    const QList<Key> some = SomeKeys().keys();
    QList<Key> many;
    for (int i = 0; i < keyCount; ++i) {
        Key key = some.at(i % some.size());
        key.id = u"key_%1"_s.arg(i);
        key.name = u"%1-%2"_s.arg(key.name).arg(i * 7919 % keyCount, 4, 10, QChar(u'0'));
        many << key;
    }
    return many;
}

QList<Alias> manyAliases()
{
    QList<Alias> many;
    for (int i = 0; i < aliasCount; ++i)
        many << AliasWorld::alias(u"team-%1-model-%2"_s.arg(i % 97).arg(i, 5, 10, QChar(u'0')),
            {AliasWorld::route(u"openai"_s, u"gpt-4o-mini"_s, 60), AliasWorld::route(u"anthropic"_s, u"sonnet"_s, 40)});
    return many;
}

void openWithoutTester(KeysWorld &w)
{
    w.place.features = w.admin.can;
    w.page = std::make_unique<pages::KeysPage>(w.service, w.clock, w.place, w.navigation, std::move(w.sources));
    auto *column = new QVBoxLayout(&w.window);
    column->addWidget(w.page.get());
    w.table = w.page->findChild<QTableView *>(u"keysTable"_s);
    w.window.show();
    if (!QTest::qWaitFor([&w] { return w.service.state().asOf && !w.service.state().loading; }))
        qFatal("no keys");
    took([] {});
}

void measureKeys()
{
    KeysWorld w;
    w.admin.rows = manyKeys();
    openWithoutTester(w);
    if (w.table->model()->rowCount() != keyCount)
        qFatal("%d keys are listed", w.table->model()->rowCount());
    Plain plain(*w.table->model());
    auto *search = w.find<QLineEdit>("searchKeys");
    const QString text = u"-0042"_s;
    say("5,000 keys: filter, few are left", median([&] { search->setText(text); }, [&] { search->clear(); }),
        plain.filter(text), "below 50 ms");
    say("5,000 keys: filter taken away", median([&] { search->clear(); }, [&] { search->setText(text); }),
        plain.filter(u""_s), "below 50 ms");
    const auto sort = [&](int column) {
        return median([&, column] { w.table->sortByColumn(column, Qt::AscendingOrder); },
            [&, column] { w.table->sortByColumn(column, Qt::DescendingOrder); });
    };
    say("5,000 keys: sort by name", sort(0), plain.sort(0), "below 50 ms");
    say("5,000 keys: sort by spend", sort(5), plain.sort(5), "below 50 ms");
    const double first = took([&] { w.page->perform(u"create"_s); });
    took([&] { w.page->back(); });
    const double next = median([&] { w.page->perform(u"create"_s); }, [&] { w.page->back(); });
    say("5,000 keys: form opens, first time", first, next, "below 100 ms");
}

void measureAliases()
{
    AliasWorld w;
    w.admin().offered = manyAliases();
    w.open();
    took([] {});
    if (w.table("aliases")->model()->rowCount() != aliasCount)
        qFatal("%d aliases are listed", w.table("aliases")->model()->rowCount());
    Plain plain(*w.table("aliases")->model());
    const QString text = u"model-0042"_s;
    say("10,000 aliases: filter, few are left",
        median([&] { w.type("searchAliases", text); }, [&] { w.type("searchAliases", {}); }), plain.filter(text),
        "below 50 ms");
    say("10,000 aliases: filter taken away",
        median([&] { w.type("searchAliases", {}); }, [&] { w.type("searchAliases", text); }), plain.filter(u""_s),
        "below 50 ms");
    const auto sort = [&](int column) {
        return median([&, column] { w.table("aliases")->sortByColumn(column, Qt::AscendingOrder); },
            [&, column] { w.table("aliases")->sortByColumn(column, Qt::DescendingOrder); });
    };
    say("10,000 aliases: sort by name", sort(pages::AliasModel::Name), plain.sort(0), "below 50 ms");
    say("10,000 aliases: sort by routes", sort(pages::AliasModel::Routes), plain.sort(2), "below 50 ms");
    const double first = took([&] { w.act("editAlias"); });
    took([&] { w.page->back(); });
    const double next = median([&] { w.act("editAlias"); }, [&] { w.page->back(); });
    say("10,000 aliases: editor opens, first time", first, next, "below 100 ms");
}

// Every name over six connections, five of them away.
void measureEverywhere()
{
    AliasWorld w;
    const QList<Alias> many = manyAliases();
    for (int i = 0; i < 5; ++i)
        w.fake.add(u"gateway-%1"_s.arg(i), u"litellm"_s);
    for (const Profile &profile : std::as_const(w.fake.now.profiles)) {
        workspace::StoredCatalogs archive(w.fake.store(), profile.id);
        if (!finished(archive.keep(many, w.fake.time.at), std::chrono::seconds(60)))
            qFatal("not kept");
    }
    w.open();
    w.page->choose(pages::AliasesPage::All);
    if (!QTest::qWaitFor([&w] { return w.table("allAliases")->model()->rowCount() == aliasCount; }, 120'000))
        qFatal("%d names are listed", w.table("allAliases")->model()->rowCount());
    took([] {});
    Plain plain(*w.table("allAliases")->model());
    const QString text = u"model-0042"_s;
    say("10,000 names over 6 connections: filter",
        median([&] { w.type("searchAll", text); }, [&] { w.type("searchAll", {}); }), plain.filter(text),
        "below 50 ms");
    say("10,000 names over 6: filter taken away",
        median([&] { w.type("searchAll", {}); }, [&] { w.type("searchAll", text); }), plain.filter(u""_s),
        "below 50 ms");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    measureKeys();
    measureAliases();
    measureEverywhere();
    return 0;
}
