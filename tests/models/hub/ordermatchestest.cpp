// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchblock.h"
#include "models/domain/searchentry.h"
#include "models/hub/orderstore.h"
#include "models/sql/transaction.h"
#include "searchedhub.h"

#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <utility>

using namespace oshaq;
using namespace oshaq::test;

/// That the search finds what a look at every order finds, in whichever list, and does not look at orders for it.
class OrderMatchesTest final : public QObject, SearchedHub
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { fill(); }
    void findsWhatAScanFinds_data();
    void findsWhatAScanFinds();
    void filtersThatLeaveFew();
    void periodsByTotalAndNumber();
    void passesOverBlocks();
    void findsTheNewestFirst();
    void blocksNeverDeny();
    void looksAtNoOrders();
};

void OrderMatchesTest::findsWhatAScanFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("kept"); // what may be found in which block
    for (const char *text : {"п",
                             "пл",
                             "плов",
                             "ПЛОВ детс",
                             "плов самса",
                             "плов шәұту с soup",
                             "перепелкой",
                             "e",
                             "зз",
                             "zzz",
                             "окрошка",
                             "окрошка плов",
                             "a-00",
                             "-001",
                             "b-0 самса",
                             "bill",
                             "700009",
                             "700",
                             "7000 плов",
                             "Әсел",
                             "әсел плов",
                             "құрманғали",
                             "dana",
                             "dana soup",
                             "dana окрошка",
                             "петр",
                             "1234",
                             "+77010001234",
                             "87010005678",
                             "12",
                             "[",
                             "[a-z]*?",
                             "50%",
                             "_",
                             "later",
                             "later окрошка",
                             "later 1",
                             "\"",
                             "' --",
                             "плов плов",
                             "а б в г д е ж з и"}) {
        for (const bool kept : {false, true})
            QTest::addRow("%s%s", text, kept ? ", blocks kept" : "") << QString::fromUtf8(text) << kept;
    }
}

void OrderMatchesTest::findsWhatAScanFinds()
{
    QFETCH(QString, text);
    QFETCH(bool, kept);
    QVERIFY(m_hub->execute(QStringLiteral("DELETE FROM search_blocks")));
    if (kept)
        keepBlocks();
    for (const OrderSort sort : {OrderSort::PlacedAt, OrderSort::Total, OrderSort::Number}) {
        for (const bool personal : {true, false}) {
            OrderFilter filter;
            filter.search = searchTextFrom(text);
            filter.searchesPersonal = personal;
            filter.sort = sort;
            filter.oldestFirst = personal == (sort == OrderSort::Total);
            filter.limit = 200;
            QCOMPARE(paged(filter), naive(filter));
        }
    }
}

void OrderMatchesTest::filtersThatLeaveFew()
{
    const qint64 middleMs = 1'700'000'000'000 + qint64{1500} * 60'000;
    for (const char *text : {"плов", "-", "dana"}) {
        for (const OrderSort sort : {OrderSort::PlacedAt, OrderSort::Total}) {
            for (int filters = 1; filters < 32; ++filters) {
                OrderFilter filter;
                filter.search = searchTextFrom(QString::fromUtf8(text));
                filter.searchesPersonal = true;
                filter.sort = sort;
                filter.limit = 50;
                filter.oldestFirst = filters % 3 == 0;
                if (filters & 1)
                    filter.table = QStringLiteral("7");
                if (filters & 2)
                    filter.openOnly = true;
                if (filters & 4)
                    filter.fulfilment = Fulfilment::DineIn;
                if (filters & 8)
                    filter.fromMs = middleMs;
                if (filters & 16)
                    filter.toMs = middleMs + 86'400'000;
                QCOMPARE(paged(filter), naive(filter));
                if (filters % 5 == 0) {
                    filter.userId = 1;
                    QCOMPARE(paged(filter), naive(filter));
                }
            }
        }
    }
}

/// Without a word: pages that are much smaller than the period, and such that hold all of it.
void OrderMatchesTest::periodsByTotalAndNumber()
{
    const qint64 middleMs = 1'700'000'000'000 + qint64{1500} * 60'000;
    for (const OrderSort sort : {OrderSort::Total, OrderSort::Number}) {
        for (int filters = 1; filters < 16; ++filters) {
            for (const int limit : {7, 200}) {
                OrderFilter filter;
                filter.sort = sort;
                filter.limit = limit;
                filter.oldestFirst = (filters & 8) != 0;
                if (filters & 1)
                    filter.fromMs = middleMs;
                if (filters & 2)
                    filter.toMs = middleMs + 43'200'000;
                if (filters & 4)
                    filter.fulfilment = Fulfilment::DineIn;
                const std::vector<qint64> wanted = naive(filter);
                QVERIFY(wanted.size() > 50);
                QCOMPARE(paged(filter), wanted);
            }
        }
    }
}

/// What is nowhere costs nothing but what is known of the blocks; and what is written is known at once.
void OrderMatchesTest::passesOverBlocks()
{
    keepBlocks();
    const auto reader = m_hub->openReader();
    struct Read
    {
        int rows = 0;
        int filters = 0;
        int known = 0;
    };
    Read read;
    sqlite3_trace_v2(
        static_cast<sqlite3 *>(reader->handle()), SQLITE_TRACE_STMT,
        [](unsigned, void *counter, void *statement, void *) {
            const QByteArray sql(sqlite3_sql(static_cast<sqlite3_stmt *>(statement)));
            auto *counted = static_cast<Read *>(counter);
            counted->rows += int(sql.contains("WHERE part >= ?"));
            counted->known += int(sql.contains("INDEXED BY search_blocks_filled"));
            counted->filters += int(sql.contains("SELECT names, texts"));
            return 0;
        },
        &read);
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("zzzz"));
    SearchShelf shelf;
    QVERIFY(orderreads::list(*reader, m_business.id, filter, &shelf));
    // The newest block alone, of which nothing is kept.
    QCOMPARE(read.rows, 1);
    QCOMPARE(std::exchange(read.known, 0), 1);
    const int filters = std::exchange(read.filters, 0);
    QVERIFY(filters > 0);
    QVERIFY(orderreads::list(*reader, m_business.id, filter, &shelf));
    QCOMPARE(read.filters, 0);
    QVERIFY(orderreads::list(*reader, m_business.id, filter));
    QCOMPARE(read.filters, filters);
    sqlite3_trace_v2(static_cast<sqlite3 *>(reader->handle()), 0, nullptr, nullptr);

    // A line that comes to an order of the first block.
    Order &order = m_orders.front().order;
    QVERIFY(paged(filter).empty());
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM search_blocks WHERE block = 0")), 2);
    std::vector<OrderLine> lines{order.lines.front()};
    lines.front().name = QStringLiteral("Zzzz");
    const auto transaction = sql::Transaction::begin(m_hub->database(), sql::Transaction::Kind::Immediate);
    QVERIFY(orderstore::insertLines(m_hub->database(), order, &lines, 2));
    QCOMPARE(paged(filter), std::vector<qint64>{order.id});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM search_blocks WHERE block = 0")), 1);
}

/// A page of what is frequent is full after the newest orders, and nothing is asked of blocks.
void OrderMatchesTest::findsTheNewestFirst()
{
    keepBlocks();
    sql::Database &database = m_hub->database();
    const auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
    const auto newest = std::max_element(m_orders.begin(), m_orders.end(), [](const Stored &a, const Stored &b) {
        return a.order.placedAtMs < b.order.placedAtMs;
    });
    std::vector<qint64> wanted;
    for (int i = 1; i <= 300; ++i) {
        Order order = randomOrder(m_business, i);
        order.placedAtMs = newest->order.placedAtMs + i;
        order.uuid = QStringLiteral("00000000-0000-7000-9000-%1").arg(i, 12, 10, QLatin1Char('0'));
        order.number = QStringLiteral("Z-%1").arg(i);
        order.lines.resize(1);
        order.lines.front().name = QStringLiteral("Lagman");
        QVERIFY(orderstore::insert(database, &order, QDate(2026, 1, 1), 1, {}));
        wanted.insert(wanted.begin(), order.id);
    }
    wanted.resize(20);
    QStringList asked;
    sqlite3_trace_v2(
        static_cast<sqlite3 *>(database.handle()), SQLITE_TRACE_STMT,
        [](unsigned, void *texts, void *statement, void *) {
            static_cast<QStringList *>(texts)->append(
                QString::fromUtf8(sqlite3_sql(static_cast<sqlite3_stmt *>(statement))));
            return 0;
        },
        &asked);
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("lagman"));
    filter.limit = 20;
    const auto page = orderreads::list(database, m_business.id, filter);
    sqlite3_trace_v2(static_cast<sqlite3 *>(database.handle()), 0, nullptr, nullptr);
    QVERIFY(page);
    std::vector<qint64> found;
    for (const Order &order : page->orders)
        found.push_back(order.id);
    QCOMPARE(found, wanted);
    QCOMPARE(asked.filter(QStringLiteral("ORDER BY newest DESC")).size(), 1);
    QVERIFY(asked.filter(QStringLiteral("search_blocks")).isEmpty());
    QVERIFY(asked.filter(QStringLiteral("WHERE part >= ?")).isEmpty());
}

void OrderMatchesTest::blocksNeverDeny()
{
    searchblock::Builder builder;
    for (const char *text : {"a-042 3012345", "плов", "x"}) {
        SearchEntry entry;
        entry.text = text;
        entry.names = {3, 4000};
        builder.add(entry);
    }
    const QByteArray texts = builder.texts();
    const QByteArray names = builder.names();
    const std::string_view pieces(texts.constData(), std::size_t(texts.size()));
    for (const std::string_view text : {"a-042 3012345", "плов", "x"}) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (std::size_t length = 1; length <= text.size() - at; ++length)
                QVERIFY(searchblock::mayHold(pieces, text.substr(at, length)));
        }
    }
    int promised = 0;
    for (char first = 'b'; first <= 'v'; ++first) {
        for (char second = 'b'; second <= 'v'; ++second)
            promised += int(searchblock::mayHold(pieces, std::string{first, second}));
    }
    QVERIFY2(promised < 21 * 21 / 20, qPrintable(QString::number(promised)));
    QVERIFY(!searchblock::mayHold(pieces, "3012346"));
    QVERIFY(!searchblock::mayHold({}, "a"));
    const std::string_view bits(names.constData(), std::size_t(names.size()));
    QVERIFY(searchblock::hasName(bits, 3) && searchblock::hasName(bits, 4000));
    QVERIFY(!searchblock::hasName(bits, 4) && !searchblock::hasName(bits, 5000));
}

/// The statements themselves, as the connection prepared them.
void OrderMatchesTest::looksAtNoOrders()
{
    QVERIFY(m_hub->execute(QStringLiteral("DELETE FROM search_blocks")));
    const auto reader = m_hub->openReader();
    QVERIFY(reader);
    for (const char *text : {"-", "плов", "зз", "dana 1"}) {
        for (const OrderSort sort : {OrderSort::PlacedAt, OrderSort::Total, OrderSort::Number}) {
            for (const bool oldestFirst : {false, true}) {
                OrderFilter filter;
                filter.search = searchTextFrom(QString::fromUtf8(text));
                filter.sort = sort;
                filter.oldestFirst = oldestFirst;
                QVERIFY(orderreads::list(*reader, m_business.id, filter));
            }
        }
    }
    auto *connection = static_cast<sqlite3 *>(reader->handle());
    QList<QByteArray> texts;
    for (sqlite3_stmt *statement = sqlite3_next_stmt(connection, nullptr); statement;
         statement = sqlite3_next_stmt(connection, statement))
        texts.append(sqlite3_sql(statement));
    QStringList plans;
    for (const QByteArray &text : std::as_const(texts)) {
        if (!text.startsWith("SELECT"))
            continue;
        sqlite3_stmt *explain = nullptr;
        const QByteArray sql = "EXPLAIN QUERY PLAN " + text;
        QCOMPARE(sqlite3_prepare_v2(connection, sql.constData(), -1, &explain, nullptr), SQLITE_OK);
        QString plan = QString::fromUtf8(text);
        while (sqlite3_step(explain) == SQLITE_ROW)
            plan += u'\n' + QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(explain, 3)));
        sqlite3_finalize(explain);
        for (const char *table : {"o", "c", "u", "orders", "orders_items", "orders_cost", "order_search", "users",
                                  "search_names", "search_parts"}) {
            const QString scan = QStringLiteral("\nSCAN ") + QLatin1String(table);
            QVERIFY2(!plan.contains(scan + u'\n') && !plan.contains(scan + u' ') && !plan.endsWith(scan),
                     qPrintable(plan));
        }
        QVERIFY2(!plan.contains(QLatin1String("order_search")), qPrintable(plan));
        if (plan.contains(QLatin1String("search_parts")))
            QVERIFY2(!plan.contains(QLatin1String("TEMP B-TREE")), qPrintable(plan));
        plans.append(plan);
    }
    const auto isUsed = [&plans](const char *index) { return !plans.filter(QLatin1String(index)).isEmpty(); };
    for (const char *index : {"COVERING INDEX users_by_name", "INDEX search_parts_by_newest",
                              "INDEX search_parts_by_oldest", "USING INTEGER PRIMARY KEY", "orders_cost_by_total",
                              "orders_by_length_of_number", "COVERING INDEX search_blocks_filled"})
        QVERIFY2(isUsed(index), index);
    // A list by time looks at the orders that were found and at no others.
    const QStringList byTime = plans.filter(QStringLiteral("ORDER BY o.placed_at"));
    QVERIFY(!byTime.isEmpty());
    for (const QString &plan : byTime)
        QVERIFY2(plan.contains(QLatin1String("SEARCH o USING INTEGER PRIMARY KEY")), qPrintable(plan));
}

QTEST_GUILESS_MAIN(OrderMatchesTest)
#include "ordermatchestest.moc"
