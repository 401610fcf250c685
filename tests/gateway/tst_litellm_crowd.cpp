// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include <algorithm>
#include <numeric>
#include <QJsonArray>
#include <QSet>
#include <QTest>
#include <QUrlQuery>
#include <random>

using namespace Qt::StringLiterals;

// Calls that all began at one moment, as a database lists them that was told no order among them: another one for each
// page. An older one refuses more than 100 rows a page.
class UnsteadyLitellm final : public net::Http
{
public:
    UnsteadyLitellm(int rows, int mostPerPage) : m_rows(rows), m_mostPerPage(mostPerPage) {}
    int asked = 0;

    Task<net::Exchange> send(net::Request request) override
    {
        ++asked;
        const QUrlQuery query(request.url);
        const int size = query.queryItemValue(u"page_size"_s).toInt();
        const int from = (query.queryItemValue(u"page"_s).toInt() - 1) * size;
        net::Exchange answer;
        answer.status = size > m_mostPerPage ? 422 : 200;
        answer.body = size > m_mostPerPage ? QByteArray(R"({"detail":[{"msg":"less than or equal to 100"}]})")
                                           : page(order(quint32(from + size), query).mid(from, size));
        co_return answer;
    }
    Task<net::Exchange> stream(net::Request, net::OnFrame) override { co_return net::Exchange(); }

private:
    QList<int> order(quint32 heap, const QUrlQuery &query) const
    {
        QList<int> all(m_rows);
        std::iota(all.begin(), all.end(), 0);
        std::mt19937 random(heap * 2 + (query.queryItemValue(u"sort_order"_s) == u"asc"_s));
        std::shuffle(all.begin(), all.end(), random);
        return all;
    }
    QByteArray page(const QList<int> &ids) const
    {
        QJsonArray data;
        for (const int id : ids)
            data << QJsonObject{{u"request_id"_s, u"r%1"_s.arg(id)}, {u"startTime"_s, u"2026-11-01T00:00:00.5Z"_s}};
        return QJsonDocument(QJsonObject{{u"data"_s, data}, {u"total"_s, m_rows}}).toJson(QJsonDocument::Compact);
    }

    int m_rows;
    int m_mostPerPage;
};

// More rows of one second than a page holds: contract 6.4.
class LitellmCrowdTest : public QObject
{
    Q_OBJECT

private slots:
    void aSecondWithMoreRowsThanAPageIsReadWhole_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("mostPerPage");
        QTest::addColumn<int>("calls"); // at most, with the one that found it
        QTest::newRow("one large page") << 350 << 1000 << 2;
        QTest::newRow("several large pages") << 1500 << 1000 << 20;
        QTest::newRow("an older server") << 130 << 100 << 18;
    }
    void aSecondWithMoreRowsThanAPageIsReadWhole()
    {
        QFETCH(int, rows);
        QFETCH(int, mostPerPage);
        QFETCH(int, calls);
        UnsteadyLitellm http(rows, mostPerPage);
        LitellmConnection f;
        const auto admin =
            gateway::adapterOf(u"litellm"_s)
                ->connect({QUrl(u"http://gw.test/v1"_s), {}, Secret("sk-EXAMPLE"), {}, {}, http, f.clock});
        const auto page = finished(admin->usage()->after(u"2026-11-01T00:00:00Z/2026-11-01T02:00:00Z/1"_s)).value();
        QSet<QString> ids;
        for (const UsageRecord &row : page.rows)
            ids << row.sourceId;
        QCOMPARE(ids.size(), rows);
        QCOMPARE(page.rows.size(), rows);
        QVERIFY2(http.asked <= calls, qPrintable(QString::number(http.asked)));
        QVERIFY(page.complete);
        QCOMPARE(page.next, u"2026-11-01T00:00:01Z/2026-11-01T02:00:00Z/1"_s); // never the same place again
    }

    void aSecondThatEndsItsWindowLeadsToTheNext()
    {
        UnsteadyLitellm http(120, 1000);
        LitellmConnection f;
        const auto admin =
            gateway::adapterOf(u"litellm"_s)
                ->connect({QUrl(u"http://gw.test/v1"_s), {}, Secret("sk-EXAMPLE"), {}, {}, http, f.clock});
        const auto page = finished(admin->usage()->after(u"2026-11-01T00:00:00Z/2026-11-01T00:00:01Z/1"_s)).value();
        QCOMPARE(page.rows.size(), 120);
        QCOMPARE(page.next, u"2026-11-01T00:00:01Z"_s);
    }
};

QTEST_GUILESS_MAIN(LitellmCrowdTest)
#include "tst_litellm_crowd.moc"
