// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehub.h"

#include "models/domain/uuid7.h"
#include "models/terminal/localorders.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/orderjson.h"

#include <QUrl>
#include <QUrlQuery>

namespace oshaq::testing {

namespace {

WireReply refused(const Error &error)
{
    return answered(httpStatus(error.code), errorJson(error, "req"));
}

} // namespace

Order FakeHub::place(int lines)
{
    Order order;
    order.id = m_record.orders.isEmpty() ? 1 : m_record.orders.lastKey() + 1;
    order.uuid = makeUuid7(m_clock.nowMs());
    order.businessId = 1;
    order.number = QStringLiteral("A-%1").arg(order.id, 3, 10, QLatin1Char('0'));
    order.placedAtMs = m_clock.nowMs();
    order.statusAtMs = m_clock.nowMs();
    for (int i = 0; i < lines; ++i) {
        OrderLine line;
        line.id = order.id * 100 + i;
        line.itemId = 7;
        line.name = QStringLiteral("Plov");
        line.quantity = 1000;
        line.stationId = 1;
        line.statusAtMs = order.placedAtMs;
        line.addedAtMs = order.placedAtMs;
        order.lines.push_back(line);
    }
    m_record.orders.insert(order.id, order);
    journal(order);
    return order;
}

Order FakeHub::change(qint64 orderId, const OrderCommand &command)
{
    const Order &before = *m_record.orders.find(orderId);
    const Result<OrderEffect> effect = decide(before, command, {Role::Manager, m_clock.nowMs(), m_clock.nowMs() + 1});
    if (effect && !effect->isEmpty()) {
        m_record.orders[orderId] = applyEffect(before, *effect);
        journal(m_record.orders[orderId]);
    }
    return m_record.orders[orderId];
}

std::optional<WireReply> FakeHub::handle(const WireRequest &request)
{
    if (!up)
        return std::nullopt;
    QByteArray authorization;
    for (const auto &[name, value] : request.headers) {
        if (name == "Authorization")
            authorization = value;
    }
    if (authorization != "Bearer " + token)
        return refused({ErrorCode::TokenExpired, QStringLiteral("The token has expired."), {}});
    const QUrl url = QUrl::fromEncoded(request.url);
    const QByteArray path = url.path().toLatin1();
    if (path == "/api/v1/business/snapshot")
        return answered(200, successJson(snapshotJson(snapshot(), OrderView::Kitchen, m_clock.nowMs())));
    if (path == "/api/v1/business/changes")
        return changes(url.query(QUrl::FullyEncoded).toLatin1());
    if (path == "/api/v1/business/orders")
        return once(request, [this](const JsonValue &body) { return create(body); });
    const QByteArray items = "/api/v1/business/items/";
    if (path.startsWith(items) && path.endsWith("/availability")) {
        return once(request, [this, id = path.sliced(items.size()).split('/').front()](const JsonValue &body) {
            return mark(id, body);
        });
    }
    const QByteArray orders = "/api/v1/business/orders/";
    if (path.startsWith(orders)) {
        const QList<QByteArray> parts = path.sliced(orders.size()).split('/');
        if (parts.size() == 1 && request.method == "GET")
            return one(parts[0]);
        if (parts.size() == 1 && request.method == "PATCH")
            return once(request, [&](const JsonValue &body) { return edit(parts[0], body); });
        if (parts.size() == 2 && request.body.contains(R"("action":"add")"))
            return once(request, [&](const JsonValue &body) { return addLines(parts[0], body); });
        if (parts.size() == 2)
            return command(request, parts[0], parts[1]);
    }
    return refused({ErrorCode::NotFound, QStringLiteral("There is no such path."), {}});
}

WireReply FakeHub::command(const WireRequest &request, const QByteArray &ref, const QByteArray &action)
{
    QByteArray key;
    for (const auto &[name, value] : request.headers) {
        if (name == "Idempotency-Key")
            key = value;
    }
    if (const auto known = m_record.keys.find(key); known != m_record.keys.end()) {
        ++replays;
        if (known->body != request.url + request.body)
            return refused({ErrorCode::IdempotencyKeyReused, QStringLiteral("Another body."), {}});
        return known->reply;
    }
    const auto remember = [&](const WireReply &reply) {
        m_record.keys.insert(key, {request.url + request.body, reply});
        return reply;
    };

    const Result<JsonValue> body = parseJson(request.body);
    if (!body)
        return refused(body.error());
    Result<OrderCommand> command = action == "status"  ? readStatusCommand(*body)
                                   : action == "lines" ? readLinesCommand(*body)
                                                       : readRecallCommand(*body);
    if (!command)
        return refused(command.error());
    for (auto order = m_record.orders.begin(); order != m_record.orders.end(); ++order) {
        if (order->uuid.toLatin1() != ref)
            continue;
        const Result<OrderEffect> effect =
            decide(*order, *command, {Role::Kitchen, m_clock.nowMs(), m_clock.nowMs() + 1});
        if (!effect)
            return remember(refused(effect.error()));
        if (!effect->isEmpty()) {
            *order = applyEffect(*order, *effect);
            journal(*order);
        }
        executed.append(QString::fromLatin1(key));
        JsonWriter json;
        json.beginObject().key("order_id").value(order->id).key("order");
        writeOrder(json, *order, OrderView::Kitchen);
        json.endObject();
        return remember(answered(200, successJson(json.take())));
    }
    return remember(refused({ErrorCode::NotFound, QStringLiteral("There is no such order."), {}}));
}

WireReply FakeHub::once(const WireRequest &request, const std::function<WireReply(const JsonValue &)> &run)
{
    const QByteArray key = idempotencyKey(request);
    if (const auto known = m_record.keys.find(key); known != m_record.keys.end()) {
        ++replays;
        if (known->body != request.url + request.body)
            return refused({ErrorCode::IdempotencyKeyReused, QStringLiteral("Another body."), {}});
        return known->reply;
    }
    const Result<JsonValue> body = parseJson(request.body);
    if (!body)
        return refused(body.error());
    const WireReply reply = run(*body);
    if (reply.status < 300)
        executed.append(QString::fromLatin1(key));
    m_record.keys.insert(key, {request.url + request.body, reply});
    return reply;
}

std::optional<Order> FakeHub::orderOf(const QByteArray &ref) const
{
    for (const Order &order : m_record.orders) {
        if (order.uuid.toLatin1() == ref)
            return order;
    }
    return std::nullopt;
}

WireReply FakeHub::one(const QByteArray &ref) const
{
    const auto order = orderOf(ref);
    if (!order)
        return refused({ErrorCode::NotFound, QStringLiteral("There is no such order."), {}});
    JsonWriter json;
    writeOrder(json, *order, OrderView::Full);
    return answered(200, successJson(json.take()));
}

std::vector<OrderLine> FakeHub::linesOf(const std::vector<NewOrderLine> &wanted, qint64 orderId, qsizetype from) const
{
    std::vector<OrderLine> lines;
    for (const NewOrderLine &one : wanted) {
        OrderLine line;
        line.id = orderId * 100 + from++;
        line.itemId = one.itemId;
        line.name = QStringLiteral("Plov");
        line.quantity = one.quantity;
        line.note = one.note;
        line.course = one.course;
        line.stationId = 1;
        line.statusAtMs = line.addedAtMs = m_clock.nowMs();
        lines.push_back(std::move(line));
    }
    return lines;
}

void FakeHub::keep(const Order &order)
{
    m_record.orders.insert(order.id, order);
    journal(order);
}

WireReply FakeHub::create(const JsonValue &body)
{
    const Result<NewOrder> wanted = readNewOrder(body);
    if (!wanted)
        return refused(wanted.error());
    if (orderOf(wanted->uuid.toLatin1()))
        return refused({ErrorCode::AlreadyExists, QStringLiteral("It is here already."), {}});
    Order order;
    order.id = m_record.orders.isEmpty() ? 1 : m_record.orders.lastKey() + 1;
    order.uuid = wanted->uuid;
    order.businessId = 1;
    order.number = wanted->number.isEmpty() ? QStringLiteral("A-%1").arg(order.id) : wanted->number;
    order.fulfilment = wanted->fulfilment;
    order.table = wanted->table;
    order.note = wanted->note;
    order.guestName = wanted->guestName;
    order.placedAtMs = order.statusAtMs = wanted->actedAtMs.value_or(m_clock.nowMs());
    order.lines = linesOf(wanted->lines, order.id, 0);
    keep(order);
    return answersWithoutRow ? answered(201, successJson(R"({"order_id":7})")) : one(order.uuid.toLatin1());
}

WireReply FakeHub::addLines(const QByteArray &ref, const JsonValue &body)
{
    const auto lines = readAddLines(body);
    auto order = orderOf(ref);
    if (!lines || !order)
        return refused(lines ? Error{ErrorCode::NotFound, QStringLiteral("No."), {}} : lines.error());
    for (OrderLine &line : linesOf(*lines, order->id, qsizetype(order->lines.size())))
        order->lines.push_back(std::move(line));
    ++order->version;
    keep(*order);
    return answersWithoutRow ? answered(200, successJson("{}")) : one(ref);
}

WireReply FakeHub::edit(const QByteArray &ref, const JsonValue &body)
{
    const auto wanted = readOrderEdit(body);
    const auto order = orderOf(ref);
    if (!wanted || !order)
        return refused(wanted ? Error{ErrorCode::NotFound, QStringLiteral("No."), {}} : wanted.error());
    const auto after = localorders::withFields(*order, *wanted);
    if (!after)
        return refused(after.error());
    keep(*after);
    return one(ref);
}

WireReply FakeHub::mark(const QByteArray &id, const JsonValue &body)
{
    if (const Result<void> checked = validate(availabilitySchema(), body); !checked)
        return refused(checked.error());
    marked[id.toLongLong()] = body[u"available"].boolean();
    return answered(200, successJson(R"({"item_id":7})"));
}

WireReply FakeHub::changes(const QByteArray &query) const
{
    const QUrlQuery values(QString::fromLatin1(query));
    const Cursor since = Cursor::fromText(values.queryItemValue(QStringLiteral("since"), QUrl::FullyDecoded));
    if (since.epoch != epoch || since.seq > cursor().seq)
        return refused({ErrorCode::CursorGone, QStringLiteral("The cursor is gone."), {}});
    FeedPage page;
    page.cursor = since;
    const qint64 limit = std::min<qint64>(values.queryItemValue(QStringLiteral("limit")).toLongLong(), 50);
    while (page.cursor.seq < cursor().seq && static_cast<qint64>(page.changes.size()) < limit)
        page.changes.push_back(feedChange(++page.cursor.seq));
    page.more = page.cursor.seq < cursor().seq;
    return answered(200, successJson(changesDataJson(page, Currency(), OrderView::Kitchen), QStringLiteral("OK"),
                                     changesMetaJson(page, m_clock.nowMs())));
}

QByteArray FakeHub::hello() const
{
    return helloJson(cursor(), m_clock.nowMs());
}

QByteArray FakeHub::heartbeat() const
{
    return heartbeatJson(cursor(), m_clock.nowMs());
}

QByteArray FakeHub::live(qint64 seq) const
{
    return changeMessage(feedChange(seq), Currency(), OrderView::Kitchen);
}

Snapshot FakeHub::snapshot() const
{
    Snapshot snapshot;
    snapshot.cursor = cursor();
    snapshot.business.id = 1;
    snapshot.business.name = QStringLiteral("Oshaq No. 1");
    if (!letter.isEmpty())
        snapshot.terminal = SnapshotTerminal{3, QStringLiteral("Counter"), letter};
    snapshot.catalog.stations = {{1, QStringLiteral("Grill"), 1, 300, 600, 1}};
    for (const Order &order : m_record.orders)
        snapshot.orders.push_back(order);
    return snapshot;
}

void FakeHub::journal(const Order &order)
{
    m_record.journal.push_back({cursor().seq + 1, EntityKind::Order, order.id, order.version, false, m_clock.nowMs(),
                                QStringLiteral("order.changed")});
}

FeedChange FakeHub::feedChange(qint64 seq) const
{
    FeedChange change;
    change.change = m_record.journal[static_cast<std::size_t>(seq - 1)];
    change.order = m_record.orders.value(change.change.id);
    return change;
}

} // namespace oshaq::testing
