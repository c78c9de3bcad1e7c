// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"
#include "models/domain/ordercommand.h"
#include "models/terminal/terminal.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <set>

namespace oshaq {

inline constexpr qint64 grillId = 1;
inline constexpr qint64 coldId = 2;

/// Two stations, three dishes: 11 and 12 from the grill, 21 cold.
inline Catalog testCatalog()
{
    Catalog catalog;
    catalog.stations = {{grillId, QStringLiteral("Grill"), 1, 600, 900, 1},
                        {coldId, QStringLiteral("Cold"), 2, 300, 480, 1}};
    catalog.categories = {
        {1, QStringLiteral("Mains"), {}, defaultQuantityStep, grillId, 1, QStringLiteral("mains"), 1, {}}};
    Item steak;
    steak.id = 11;
    steak.categoryId = 1;
    steak.name = QStringLiteral("Steak");
    steak.priceMinor = 450000;
    steak.prepSeconds = 840;
    steak.allergens = {QStringLiteral("milk"), QStringLiteral("mustard")};
    steak.optionGroups = {{5,
                           QStringLiteral("Doneness"),
                           1,
                           1,
                           {{51, QStringLiteral("Rare"), 0}, {52, QStringLiteral("Well done"), 100}}}};
    Item soup;
    soup.id = 21;
    soup.categoryId = 1;
    soup.name = QStringLiteral("Okroshka");
    soup.stationId = coldId;
    soup.quantityStep = 500;
    soup.position = 2;
    catalog.items = {steak, soup};
    return catalog;
}

inline Business testBusiness()
{
    Business business;
    business.id = 1;
    business.name = QStringLiteral("Dastarkhan");
    return business;
}

inline OrderLine testLine(qint64 id, qint64 itemId, qint64 stationId, qint64 placedAtMs)
{
    OrderLine line;
    line.id = id;
    line.itemId = itemId;
    line.name = QStringLiteral("Dish %1").arg(itemId);
    line.quantity = 1000;
    line.priceMinor = 129500;
    line.stationId = stationId;
    line.statusAtMs = placedAtMs;
    line.addedAtMs = placedAtMs;
    return line;
}

/// A pickup order placed at `placedAtMs`; one line for each station given, ids orderId*100+1, ...
inline Order testOrder(qint64 id, qint64 placedAtMs, const std::vector<qint64> &stationIds = {grillId, coldId})
{
    Order order;
    order.id = id;
    order.uuid = QStringLiteral("01900000-0000-7000-8000-%1").arg(id, 12, 10, QLatin1Char('0'));
    order.businessId = 1;
    order.number = QStringLiteral("A-%1").arg(id, 3, 10, QLatin1Char('0'));
    order.placedAtMs = placedAtMs;
    order.statusAtMs = placedAtMs;
    order.guestName = QStringLiteral("Айгерім");
    qint64 lineId = id * 100;
    for (const qint64 stationId : stationIds) {
        ++lineId;
        order.lines.push_back(testLine(lineId, stationId * 10 + 1, stationId, placedAtMs));
    }
    order.cost.subtotalMinor = 129500 * qint64(stationIds.size());
    order.cost.totalMinor = order.cost.subtotalMinor;
    return order;
}

/// The record as a terminal meets it: rows, a journal, commands decided once for each key.
class FakeHub
{
public:
    explicit FakeHub(FakeClock &clock)
        : m_clock(clock)
    {}

    QString epoch = QStringLiteral("e1");
    std::map<qint64, Order> orders;
    std::vector<FeedChange> journal;
    std::map<QString, std::optional<Error>> outcomes; // by idempotency key
    std::vector<QString> received;                    // keys that were new, in order of arrival
    Role role = Role::Kitchen;
    bool acceptsByItself = false; ///< the setting orders.auto_accept

    Cursor cursor() const { return {epoch, qint64(journal.size())}; }

    void put(Order order)
    {
        FeedChange change;
        change.change.seq = qint64(journal.size()) + 1;
        change.change.entity = EntityKind::Order;
        change.change.id = order.id;
        change.change.version = order.version;
        change.order = order;
        journal.push_back(change);
        orders[order.id] = std::move(order);
    }

    void remove(qint64 id)
    {
        orders.erase(id);
        FeedChange change;
        change.change.seq = qint64(journal.size()) + 1;
        change.change.entity = EntityKind::Order;
        change.change.id = id;
        change.change.deleted = true;
        journal.push_back(change);
    }

    /// What somebody does at the hub or at another terminal.
    Result<Order> act(qint64 id, OrderCommand command, Role who)
    {
        Order &order = orders.at(id);
        auto effect = decide(order, command, {who, m_clock.nowMs(), m_clock.nowMs() + 3'600'000});
        if (!effect)
            return effect.error();
        if (!effect->isEmpty())
            put(applyEffect(order, *effect));
        return orders.at(id);
    }

    /// The API with its idempotency keys; the row as it is now, none for what is not of an order.
    Result<std::optional<Order>> receive(const OutboxCommand &command)
    {
        if (const auto known = outcomes.find(command.id); known != outcomes.end()) {
            if (known->second)
                return *known->second;
            return rowOf(command.orderUuid);
        }
        received.push_back(command.id);
        auto result = execute(command);
        outcomes[command.id] = result ? std::optional<Error>() : std::optional<Error>(result.error());
        return result;
    }

    std::optional<Order> rowOf(const QString &uuid) const
    {
        for (const auto &[id, order] : orders) {
            if (order.uuid == uuid)
                return order;
        }
        return std::nullopt;
    }

    /// What the hub's own numbers begin with; a terminal's number that is taken gives way to one of them.
    std::set<QString> takenNumbers;
    std::optional<SnapshotTerminal> asker; ///< who asks for snapshots
    Catalog menu = testCatalog();

    void put(Item item)
    {
        ++item.version;
        FeedChange change;
        change.change.seq = qint64(journal.size()) + 1;
        change.change.entity = EntityKind::Item;
        change.change.id = item.id;
        change.change.version = item.version;
        change.item = item;
        journal.push_back(change);
        for (Item &known : menu.items) {
            if (known.id == item.id)
                known = item;
        }
    }

    bool isAvailable(qint64 itemId) const { return menu.findItem(itemId)->available; }

    Snapshot snapshot() const
    {
        Snapshot snapshot;
        snapshot.cursor = cursor();
        snapshot.business = testBusiness();
        snapshot.catalog = menu;
        snapshot.terminal = asker;
        for (const auto &[id, order] : orders) {
            if (!isClosed(order.status) || order.statusAtMs > m_clock.nowMs() - 2 * 3'600'000)
                snapshot.orders.push_back(order);
        }
        return snapshot;
    }

    /// The feed after `since`, its rows joined now.
    FeedPage page(const Cursor &since) const
    {
        FeedPage page;
        page.cursor = cursor();
        if (since.epoch != epoch)
            return page; // the API says 410
        page.changes.assign(journal.begin() + since.seq, journal.end());
        for (FeedChange &change : page.changes) {
            const auto row = orders.find(change.change.id);
            change.order = row == orders.end() ? std::nullopt : std::optional<Order>(row->second);
        }
        return page;
    }

private:
    Result<std::optional<Order>> execute(const OutboxCommand &command)
    {
        const Error unknown{ErrorCode::NotFound, QStringLiteral("no such order"), {}};
        if (const auto *marked = std::get_if<ItemMarked>(&command.act)) {
            const Item *item = menu.findItem(marked->itemId);
            if (!item)
                return unknown;
            Item other = *item;
            other.available = marked->available;
            other.backAtMs = marked->backAtMs;
            if (!(*item == other))
                put(other);
            return std::optional<Order>();
        }
        if (const auto *taken = std::get_if<OrderTaken>(&command.act))
            return create(taken->request);
        const std::optional<Order> row = rowOf(command.orderUuid);
        if (!row)
            return unknown;
        if (const auto *added = std::get_if<LinesAdded>(&command.act)) {
            NewOrder request;
            request.fulfilment = row->fulfilment;
            request.table = row->table;
            request.address = row->address;
            request.lines = added->request;
            auto priced = priceOrder(request, menu, testBusiness());
            if (!priced)
                return priced.error();
            number(&priced->lines);
            return accept(localorders::withLines(*row, priced->lines, m_clock.nowMs()));
        }
        if (const auto *edited = std::get_if<FieldsEdited>(&command.act)) {
            auto after = localorders::withFields(*row, edited->edit);
            if (after && after->version == row->version)
                return std::optional<Order>(*row);
            return accept(after);
        }
        auto done = act(row->id, std::get<OrderCommand>(command.act), role);
        if (!done)
            return done.error();
        return std::optional<Order>(*done);
    }

    Result<std::optional<Order>> accept(const Result<Order> &after)
    {
        if (!after)
            return after.error();
        put(*after);
        return std::optional<Order>(*after);
    }

    void number(std::vector<OrderLine> *lines)
    {
        for (OrderLine &line : *lines) {
            line.id = ++m_lastLineId;
            line.statusAtMs = line.addedAtMs = m_clock.nowMs();
        }
    }

    Result<std::optional<Order>> create(const NewOrder &request)
    {
        if (rowOf(request.uuid))
            return Error{ErrorCode::AlreadyExists, QStringLiteral("known"), {}};
        auto priced = priceOrder(request, menu, testBusiness());
        if (!priced)
            return priced.error();
        Order order = std::move(*priced);
        order.id = orders.empty() ? firstOrderId : std::max(firstOrderId, orders.rbegin()->first + 1);
        order.number = request.number.isEmpty() || takenNumbers.contains(request.number)
                           ? QStringLiteral("A-%1").arg(order.id)
                           : request.number;
        takenNumbers.insert(order.number);
        order.placedAtMs = order.statusAtMs = request.actedAtMs.value_or(m_clock.nowMs());
        number(&order.lines);
        holdLaterCourses(&order.lines);
        if (acceptsByItself) {
            order.status = OrderStatus::Accepted;
            ++order.version;
        }
        return accept(order);
    }

public:
    qint64 firstOrderId = 900; ///< of orders that terminals send

private:
    FakeClock &m_clock;
    qint64 m_lastLineId = 500'000;
};

/// A directory, a clock, a hub and a terminal over them.
struct TerminalFixture
{
    FakeClock clock;
    FakeHub hub{clock};
    QTemporaryDir directory;
    std::unique_ptr<Terminal> terminal;

    QString path() const { return directory.filePath(QStringLiteral("screen")); }
    QString databasePath() const { return path() + QStringLiteral("/terminal.db"); }

    Result<void> open()
    {
        terminal.reset();
        auto opened = Terminal::open(path(), clock);
        if (!opened)
            return opened.error();
        terminal = std::move(*opened);
        terminal->hubClock().observe(clock.nowMs(), 1);
        return {};
    }

    Result<void> snapshot() { return terminal->cache().applySnapshot(hub.snapshot()); }
    Result<void> follow() { return terminal->cache().applyPage(hub.page(terminal->cache().cursor())); }

    /// Sends heads until nothing is queued, as the dispatcher does; false when something could not be written.
    bool deliver(bool withRow = true)
    {
        for (auto heads = terminal->outbox().heads(); !heads.empty(); heads = terminal->outbox().heads()) {
            for (const OutboxCommand &head : heads) {
                auto answer = hub.receive(head);
                auto done = answer ? terminal->outbox().markConfirmed(head.id, withRow ? *answer : std::nullopt)
                                   : terminal->outbox().park(head.id, errorCodeText(answer.error().code),
                                                             answer.error().message);
                if (!done)
                    return false;
            }
        }
        return true;
    }

    KitchenService &kitchen() { return terminal->kitchen(); }
    std::vector<qint64> ticketIds()
    {
        std::vector<qint64> ids;
        for (const Ticket &ticket : kitchen().tickets())
            ids.push_back(ticket.orderId);
        return ids;
    }
    std::vector<qint64> completedIds()
    {
        std::vector<qint64> ids;
        for (const CompletedTicket &ticket : kitchen().completed())
            ids.push_back(ticket.orderId);
        return ids;
    }
    const Order &visible(qint64 id) { return terminal->visibleOrders().find(id)->order; }

    /// Orders of the cache equal the hub's.
    bool equalsHub()
    {
        for (const auto &[id, order] : hub.orders) {
            const Order *row = terminal->cache().find(id);
            if (!row || !(*row == order))
                return false;
        }
        return terminal->cache().orders().size() == hub.orders.size();
    }
};

inline OrderCommand cancelCommand(const QString &reason = QStringLiteral("guest left"))
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::SetStatus;
    command.to = OrderStatus::Cancelled;
    command.reason = reason;
    return command;
}

inline OrderCommand lineCommand(LineAction action, std::vector<qint64> lineIds)
{
    OrderCommand command;
    command.kind = OrderCommand::Kind::Lines;
    command.action = action;
    command.lineIds = std::move(lineIds);
    return command;
}

using Ids = std::vector<qint64>;

} // namespace oshaq

/// Like QVERIFY, with the refusal in the message.
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto &verifiedResult = (expression);                                                                     \
        QVERIFY2(verifiedResult.ok(), verifiedResult.ok() ? "" : qPrintable(verifiedResult.error().message));          \
    } while (false)

#define VERIFY_REFUSED(expression, expectedCode)                                                                       \
    do {                                                                                                               \
        const auto &verifiedResult = (expression);                                                                     \
        QVERIFY2(!verifiedResult.ok(), "it was accepted");                                                             \
        QCOMPARE(oshaq::errorCodeText(verifiedResult.error().code), oshaq::errorCodeText(expectedCode));               \
    } while (false)
