// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchblock.h"
#include "models/domain/searchentry.h"
#include "models/hub/ordersearch.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/searchblocks.h"
#include "models/hub/searchshelf.h"
#include "models/sql/sqlscript.h"
#include "models/sql/transaction.h"
#include "tests/support/hubfixture.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <map>
#include <random>
#include <utility>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int orderCount = 4500;    ///< more than are looked at one by one
constexpr int ordersOfABlock = 800; ///< then the next one begins

struct Stored
{
    Order order;
    QString alsoCalled;
    QString folded = {}; ///< number, what else it is called, its lines
};

/// By order: what the packed entries say, names as texts.
std::map<qint64, QStringList> packed(sql::Database &database)
{
    std::map<qint64, QString> names;
    auto known = database.query(QStringLiteral("SELECT name_id, name FROM search_names"));
    while (known && known->next())
        names[known->integer(0)] = known->text(1);
    std::map<qint64, QStringList> found;
    auto rows = database.query(QStringLiteral("SELECT business_id, part, oldest, newest, entries FROM search_parts"));
    while (rows && rows->next()) {
        const QByteArray bytes = rows->bytes(4);
        SearchEntries entries(bytes);
        for (SearchEntry entry; entries.next(&entry);) {
            QStringList says;
            for (const quint32 name : entry.names)
                says.append(names[name]);
            says.sort();
            says.prepend(QString::fromUtf8(entry.text.data(), qsizetype(entry.text.size())));
            says.prepend(QStringLiteral("%1 %2 %3").arg(rows->integer(0)).arg(entry.placedAtMs).arg(entry.userId));
            if (found.contains(entry.orderId) || rows->integer(1) != entry.orderId / 128 ||
                entry.placedAtMs < rows->integer(2) || entry.placedAtMs > rows->integer(3) || entries.failed())
                QTest::qFail("an entry is where it does not belong", __FILE__, __LINE__);
            found[entry.orderId] = says;
        }
    }
    return found;
}

} // namespace

/// That the search finds what a look at every order finds, in whichever list, and does not look at orders for it.
class OrderMatchesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatAScanFinds_data();
    void findsWhatAScanFinds();
    void filtersThatLeaveFew();
    void periodsByTotalAndNumber();
    void passesOverBlocks();
    void findsTheNewestFirst();
    void blocksNeverDeny();
    void looksAtNoOrders();
    void fillsOldHubsAsItWrites();
    void packsAndReads();
    void brokenEntriesAreAnError();
    void forgetsAndLearns();

private:
    Order randomOrder(const FixtureBusiness &business, int index);
    std::vector<qint64> naive(const OrderFilter &filter) const;
    void beginBlock(qint64 businessId);
    void keepBlocks();
    /// All pages, one after the other.
    std::vector<qint64> paged(OrderFilter filter);

    std::unique_ptr<HubFixture> m_hub;
    SearchShelf m_shelf;
    FixtureBusiness m_business;
    FixtureBusiness m_other;
    std::vector<Stored> m_orders;
    std::vector<std::pair<QString, QString>> m_guests; ///< name and phone, by id - 1
    std::mt19937 m_random{4};                          // NOLINT(cert-msc*): the same orders each time
};

Order OrderMatchesTest::randomOrder(const FixtureBusiness &business, int index)
{
    static const QStringList dishes{QStringLiteral("Плов Праздничный"),
                                    QStringLiteral("ПЛОВ  детский"),
                                    QStringLiteral("Шәұту с перепёлкой"),
                                    QStringLiteral("Soup"),
                                    QStringLiteral("Самса"),
                                    QStringLiteral("50% cream [a-z]*?")};
    Order order;
    order.businessId = business.id;
    order.uuid = QStringLiteral("00000000-0000-7000-8000-%1").arg(index, 12, 10, QLatin1Char('0'));
    // Neither in the order of ids nor each at a time of its own.
    order.placedAtMs = 1'700'000'000'000 + qint64(m_random() % 3000) * 60'000;
    order.statusAtMs = order.placedAtMs;
    order.status = OrderStatus(1 + m_random() % 7);
    order.fulfilment = Fulfilment(m_random() % 3);
    order.table = QString::number(m_random() % 40);
    order.cost.currency = *Currency::fromCode(QStringLiteral("KZT"));
    for (std::uint32_t lines = m_random() % 3 + 1; lines > 0; --lines) {
        OrderLine line;
        line.itemId = business.item(u"Soup");
        // One that is old orders' only.
        line.name = index < 200 && m_random() % 4 == 0 ? QStringLiteral("Окрошка")
                                                       : dishes[qsizetype(m_random() % std::uint32_t(dishes.size()))];
        line.quantity = 1000;
        line.priceMinor = qint64(m_random() % 500);
        order.cost.subtotalMinor += line.priceMinor;
        order.lines.push_back(line);
    }
    order.cost.totalMinor = order.cost.subtotalMinor;
    if (m_random() % 4 == 0)
        order.userId = 1 + qint64(m_random() % std::uint32_t(m_guests.size()));
    return order;
}

void OrderMatchesTest::initTestCase()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    m_other = m_hub->makeBusiness(QStringLiteral("Other"));
    QVERIFY2(m_business.id && m_other.id, qPrintable(m_hub->problem()));
    m_guests = {{QStringLiteral("Әсел Құрманғали"), QStringLiteral("+7 (701) 000-12-34")},
                {QStringLiteral("  Dana  Soup"), QStringLiteral("87010005678")},
                {QStringLiteral("Пётр"), QString()},
                {QStringLiteral("Dana"), QStringLiteral("1234")}};
    for (const auto &[name, phone] : m_guests)
        QVERIFY(m_hub->makeGuest(m_business, name, phone));
    sql::Database &database = m_hub->database();
    const FixtureBusiness nobodys = m_hub->makeBusiness(QStringLiteral("Nobody's"));
    auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
    QVERIFY(transaction);
    for (int i = 0; i < orderCount; ++i) {
        if (i % ordersOfABlock == ordersOfABlock - 1)
            beginBlock(nobodys.id);
        const bool isOther = i % 50 == 7;
        Stored stored{randomOrder(isOther ? m_other : m_business, i), {}};
        if (isOther)
            stored.order.userId = 0;
        if (i % 9 == 0)
            stored.alsoCalled = QStringLiteral("Bill %1").arg(700'000 + i);
        const QDate day = QDateTime::fromMSecsSinceEpoch(stored.order.placedAtMs, Qt::UTC).date();
        const auto number = orderstore::nextNumber(database, stored.order.businessId, day,
                                                   i % 2 ? QStringLiteral("A") : QStringLiteral("B"));
        QVERIFY(number);
        stored.order.number = *number;
        const auto inserted = orderstore::insert(database, &stored.order, day, 1, stored.alsoCalled);
        QVERIFY2(inserted, inserted ? "" : qPrintable(inserted.error().message));
        m_orders.push_back(stored);
    }
    for (std::size_t i = 0; i < m_orders.size(); i += 31) {
        Order &order = m_orders[i].order;
        OrderLine later = order.lines.front();
        later.name = QStringLiteral("Later %1").arg(i % 3);
        std::vector<OrderLine> lines{later, later};
        QVERIFY(orderstore::insertLines(database, order, &lines, 2));
        order.lines.insert(order.lines.end(), lines.begin(), lines.end());
    }
    QVERIFY((*transaction)->commit());
    for (Stored &stored : m_orders) {
        stored.folded = stored.order.number + u' ' + stored.alsoCalled;
        for (const OrderLine &line : stored.order.lines)
            stored.folded += u' ' + line.name;
        stored.folded = foldForSearch(stored.folded);
    }
}

/// The next order is the first of a block: one of nobody's takes the number before it.
void OrderMatchesTest::beginBlock(qint64 businessId)
{
    const qint64 last =
        m_hub->number(QStringLiteral("SELECT max(order_id) FROM orders")) | ((1 << searchblock::orderShift) - 1);
    QVERIFY(m_hub->execute(
        QStringLiteral(
            "INSERT INTO orders (order_id, order_uuid, business_id, number, business_day, fulfilment, placed_at,"
            " status, status_at, created_at, updated_at) VALUES (?, ?, ?, ?, '2026-01-01', 'pickup', 1, 7, 1, 1, 1)"),
        {last, QStringLiteral("f0000000-0000-7000-8000-%1").arg(last, 12, 10, QLatin1Char('0')), businessId,
         QString::number(last)}));
}

void OrderMatchesTest::keepBlocks()
{
    for (const qint64 business : {m_business.id, m_other.id}) {
        const auto missing = searchblocks::missing(m_hub->database(), business, 100);
        QVERIFY(missing);
        QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return searchblockwrites::claim(context, business, *missing);
        }));
        std::vector<searchblocks::Block> read;
        for (const qint64 block : *missing) {
            auto found = searchblocks::read(m_hub->database(), business, block);
            QVERIFY(found);
            read.push_back(std::move(*found));
        }
        QVERIFY(m_hub->run(m_business.owner(),
                           [&](WriteContext &context) { return searchblockwrites::store(context, business, read); }));
        const auto left = searchblocks::missing(m_hub->database(), business, 100);
        QVERIFY(left && left->empty());
    }
}

std::vector<qint64> OrderMatchesTest::naive(const OrderFilter &filter) const
{
    std::vector<const Order *> found;
    for (const auto &[order, alsoCalled, folded] : m_orders) {
        if (order.businessId != m_business.id)
            continue;
        QString name;
        QString digits;
        if (order.userId > 0) {
            name = m_guests[std::size_t(order.userId) - 1].first;
            if (!filter.searchesPersonal)
                name = name.trimmed().section(u' ', 0, 0);
            name = foldForSearch(name);
            digits = phoneDigits(m_guests[std::size_t(order.userId) - 1].second);
        }
        const auto holds = [&words = folded, &name](const QString &word) {
            return words.contains(word) || name.contains(word);
        };
        bool matches = std::all_of(filter.search.words.begin(), filter.search.words.end(), holds);
        const QString &phone = filter.search.phone;
        if (filter.searchesPersonal && !phone.isEmpty() && !digits.isEmpty())
            matches |= digits.right(phone.size() == 4 ? 4 : 10) == phone;
        matches &= !filter.openOnly || !isClosed(order.status);
        matches &= !filter.fulfilment || *filter.fulfilment == order.fulfilment;
        matches &= !filter.fromMs || order.placedAtMs >= *filter.fromMs;
        matches &= !filter.toMs || order.placedAtMs < *filter.toMs;
        matches &= filter.table.isEmpty() || order.table == filter.table;
        matches &= !filter.userId || order.userId == *filter.userId;
        if (matches)
            found.push_back(&order);
    }
    std::sort(found.begin(), found.end(), [&filter](const Order *a, const Order *b) {
        const Order &left = filter.oldestFirst ? *a : *b;
        const Order &right = filter.oldestFirst ? *b : *a;
        switch (filter.sort) {
        case OrderSort::PlacedAt:
            return std::pair(left.placedAtMs, left.id) < std::pair(right.placedAtMs, right.id);
        case OrderSort::Total:
            return std::pair(left.cost.totalMinor, left.id) < std::pair(right.cost.totalMinor, right.id);
        case OrderSort::Number:
            break;
        }
        const auto day = [](const Order &order) { return order.placedAtMs / 86'400'000; };
        return std::tuple(day(left), left.number.size(), left.number) <
               std::tuple(day(right), right.number.size(), right.number);
    });
    std::vector<qint64> ids;
    for (const Order *order : found)
        ids.push_back(order->id);
    return ids;
}

std::vector<qint64> OrderMatchesTest::paged(OrderFilter filter)
{
    std::vector<qint64> ids;
    do {
        const auto page = orderreads::list(m_hub->database(), m_business.id, filter, &m_shelf);
        if (!page) {
            QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
            break;
        }
        for (const Order &order : page->orders)
            ids.push_back(order.id);
        filter.cursor = page->nextCursor;
        // A list that never ends is told apart by its length.
    } while (!filter.cursor.isEmpty() && ids.size() <= m_orders.size());
    return ids;
}

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

/// The migration's statements say of every order what writing it said.
void OrderMatchesTest::fillsOldHubsAsItWrites()
{
    sql::Database &database = m_hub->database();
    const auto written = packed(database);
    QCOMPARE(written.size(), std::size_t(orderCount));
    const QString name =
        QDir(QStringLiteral(":/migrations/hub")).entryList({QStringLiteral("*_search.sql")}).constLast();
    QFile file(QStringLiteral(":/migrations/hub/") + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto statements = sql::splitScript(QString::fromUtf8(file.readAll()));
    QVERIFY(statements);
    {
        const auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
        QVERIFY(transaction);
        QVERIFY(database.run(QStringLiteral("DELETE FROM search_parts")));
        QVERIFY(database.run(QStringLiteral("DELETE FROM search_names")));
        int filled = 0;
        for (const sql::ScriptStatement &statement : *statements) {
            if (!statement.sql.contains(QLatin1String("INSERT INTO search_")))
                continue;
            const auto done = database.run(statement.sql);
            QVERIFY2(done, done ? "" : qPrintable(done.error().message));
            ++filled;
        }
        QCOMPARE(filled, 2);
        QVERIFY(packed(database) == written);
        // Rolled back.
    }
    QVERIFY(packed(database) == written);
}

void OrderMatchesTest::packsAndReads()
{
    const std::vector<SearchEntry> entries{{1, 1'700'000'000'000, 0, "a-001", {}},
                                           {127, 0, 1, "", {1, 128, 4'000'000'000}},
                                           {std::numeric_limits<qint64>::max(), -1, 300, "щи \0", {0}}};
    QByteArray bytes;
    for (const SearchEntry &entry : entries)
        entry.packInto(&bytes);
    SearchEntries reader(bytes);
    SearchEntry read;
    for (const SearchEntry &entry : entries) {
        QVERIFY(reader.next(&read));
        QCOMPARE(read.orderId, entry.orderId);
        QCOMPARE(read.placedAtMs, entry.placedAtMs);
        QCOMPARE(read.userId, entry.userId);
        QVERIFY(read.text == entry.text);
        QVERIFY(read.names == entry.names);
    }
    QVERIFY(!reader.next(&read));
    QVERIFY(!reader.failed());
    // Cut anywhere: what is whole is read, the rest is said to be broken.
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const QByteArray cut = bytes.left(length);
        SearchEntries some(cut);
        std::size_t count = 0;
        qsizetype whole = 0;
        QByteArray again;
        while (some.next(&read)) {
            ++count;
            read.packInto(&again);
            whole = again.size();
        }
        QVERIFY(count < entries.size());
        QCOMPARE(some.failed(), whole != length);
    }
    for (const char *wrong :
         {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "\x01\x01\x01\x7f", "\x01\x01\x01\x01x\x7f\x01"}) {
        const QByteArray broken(wrong);
        SearchEntries some(broken);
        QVERIFY(!some.next(&read));
        QVERIFY(some.failed());
    }
}

void OrderMatchesTest::brokenEntriesAreAnError()
{
    sql::Database &database = m_hub->database();
    {
        // Those of another business are nobody else's.
        const auto theirs = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
        QVERIFY(theirs);
        QVERIFY(database.run(QStringLiteral("INSERT INTO search_parts (business_id, part, oldest, newest, entries)"
                                            " VALUES (?, 3, 0, 0, x'ff') ON CONFLICT DO UPDATE SET entries = x'ff'"),
                             {m_other.id}));
        QVERIFY(ordersearch::remove(database, m_business.id, {3 * 128}));
        QVERIFY(!ordersearch::remove(database, m_other.id, {3 * 128}));
    }
    const auto transaction = sql::Transaction::begin(database, sql::Transaction::Kind::Immediate);
    QVERIFY(transaction);
    QVERIFY(database.run(QStringLiteral("UPDATE search_parts SET entries = x'ff' WHERE part = 3")));
    // By total all that may hold it is unpacked.
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("плов"));
    filter.sort = OrderSort::Total;
    const auto page = orderreads::list(database, m_business.id, filter);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::StorageUnavailable);
    QVERIFY(!ordersearch::remove(database, m_business.id, {3 * 128}));
}

/// Changes what the other tests look at: the last one.
void OrderMatchesTest::forgetsAndLearns()
{
    sql::Database &database = m_hub->database();
    OrderFilter filter;
    filter.search = searchTextFrom(QStringLiteral("окрошка"));
    filter.limit = 200;
    const std::vector<qint64> ids = naive(filter);
    QVERIFY(ids.size() > 10);
    const std::vector<qint64> gone(ids.begin(), ids.begin() + 10);
    QVERIFY(ordersearch::remove(database, m_business.id, gone));
    QCOMPARE(paged(filter), std::vector<qint64>(ids.begin() + 10, ids.end()));
    const auto entries = packed(database);
    for (const qint64 id : gone)
        QVERIFY2(!entries.contains(id), qPrintable(QString::number(id)));
    QCOMPARE(entries.size(), std::size_t(orderCount) - gone.size());
    // And once more the same order, as when its lines went to another.
    const auto stored =
        std::find_if(m_orders.begin(), m_orders.end(), [&gone](const Stored &one) { return one.order.id == gone[0]; });
    QVERIFY(ordersearch::insert(database, stored->order, stored->alsoCalled));
    QCOMPARE(paged(filter).size(), ids.size() - gone.size() + 1);
    // When its lines went to another order it is not found by them any more, nor by what it was called before.
    Order split = stored->order;
    split.lines.front().name = QStringLiteral("Жаркое");
    split.lines.resize(1);
    QVERIFY(ordersearch::replace(database, split));
    QCOMPARE(paged(filter).size(), ids.size() - gone.size());
    filter.search = searchTextFrom(split.number + QStringLiteral(" жарк"));
    QCOMPARE(paged(filter), std::vector<qint64>{split.id});
    // All orders of a part: nothing of it is left.
    std::vector<qint64> whole;
    for (qint64 id = 128; id < 256; ++id)
        whole.push_back(id);
    QVERIFY(ordersearch::remove(database, m_business.id, whole));
    const QString left = QStringLiteral("SELECT count(*) FROM search_parts WHERE part = 1 AND business_id = %1");
    QCOMPARE(m_hub->number(left.arg(m_business.id)), 0);
    // What another business has there stays, until that one forgets it.
    QCOMPARE(m_hub->number(left.arg(m_other.id)), 1);
    QVERIFY(ordersearch::remove(database, m_other.id, whole));
    QCOMPARE(m_hub->number(left.arg(m_other.id)), 0);
}

QTEST_GUILESS_MAIN(OrderMatchesTest)
#include "ordermatchestest.moc"
