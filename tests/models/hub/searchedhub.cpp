// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchedhub.h"

#include "models/domain/searchblock.h"
#include "models/domain/searchentry.h"
#include "models/hub/orderstore.h"
#include "models/hub/searchblocks.h"
#include "models/sql/transaction.h"

#include <QTest>

#include <algorithm>
#include <tuple>

namespace oshaq::test {

namespace {

constexpr int ordersOfABlock = 800; ///< then the next one begins

} // namespace

Order SearchedHub::randomOrder(const FixtureBusiness &business, int index)
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

void SearchedHub::fill()
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
void SearchedHub::beginBlock(qint64 businessId)
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

void SearchedHub::keepBlocks()
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

std::vector<qint64> SearchedHub::naive(const OrderFilter &filter) const
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

std::vector<qint64> SearchedHub::paged(OrderFilter filter)
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

std::map<qint64, QStringList> SearchedHub::packed(sql::Database &database)
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

} // namespace oshaq::test
